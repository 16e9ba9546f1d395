package io.medallion.route;

import static io.medallion.route.RefusalReason.FAN_OUT;
import static io.medallion.route.RefusalReason.MISSING_DIM;
import static io.medallion.route.RefusalReason.MISSING_MEASURE;
import static io.medallion.route.Route.How.DIRECT;
import static io.medallion.route.Route.How.ROLLUP;
import static io.medallion.route.Routing.REVENUE;
import static io.medallion.route.Routing.assertAnswers;
import static io.medallion.route.Routing.assertRefuses;
import static io.medallion.route.Routing.orders;
import static io.medallion.route.Routing.ordersWithCustomers;
import static io.medallion.route.Routing.route;
import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Relationship.manyToOne;

import io.medallion.semantic.ShopModel;
import io.medallion.spec.GoldSpec;
import org.junit.jupiter.api.Test;

class RoutingJoinsTest {

    private final GoldSpec bySegment = ordersWithCustomers()
            .by(dimension("customers.segment"), day("ordered_at"))
            .measure(REVENUE)
            .build();

    @Test
    void joined_groupings_answer() {
        assertAnswers(route(measure(REVENUE).by("segment"), bySegment), ROLLUP, "g.segment", "SUM(g.revenue)");
    }

    @Test
    void a_join_that_keeps_every_row_does_not_matter() {
        assertAnswers(route(measure(REVENUE).by(day("ordered_at")), bySegment), ROLLUP, "SUM(g.revenue)");
    }

    @Test
    void columns_are_told_apart_by_their_table() {
        GoldSpec byStatus = ordersWithCustomers()
                .by(dimension("customers.status"))
                .measure(REVENUE)
                .build();

        assertRefuses(route(measure(REVENUE).by("orders.status"), byStatus), MISSING_DIM);
        assertAnswers(route(measure(REVENUE).by("customers.status"), byStatus), DIRECT, "g.status");
    }

    @Test
    void columns_are_told_apart_by_the_way_to_their_table() {
        GoldSpec otherWay = orders().join(ShopModel.CUSTOMERS, manyToOne("orders.quantity", "customers.customer_id"))
                .by(dimension("customers.segment"))
                .measure(REVENUE)
                .build();

        assertRefuses(route(measure(REVENUE).by("segment"), otherWay), MISSING_DIM);
    }

    @Test
    void multiplied_rows_are_refused() {
        GoldSpec overPayments = GoldSpec.builder("g")
                .from(ShopModel.PAYMENTS)
                .join(ShopModel.ORDERS, manyToOne("payments.order_id", "orders.order_id"))
                .by(dimension("region"))
                .measure(sum("orders.amount"))
                .build();

        assertRefuses(route(measure(REVENUE).by("region"), overPayments), FAN_OUT);
    }

    @Test
    void rows_of_another_table_are_refused() {
        GoldSpec payments = GoldSpec.builder("g")
                .from(ShopModel.PAYMENTS)
                .by(day("paid_on"))
                .measure(sum("paid"))
                .build();

        assertRefuses(route(measure(REVENUE).by("region"), payments), MISSING_MEASURE);
    }
}
