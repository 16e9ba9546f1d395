package io.medallion.route;

import static io.medallion.route.RefusalReason.AGG_POPULATION;
import static io.medallion.route.RefusalReason.GRAIN_FINER;
import static io.medallion.route.RefusalReason.GRAIN_NOT_NESTED;
import static io.medallion.route.RefusalReason.MISSING_DIM;
import static io.medallion.route.RefusalReason.PARTIAL_BUCKET;
import static io.medallion.route.RefusalReason.TZ;
import static io.medallion.route.Route.How.DIRECT;
import static io.medallion.route.Route.How.ROLLUP;
import static io.medallion.route.Routing.REVENUE;
import static io.medallion.route.Routing.assertAnswers;
import static io.medallion.route.Routing.assertRefuses;
import static io.medallion.route.Routing.orders;
import static io.medallion.route.Routing.route;
import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.bucket;
import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.hour;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Grouping.quarter;
import static io.medallion.spec.Grouping.week;
import static io.medallion.spec.Grouping.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.Expression;
import io.medallion.expression.TimeBucket;
import io.medallion.expression.TimeGrain;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class RoutingTimeTest {

    private Route asked(Grouping wanted, Grouping stored) {
        return route(
                measure(REVENUE).by(wanted),
                orders().by(stored).measure(REVENUE).build());
    }

    private Route where(String filter, Grouping stored) {
        return route(
                measure(REVENUE).where(filter),
                orders().by(stored).measure(REVENUE).build());
    }

    private Grouping in(String zone, TimeGrain grain) {
        return new Grouping("t", TimeBucket.of(grain).in(zone).over(Expression.parse("orders.ordered_at")));
    }

    @Test
    void days_make_months_and_months_make_quarters() {
        assertAnswers(asked(month("ordered_at"), day("ordered_at")), ROLLUP, "DATE_BUCKET('MONTH', g.ordered_at_day)");
        assertAnswers(
                asked(quarter("ordered_at"), month("ordered_at")),
                ROLLUP,
                "DATE_BUCKET('QUARTER', g.ordered_at_month)");
        assertAnswers(asked(year("ordered_at"), hour("ordered_at")), ROLLUP, "DATE_BUCKET('YEAR', g.ordered_at_hour)");
    }

    @Test
    void weeks_make_no_months() {
        assertRefuses(asked(month("ordered_at"), week("ordered_at")), GRAIN_NOT_NESTED);
    }

    @Test
    void weeks_make_no_weeks_of_another_start() {
        TimeBucket sundays = TimeBucket.of(TimeGrain.WEEK).startingWeeksOn(DayOfWeek.SUNDAY);
        Grouping fromSunday = new Grouping("w", sundays.over(Expression.parse("orders.ordered_at")));

        assertRefuses(asked(fromSunday, week("ordered_at")), GRAIN_NOT_NESTED);
        assertAnswers(asked(fromSunday, day("ordered_at")), ROLLUP, "SUM(g.revenue)");
    }

    @Test
    void months_make_no_days() {
        assertRefuses(asked(day("ordered_at"), month("ordered_at")), GRAIN_FINER);
        assertRefuses(asked(week("ordered_at"), month("ordered_at")), GRAIN_FINER);
        assertRefuses(asked(dimension("ordered_at"), month("ordered_at")), GRAIN_FINER);
    }

    @Test
    void another_time_column_is_another_grouping() {
        assertRefuses(asked(month("shipped_on"), day("ordered_at")), MISSING_DIM);
    }

    @Test
    void zones_have_to_be_the_same() {
        assertRefuses(asked(in("Europe/Berlin", TimeGrain.DAY), day("ordered_at")), TZ);
        assertRefuses(asked(day("ordered_at"), in("Europe/Berlin", TimeGrain.HOUR)), TZ);
        assertAnswers(
                asked(in("Europe/Berlin", TimeGrain.MONTH), in("Europe/Berlin", TimeGrain.DAY)),
                ROLLUP,
                "DATE_BUCKET('MONTH', g.t)");
    }

    @Test
    void whole_buckets_are_filtered() {
        Route route = where(
                "ordered_at >= DATE '2024-01-01' AND ordered_at < TIMESTAMP '2024-03-01 00:00:00'",
                month("ordered_at"));

        assertAnswers(route, ROLLUP, "SUM(g.revenue)");
        assertThat(String.valueOf(route.query().where()))
                .isEqualTo("g.ordered_at_month >= DATE '2024-01-01' AND g.ordered_at_month < DATE '2024-03-01'");
    }

    @Test
    void cut_buckets_are_refused() {
        assertRefuses(where("ordered_at >= DATE '2024-01-15'", month("ordered_at")), PARTIAL_BUCKET);
        assertRefuses(
                where(
                        "ordered_at BETWEEN TIMESTAMP '2024-01-01 00:00:00' AND TIMESTAMP '2024-01-31 23:59:59'",
                        day("ordered_at")),
                PARTIAL_BUCKET);
        assertRefuses(where("ordered_at > TIMESTAMP '2024-01-01 00:00:00'", day("ordered_at")), PARTIAL_BUCKET);
        assertRefuses(where("ordered_at <= DATE '2024-01-01'", day("ordered_at")), PARTIAL_BUCKET);
        assertRefuses(where("ordered_at = TIMESTAMP '2024-01-01 00:00:00'", day("ordered_at")), PARTIAL_BUCKET);
    }

    @Test
    void a_closed_range_of_dates_is_whole_days() {
        assertAnswers(
                where("shipped_on BETWEEN DATE '2024-01-05' AND DATE '2024-01-31'", day("shipped_on")),
                ROLLUP,
                "SUM(g.revenue)");
        Route months = where("shipped_on BETWEEN DATE '2024-01-01' AND DATE '2024-02-29'", month("shipped_on"));
        assertThat(String.valueOf(months.query().where()))
                .isEqualTo("g.shipped_on_month >= DATE '2024-01-01' AND g.shipped_on_month < DATE '2024-03-01'");
        assertRefuses(
                where("shipped_on BETWEEN DATE '2024-01-01' AND DATE '2024-02-28'", month("shipped_on")),
                PARTIAL_BUCKET);
    }

    @Test
    void missing_dates_are_a_bucket_of_their_own() {
        assertAnswers(where("shipped_on IS NULL", month("shipped_on")), ROLLUP, "SUM(g.revenue)");
        GoldSpec shipped = orders().by(day("shipped_on"))
                .measure(REVENUE)
                .where("shipped_on IS NOT NULL")
                .build();
        assertRefuses(route(measure(REVENUE).by(month("shipped_on")), shipped), AGG_POPULATION);
        assertAnswers(
                route(measure(REVENUE).where("shipped_on >= DATE '2024-01-01'"), shipped), ROLLUP, "SUM(g.revenue)");
    }

    @Test
    void parts_of_the_calendar_follow_from_finer_buckets() {
        assertAnswers(
                asked(dimension("day_of_week(ordered_at)"), day("ordered_at")),
                ROLLUP,
                "day_of_week(g.ordered_at_day)");
        assertRefuses(asked(dimension("hour(ordered_at)"), day("ordered_at")), GRAIN_FINER);
        assertRefuses(asked(dimension("year(ordered_at)"), week("ordered_at")), GRAIN_FINER);
    }

    @Test
    void days_of_a_date_are_the_date() {
        assertAnswers(asked(dimension("shipped_on"), day("shipped_on")), DIRECT, "g.shipped_on_day");
        assertAnswers(asked(bucket(TimeGrain.DAY, "shipped_on"), dimension("shipped_on")), DIRECT, "g.shipped_on");
    }
}
