package io.medallion.route;

import static io.medallion.route.RefusalReason.AGG_POPULATION;
import static io.medallion.route.RefusalReason.EXPR;
import static io.medallion.route.RefusalReason.FILTER_NOT_ON_KEY;
import static io.medallion.route.RefusalReason.MISSING_MEASURE;
import static io.medallion.route.Route.How.DIRECT;
import static io.medallion.route.Route.How.ROLLUP;
import static io.medallion.route.Routing.REVENUE;
import static io.medallion.route.Routing.assertAnswers;
import static io.medallion.route.Routing.assertRefuses;
import static io.medallion.route.Routing.orders;
import static io.medallion.route.Routing.own;
import static io.medallion.route.Routing.route;
import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.Expression;
import io.medallion.spec.GoldSpec;
import org.junit.jupiter.api.Test;

class RoutingFiltersTest {

    private final GoldSpec gold = orders().by(dimension("region"), dimension("orders.status"), day("ordered_at"))
            .measure(REVENUE, count().named("n"))
            .build();

    @Test
    void filter_by_groupings_that_are_not_shown() {
        Route route = route(measure(REVENUE).by("region").where("orders.status = 'paid'"), gold);

        assertAnswers(route, ROLLUP, "SUM(g.revenue)");
        assertThat(String.valueOf(route.query().where())).isEqualTo("g.status = 'paid'");
    }

    @Test
    void the_rows_behind_a_group_cannot_be_filtered() {
        assertRefuses(route(measure(REVENUE).by("region").where("amount > 100"), gold), FILTER_NOT_ON_KEY);
    }

    @Test
    void groups_can_be_filtered_by_their_measure() {
        Route route = route(
                measure(REVENUE)
                        .by(dimension("region"), dimension("orders.status"), day("ordered_at"))
                        .having("revenue > 100"),
                gold);

        assertAnswers(route, DIRECT, "g.revenue");
        assertThat(String.valueOf(route.query().where())).isEqualTo("g.revenue > 100");
    }

    @Test
    void a_table_of_some_rows_answers_only_questions_about_them() {
        GoldSpec paid = orders().by(dimension("region"), day("ordered_at"))
                .measure(REVENUE)
                .where("orders.status = 'paid'")
                .build();

        assertRefuses(route(measure(REVENUE).by("region"), paid), AGG_POPULATION);
        assertRefuses(route(measure(REVENUE).by("region").where("orders.status = 'open'"), paid), AGG_POPULATION);
        Route route =
                route(measure(REVENUE).by("region").where("region <> 'EU'").where("orders.status = 'paid'"), paid);
        assertAnswers(route, ROLLUP, "SUM(g.revenue)");
        assertThat(String.valueOf(route.query().where())).isEqualTo("g.region <> 'EU'");
    }

    @Test
    void a_narrower_range_is_about_some_of_its_rows() {
        GoldSpec some = orders().by(dimension("orders.quantity"), day("ordered_at"))
                .measure(count().named("n"))
                .where("quantity > 5")
                .build();

        assertAnswers(
                route(measure(own("COUNT(*)")).by(day("orders.ordered_at")).where("quantity > 10"), some),
                ROLLUP,
                "CAST(coalesce(SUM(g.n), 0) AS BIGINT)");
        assertRefuses(
                route(measure(own("COUNT(*)")).by(day("orders.ordered_at")).where("quantity > 4"), some),
                AGG_POPULATION);
    }

    @Test
    void a_filtered_measure_is_another_measure() {
        GoldSpec pr = orders().by(dimension("region"), day("ordered_at"))
                .measure(REVENUE.where("orders.status = 'paid'"))
                .build();

        assertAnswers(
                route(measure(REVENUE.where("orders.status = 'paid'")).by("region"), pr), ROLLUP, "SUM(g.revenue)");
        assertRefuses(route(measure(REVENUE).by("region"), pr), MISSING_MEASURE);
    }

    @Test
    void a_filtered_measure_follows_from_the_unfiltered_where_the_filter_is_on_a_grouping() {
        assertAnswers(
                route(measure(REVENUE.where("orders.status = 'paid'")).by("region"), gold),
                ROLLUP,
                "SUM(g.revenue) FILTER (WHERE g.status = 'paid')");
    }

    @Test
    void alternatives_between_groupings_are_filters_too() {
        assertAnswers(
                route(
                        measure(REVENUE)
                                .by("region")
                                .where("region = 'EU' OR DATE_BUCKET('DAY', ordered_at) = DATE '2024-01-01'"),
                        gold),
                ROLLUP,
                "SUM(g.revenue)");
    }

    @Test
    void a_function_of_a_grouping_is_coarser() {
        Route route = route(measure(REVENUE).by(dimension("upper(region)")), gold);

        assertAnswers(route, ROLLUP, "upper(g.region)", "SUM(g.revenue)");
        assertThat(route.query().groupBy()).containsExactly(Expression.parse("upper(g.region)"));
    }

    @Test
    void what_was_replaced_cannot_be_told_apart_again() {
        GoldSpec replaced = orders().by(dimension("coalesce(region, 'unknown')").named("r"), day("ordered_at"))
                .measure(REVENUE)
                .build();

        assertRefuses(route(measure(REVENUE).by("region"), replaced), EXPR);
        assertAnswers(route(measure(REVENUE).by(dimension("coalesce(region, 'unknown')")), replaced), ROLLUP, "g.r");
    }
}
