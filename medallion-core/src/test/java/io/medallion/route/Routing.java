package io.medallion.route;

import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Relationship.manyToOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.expression.Aggregate;
import io.medallion.expression.Query;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Measure;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gold tables over the shop, all built from the current versions unless a test says otherwise. */
final class Routing {

    static final long SILVER_VERSION = 7;

    private Routing() {}

    static final Measure REVENUE = sum("orders.amount").named("revenue");

    static AggregateGoldSpec.Builder orders() {
        return GoldSpec.builder("g").from(ShopModel.ORDERS);
    }

    static AggregateGoldSpec.Builder ordersWithCustomers() {
        return orders().join(ShopModel.CUSTOMERS, manyToOne("orders.customer_id", "customers.customer_id"));
    }

    static Measure own(String aggregate) {
        return new Measure("m", Aggregate.parse(aggregate));
    }

    static void assertAnswers(Route route, Route.How how, String... measures) {
        assertThat(route.refusals()).isEmpty();
        assertThat(route.layer()).isEqualTo(Layer.GOLD);
        assertThat(route.how()).isEqualTo(how);
        assertThat(select(route.query())).contains(measures);
    }

    static List<String> select(Query query) {
        return query.select().stream().map(s -> s.expression().text()).toList();
    }

    static void assertRefuses(Route route, RefusalReason reason) {
        assertThat(route.layer()).isEqualTo(Layer.SILVER);
        assertThat(route.refusals()).extracting(Refusal::reason).containsExactly(reason);
    }

    static Route route(SemanticQuery query, GoldSpec... gold) {
        return route(ShopModel.SHOP, query, gold);
    }

    static Route route(SemanticModel model, SemanticQuery query, GoldSpec... gold) {
        return QueryRouter.exact().route(request(model, query, gold));
    }

    static RouteRequest request(SemanticModel model, SemanticQuery query, GoldSpec... gold) {
        List<TableState> states = new ArrayList<>(silver());
        for (GoldSpec spec : gold) {
            states.add(built(
                    spec, spec instanceof AggregateGoldSpec a && a.groupings().isEmpty() ? 1 : 100));
        }
        return RouteRequest.of(query, model, List.of(gold), states);
    }

    static List<TableState> silver() {
        List<TableState> states = new ArrayList<>();
        for (SilverSpec spec : List.of(ShopModel.ORDERS, ShopModel.CUSTOMERS, ShopModel.PAYMENTS)) {
            states.add(new TableState(Layer.SILVER, spec.table(), SILVER_VERSION, spec.fingerprint(), Map.of(), 1000));
        }
        return states;
    }

    static TableState built(GoldSpec spec, long rows) {
        Map<String, Long> from = new LinkedHashMap<>();
        spec.inputs().forEach(input -> from.put(input.table(), SILVER_VERSION));
        return new TableState(Layer.GOLD, spec.table(), 3, spec.fingerprint(), from, rows);
    }
}
