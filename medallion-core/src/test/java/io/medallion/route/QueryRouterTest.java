package io.medallion.route;

import static io.medallion.route.Routing.REVENUE;
import static io.medallion.route.Routing.SILVER_VERSION;
import static io.medallion.route.Routing.assertAnswers;
import static io.medallion.route.Routing.assertRefuses;
import static io.medallion.route.Routing.orders;
import static io.medallion.route.Routing.ordersWithCustomers;
import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.semantic.ShopModel.SHOP;
import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.expression.Query;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryRouterTest {

    private static final GoldSpec DAILY = orders().by(dimension("region"), day("ordered_at"))
            .measure(REVENUE, count().named("n"))
            .build();

    private static final SemanticQuery BY_REGION = measure(REVENUE).by("region");

    private static Route route(SemanticQuery query, TableState... gold) {
        List<TableState> states = new ArrayList<>(Routing.silver());
        states.addAll(List.of(gold));
        return QueryRouter.exact().route(RouteRequest.of(query, SHOP, List.of(DAILY), states));
    }

    private static TableState state(String fingerprint, long from, long rows) {
        return new TableState(Layer.GOLD, "g", 3, fingerprint, Map.of("orders", from), rows);
    }

    private static Route under(AccessPolicy policy, SemanticQuery query, GoldSpec gold) {
        return QueryRouter.exact()
                .route(Routing.request(SHOP, query, gold).under(policy, CallContext.DEFAULT.principal("eva")));
    }

    @Test
    void silver_answers_where_there_is_no_gold() {
        Route route = Routing.route(
                measure("revenue").by("segment").where("region = 'EU'").limit(3));

        assertThat(route.layer()).isEqualTo(Layer.SILVER);
        assertThat(route.table()).isEqualTo("orders");
        assertThat(route.how()).isEqualTo(Route.How.ROWS);
        assertThat(route.reads()).extracting(TableState::table).containsExactly("orders", "customers");
        assertThat(route.columns())
                .extracting(c -> c.name() + " " + c.type() + " " + c.measure())
                .containsExactly("segment TEXT false", "amount DECIMAL(38,2) true");
        assertThat(route.query().joins())
                .extracting(j -> j.kind() + " " + j.on().text())
                .containsExactly("LEFT orders.customer_id = customers.customer_id");
    }

    @Test
    void a_table_that_is_not_built_is_refused() {
        assertRefuses(route(BY_REGION), RefusalReason.COVERAGE);
    }

    @Test
    void a_table_of_another_definition_is_refused() {
        assertRefuses(route(BY_REGION, state("another", SILVER_VERSION, 10)), RefusalReason.VERSION);
    }

    @Test
    void a_table_of_an_older_silver_is_refused_with_both_versions() {
        Route route = route(BY_REGION, state(DAILY.fingerprint(), SILVER_VERSION - 1, 10));

        assertRefuses(route, RefusalReason.STALE);
        assertThat(route.refusals().get(0).detail())
                .isEqualTo("It was built from version 6 of silver.orders, which is now at version 7.");
    }

    @Test
    void a_table_without_rows_is_taken_for_a_failure() {
        assertRefuses(route(BY_REGION, state(DAILY.fingerprint(), SILVER_VERSION, 0)), RefusalReason.COVERAGE);
    }

    @Test
    void a_table_over_columns_of_another_type_is_refused() {
        SemanticModel wider =
                SHOP.over(List.of(ShopModel.ORDERS.withColumn("amount", c -> c.as(Parse.decimal(18, 4)))));

        assertRefuses(Routing.route(wider, BY_REGION, DAILY), RefusalReason.VERSION);
    }

    @Test
    void silver_that_is_not_built_is_an_error() {
        RouteRequest request = RouteRequest.of(BY_REGION, SHOP, List.of(), List.of());

        assertThatThrownBy(() -> QueryRouter.exact().route(request))
                .isInstanceOf(MedallionException.class)
                .hasMessage("silver.orders is not built yet. Build it, then ask again.");
    }

    @Test
    void hidden_columns_are_refused_on_every_layer() {
        AccessPolicy noRegion =
                (table, caller) -> table.equals("orders") ? TableAccess.hiding("region") : TableAccess.ALL;

        assertThatThrownBy(() -> under(noRegion, BY_REGION, DAILY))
                .hasMessage("column 'orders.region' is hidden from this caller. Ask without it.");
        assertAnswers(
                under(noRegion, measure(REVENUE).by(day("ordered_at")), DAILY), Route.How.ROLLUP, "SUM(g.revenue)");
    }

    @Test
    void rights_on_rows_are_kept_by_gold_where_it_can_tell_the_rows_apart() {
        AccessPolicy onlyEurope =
                (table, caller) -> table.equals("orders") && caller.principal().equals("eva")
                        ? TableAccess.where("region = 'EU'")
                        : TableAccess.ALL;

        Route route = under(onlyEurope, measure(REVENUE), DAILY);

        assertAnswers(route, Route.How.ROLLUP, "SUM(g.revenue)");
        assertThat(String.valueOf(route.query().where())).isEqualTo("g.region = 'EU'");
    }

    @Test
    void rights_on_rows_send_the_question_to_silver_where_gold_cannot_tell_them_apart() {
        AccessPolicy onlyPaid =
                (table, caller) -> table.equals("orders") ? TableAccess.where("status = 'paid'") : TableAccess.ALL;

        Route route = under(onlyPaid, BY_REGION, DAILY);

        assertRefuses(route, RefusalReason.SECURITY);
        assertThat(String.valueOf(route.query().where())).isEqualTo("orders.status = 'paid'");
    }

    @Test
    void rows_of_a_joined_table_that_may_not_be_seen_are_as_good_as_missing() {
        AccessPolicy onlyBusiness =
                (table, caller) -> table.equals("customers") ? TableAccess.where("segment = 'B2B'") : TableAccess.ALL;
        GoldSpec gold = ordersWithCustomers()
                .by(dimension("customers.segment"))
                .measure(REVENUE)
                .build();

        Route route = under(onlyBusiness, measure(REVENUE).by("segment"), gold);

        assertRefuses(route, RefusalReason.SECURITY);
        assertThat(route.query().joins().get(0).on().text())
                .isEqualTo("orders.customer_id = customers.customer_id AND customers.segment = 'B2B'");
    }

    @Test
    void explains_itself_in_sentences() {
        GoldSpec byStatus = GoldSpec.builder("by_status")
                .from(ShopModel.ORDERS)
                .by(dimension("orders.status"))
                .measure(REVENUE)
                .build();

        assertThat(Routing.route(BY_REGION, DAILY, byStatus).explain())
                .isEqualTo(
                        """
                Answered from gold.g: its groups are added up to those asked for.
                gold.by_status: It is not grouped by 'region' (orders.region).
                """);
    }

    @Test
    void is_the_same_after_json() {
        Route route = Routing.route(BY_REGION.where("orders.status = 'paid'"), DAILY);

        assertThat(Route.fromJson(route.toJson())).isEqualTo(route);
        assertThat(route.refusals()).isNotEmpty();
    }

    @Test
    void the_verdict_does_not_depend_on_the_order_of_the_tables() {
        GoldSpec other = GoldSpec.builder("a")
                .from(ShopModel.ORDERS)
                .by(dimension("region"))
                .measure(REVENUE)
                .build();

        assertThat(Routing.route(BY_REGION, DAILY, other).table())
                .isEqualTo(Routing.route(BY_REGION, other, DAILY).table())
                .isEqualTo("a");
    }

    @Test
    void silver_computes_by_expressions_too() {
        Query query =
                Routing.route(measure(count()).by(dimension("upper(region)"))).query();

        assertThat(query.select())
                .extracting(s -> s.expression().text())
                .containsExactly("upper(orders.region)", "COUNT(*)");
    }
}
