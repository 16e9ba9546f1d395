package io.medallion.route;

import static io.medallion.route.RefusalReason.MISSING_MEASURE;
import static io.medallion.route.RefusalReason.NON_ADDITIVE;
import static io.medallion.route.RefusalReason.NUMERIC;
import static io.medallion.route.Route.How.DERIVE;
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
import static io.medallion.spec.Measure.average;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.countDistinct;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Measure.min;
import static io.medallion.spec.Measure.sum;

import io.medallion.semantic.SemanticQuery;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Measure;
import org.junit.jupiter.api.Test;

class RoutingAggregatesTest {

    @Test
    void least_and_greatest_roll_up() {
        GoldSpec gold = orders().by(dimension("region"), day("ordered_at"))
                .measure(min("amount").named("mn"), max("amount").named("mx"))
                .build();

        assertAnswers(
                route(measure(min("amount"), max("amount")).by("region"), gold), ROLLUP, "MIN(g.mn)", "MAX(g.mx)");
    }

    @Test
    void an_average_needs_sum_and_count_of_its_values() {
        GoldSpec rows = orders().by(dimension("region"), day("ordered_at"))
                .measure(REVENUE, count().named("n"))
                .build();
        GoldSpec values = orders().by(dimension("region"), day("ordered_at"))
                .measure(REVENUE, count("amount").named("n"))
                .build();

        assertRefuses(route(measure(average("amount")).by("region"), rows), MISSING_MEASURE);
        assertAnswers(
                route(measure(average("amount")).by("region"), values),
                DERIVE,
                "CAST(SUM(g.revenue) AS DOUBLE) / CAST(CAST(coalesce(SUM(g.n), 0) AS BIGINT) AS DOUBLE)");
    }

    @Test
    void a_stored_average_serves_its_own_groups_only() {
        GoldSpec gold = orders().by(dimension("region"), day("ordered_at"))
                .measure(average("amount").named("a"))
                .build();

        assertAnswers(
                route(measure(average("amount")).by(dimension("region"), day("ordered_at")), gold), DIRECT, "g.a");
        assertRefuses(route(measure(average("amount")).by("region"), gold), NON_ADDITIVE);
    }

    @Test
    void distinct_counts_serve_their_own_groups_only() {
        GoldSpec gold = orders().by(dimension("region"), day("ordered_at"))
                .measure(countDistinct("orders.customer_id").named("d"))
                .build();
        Measure distinct = countDistinct("orders.customer_id");

        assertAnswers(route(measure(distinct).by(dimension("region"), day("ordered_at")), gold), DIRECT, "g.d");
        assertRefuses(route(measure(distinct).by("region"), gold), NON_ADDITIVE);
    }

    @Test
    void distinct_values_of_a_grouping_are_counted_over_the_groups() {
        GoldSpec gold = orders().by(dimension("region"), dimension("orders.customer_id"))
                .measure(count().named("n"))
                .build();

        assertAnswers(
                route(measure(countDistinct("orders.customer_id")).by("region"), gold),
                ROLLUP,
                "COUNT(DISTINCT g.customer_id)");
    }

    @Test
    void a_grouping_pinned_to_one_value_is_as_good_as_absent() {
        GoldSpec gold = orders().by(dimension("orders.status"), day("ordered_at"))
                .measure(countDistinct("orders.customer_id").named("d"))
                .build();
        SemanticQuery paid = measure(countDistinct("orders.customer_id")).where("orders.status = 'paid'");

        assertAnswers(route(paid.by(day("ordered_at")), gold), DIRECT, "g.d");
    }

    @Test
    void a_total_over_a_pinned_grouping_is_one_row_even_without_any() {
        GoldSpec gold = orders().by(dimension("orders.status"))
                .measure(countDistinct("orders.customer_id").named("d"))
                .build();
        SemanticQuery absent = measure(countDistinct("orders.customer_id")).where("orders.status = 'absent'");

        assertAnswers(route(absent, gold), ROLLUP, "coalesce(MAX(g.d), 0)");
    }

    @Test
    void medians_and_deviations_do_not_roll_up() {
        GoldSpec gold = orders().by(dimension("region"), day("ordered_at"))
                .measure(own("STDDEV(orders.amount)"))
                .build();

        assertRefuses(route(measure(own("STDDEV(orders.amount)")).by("region"), gold), NON_ADDITIVE);
    }

    @Test
    void the_greatest_of_a_grouping_is_read_off_the_groups() {
        GoldSpec gold = orders().by(dimension("region"), day("shipped_on"))
                .measure(count().named("n"))
                .build();

        assertAnswers(route(measure(max("shipped_on")).by("region"), gold), ROLLUP, "MAX(g.shipped_on_day)");
    }

    @Test
    void sums_of_doubles_are_not_added_up_again() {
        GoldSpec gold = orders().by(dimension("region"), day("ordered_at"))
                .measure(sum("weight"))
                .build();

        assertAnswers(
                route(measure(sum("weight")).by(dimension("region"), day("ordered_at")), gold), DIRECT, "g.sum_weight");
        assertRefuses(route(measure(sum("weight")).by("region"), gold), NUMERIC);
    }

    @Test
    void a_table_without_measures_counts_nothing() {
        GoldSpec gold = orders().by(dimension("region")).build();

        assertRefuses(route(measure(own("COUNT(*)")).by(dimension("orders.region")), gold), MISSING_MEASURE);
    }
}
