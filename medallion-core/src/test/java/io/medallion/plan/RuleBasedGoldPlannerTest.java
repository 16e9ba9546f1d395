package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBasedGoldPlannerTest {

    private static final KnownTable ORDERS = KnownTable.of("orders", 4_800)
            .key("id")
            .whole("id", 4_800, 1, 4_800)
            .whole("customer_id", 300, 1, 300)
            .date("ordered_on", 700, "2023-01-02", "2024-12-30")
            .text("status", 4)
            .text("channel", 3)
            .money("amount", 3_000, "0.00", "950.00")
            .money("discount_rate", 10, "0.00", "0.50");

    private static final KnownTable CUSTOMERS = KnownTable.of("customers", 320)
            .key("id")
            .whole("id", 320, 1, 320)
            .text("name", 318)
            .personal()
            .text("segment", 5)
            .text("country", 12);

    private static final KnownTable STRIKES = KnownTable.of("wildlife_strikes", 10_000)
            .date("flight_date", 3_000, "1990-01-08", "2002-07-25")
            .text("origin_state", 29)
            .text("phase_of_flight", 7)
            .text("wildlife_species", 400)
            .whole("cost_other", 900, 0, 7_000_000)
            .whole("cost_repair", 900, 0, 12_000_000)
            .whole("cost_total", 1_200, 0, 12_397_751)
            .whole("speed_ias_in_knots", 90, 0, 400);

    private final GoldPlanner planner = GoldPlanner.ruleBased();

    @Test
    void proposes_series_rollups_key_figures_segments_and_rankings_of_a_shop() {
        GoldPlan plan = planner.plan(KnownTable.request(ORDERS));

        assertThat(plan.suggestions())
                .extracting(s -> s.value().spec().table())
                .startsWith("orders_by_month")
                .contains(
                        "orders_by_status",
                        "orders_by_channel",
                        "orders_by_status_and_month",
                        "orders_key_figures",
                        "orders_by_customer_id",
                        "orders_by_status_and_channel")
                .hasSizeLessThanOrEqualTo(12)
                .doesNotHaveDuplicates();
    }

    @Test
    void asks_what_people_ask() {
        GoldPlan plan = planner.plan(KnownTable.request(STRIKES));

        assertThat(spec(plan, "wildlife_strikes_by_month").businessQuestion())
                .isEqualTo("How does the total cost develop by month?");
        assertThat(spec(plan, "wildlife_strikes_by_origin_state").businessQuestion())
                .isEqualTo("What is the total cost for each origin state?");
        assertThat(spec(plan, "wildlife_strikes_by_wildlife_species").businessQuestion())
                .isEqualTo("Which wildlife species has the highest total cost?");
        assertThat(spec(plan, "wildlife_strikes_key_figures").businessQuestion())
                .isEqualTo("What are the key figures of wildlife strikes as a whole?");
    }

    @Test
    void counts_rows_sums_quantities_and_averages_speeds() {
        GoldPlan plan = planner.plan(KnownTable.request(STRIKES));

        assertThat(aggregates(spec(plan, "wildlife_strikes_by_month")))
                .containsExactly(
                        "COUNT(*)",
                        "SUM(wildlife_strikes.cost_total)",
                        "COUNT(wildlife_strikes.cost_total)",
                        "AVG(wildlife_strikes.cost_total)",
                        "SUM(wildlife_strikes.cost_other)",
                        "SUM(wildlife_strikes.cost_repair)",
                        "COUNT(wildlife_strikes.speed_ias_in_knots)",
                        "AVG(wildlife_strikes.speed_ias_in_knots)",
                        "MIN(wildlife_strikes.speed_ias_in_knots)",
                        "MAX(wildlife_strikes.speed_ias_in_knots)");
    }

    @Test
    void estimates_rows_from_distinct_counts_and_spans_and_says_the_ratio() {
        GoldPlan plan = planner.plan(KnownTable.request(ORDERS));

        assertThat(proposal(plan, "orders_by_month").estimatedRows()).isEqualTo(24);
        assertThat(proposal(plan, "orders_by_status_and_month").estimatedRows()).isEqualTo(96);
        assertThat(proposal(plan, "orders_by_month").ratio()).isEqualTo(0.005);
        assertThat(suggestion(plan, "orders_by_month").reason())
                .contains("ordered_on runs from 2023-01-02 to 2024-12-30, 24 months.")
                .endsWith("At most 24 rows instead of 4,800, one for every 200.");
    }

    @Test
    void chooses_days_for_weeks_of_readings_and_sums_no_reading() {
        KnownTable readings = KnownTable.of("sensor_readings", 80_000)
                .timestamp("measured_at", 40_000, "2024-03-01 00:00:00", "2024-03-28 23:59:00")
                .text("sensor", 20)
                .add("value", Parse.floating(), null, 9_000, "-5", "40", true);

        GoldPlan plan = planner.plan(KnownTable.request(readings));

        assertThat(plan.suggestions())
                .extracting(s -> s.value().spec().table())
                .contains("sensor_readings_by_day", "sensor_readings_by_sensor", "sensor_readings_by_sensor_and_day");
        assertThat(spec(plan, "sensor_readings_by_day").businessQuestion())
                .isEqualTo("How does the average value develop by day?");
        assertThat(summed(plan)).isEmpty();
    }

    @Test
    void takes_monthly_figures_as_months_and_few_years_written_as_numbers_as_years() {
        KnownTable monthly = KnownTable.of("sales", 24)
                .date("month_end", 24, "2022-01-31", "2023-12-31")
                .money("revenue", 24, "1.00", "9.00");
        KnownTable yearly =
                KnownTable.of("budgets", 300).whole("year", 10, 2014, 2023).money("amount", 290, "1.00", "9.00");

        assertThat(names(planner.plan(KnownTable.request(monthly)))).contains("sales_by_month");
        GoldPlan plan = planner.plan(KnownTable.request(yearly));
        assertThat(names(plan)).contains("budgets_by_year");
        assertThat(summed(plan)).containsOnly("amount");
    }

    @Test
    void offers_a_code_list_only_what_there_is_to_say() {
        KnownTable codes =
                KnownTable.of("countries", 249).key("code").text("code", 249).text("name", 249);

        assertThat(names(planner.plan(KnownTable.request(codes)))).containsExactly("countries_key_figures");
    }

    @Test
    void counts_rows_where_there_is_nothing_to_add_up() {
        KnownTable tickets = KnownTable.of("tickets", 900)
                .key("id")
                .whole("id", 900, 1, 900)
                .text("priority", 3)
                .text("team", 8)
                .flag("escalated")
                .text("description", 880);

        GoldPlan plan = planner.plan(KnownTable.request(tickets));

        assertThat(names(plan))
                .contains(
                        "tickets_by_priority", "tickets_by_team", "tickets_by_priority_and_team", "tickets_key_figures")
                .doesNotContain("tickets_by_description", "tickets_by_id");
        assertThat(spec(plan, "tickets_by_priority").businessQuestion())
                .isEqualTo("How many tickets are there for each priority?");
    }

    @Test
    void bands_a_measure_where_there_is_nothing_else_to_group_by() {
        KnownTable trades = KnownTable.of("trades", 5_000)
                .key("id")
                .whole("id", 5_000, 1, 5_000)
                .money("amount", 4_000, "0.00", "990.00");

        GoldPlan plan = planner.plan(KnownTable.request(trades));

        assertThat(names(plan)).containsExactly("trades_key_figures", "trades_by_amount_band");
        assertThat(spec(plan, "trades_by_amount_band").groupings())
                .extracting(g -> g.name() + ": " + g.expression().text())
                .containsExactly("amount_from: floor(trades.amount / 100) * 100");
    }

    @Test
    void proposes_nothing_for_an_empty_table_and_says_why() {
        KnownTable empty = KnownTable.of("orders", 0)
                .date("ordered_on", 0, "", "")
                .text("status", 0)
                .money("amount", 0, "0", "0");

        GoldPlan plan = planner.plan(KnownTable.request(empty));

        assertThat(plan.suggestions()).isEmpty();
        assertThat(plan.advice()).singleElement().satisfies(a -> assertThat(a.reason())
                .isEqualTo("orders has no rows; load it and plan again."));
        assertThat(plan.explain()).contains("No Gold table suggests itself").contains("orders has no rows");
    }

    @Test
    void plans_by_names_and_types_without_a_profile_and_is_less_sure() {
        GoldPlan blind = planner.plan(GoldPlanRequest.of(List.of(ORDERS.spec()), List.of()));
        GoldPlan known = planner.plan(KnownTable.request(ORDERS));

        assertThat(names(blind)).contains("orders_by_month", "orders_by_status", "orders_key_figures");
        assertThat(proposal(blind, "orders_by_month").estimatedRows()).isNull();
        assertThat(suggestion(blind, "orders_by_month").confidence())
                .isLessThan(suggestion(known, "orders_by_month").confidence());
    }

    @Test
    void obeys_stated_roles_before_names_and_values() {
        KnownTable table = KnownTable.of("things", 1_000)
                .whole("total", 900, 1, 999)
                .as(Role.KEY)
                .whole("amount", 300, 1, 300)
                .as(Role.FOREIGN_KEY)
                .whole("batch_number", 900, 1, 5_000)
                .as(Role.MEASURE)
                .whole("grade", 6, 1, 6)
                .as(Role.DIMENSION)
                .money("share", 200, "0", "1")
                .in("percent");

        GoldPlan plan = planner.plan(KnownTable.request(table));

        assertThat(summed(plan)).containsOnly("batch_number");
        assertThat(names(plan)).contains("things_by_grade", "things_by_amount");
    }

    @Test
    void takes_dense_small_numbers_without_a_telling_name_for_numbers_of_something() {
        KnownTable permits = KnownTable.of("permits", 5_000)
                .whole("modelo", 40, 1, 42)
                .whole("arrests", 40, 0, 300)
                .text("kind", 6);

        assertThat(summed(planner.plan(KnownTable.request(permits)))).containsOnly("arrests");
    }

    @Test
    void multiplies_pieces_and_price_where_no_column_holds_the_money() {
        KnownTable lines = KnownTable.of("invoice_lines", 2_000)
                .date("sold_on", 300, "2024-01-01", "2024-12-31")
                .whole("quantity", 12, 1, 12)
                .money("unit_price", 40, "0.10", "99.00");

        GoldPlan plan = planner.plan(KnownTable.request(lines));

        assertThat(aggregates(spec(plan, "invoice_lines_by_month")))
                .contains("SUM(invoice_lines.quantity * invoice_lines.unit_price)")
                .doesNotContain("SUM(invoice_lines.unit_price)");
    }

    @Test
    void advises_how_to_load_store_and_refresh() {
        KnownTable events = KnownTable.of("events", 40_000_000)
                .key("id")
                .whole("id", 40_000_000, 1, 40_000_000)
                .timestamp("updated_at", 30_000_000, "2020-01-01 00:00:00", "2024-12-31 00:00:00")
                .text("country", 150)
                .whole("quantity", 500, 1, 500);

        assertThat(planner.plan(KnownTable.request(events)).advice())
                .extracting(GoldAdvice::topic, GoldAdvice::advice)
                .contains(
                        tuple(GoldAdvice.Topic.INCREMENTAL_LOAD, "Load incrementally with the watermark updated_at."),
                        tuple(GoldAdvice.Topic.PARTITIONING, "Partition the Silver table by the month of updated_at."));
        assertThat(planner.plan(KnownTable.request(ORDERS)).advice())
                .extracting(GoldAdvice::topic)
                .contains(GoldAdvice.Topic.values());
    }

    @Test
    void writes_the_exchanged_shape_and_reads_its_own_json() throws Exception {
        GoldPlan plan = planner.showing(spec -> "create table " + spec.table()).plan(KnownTable.request(ORDERS));

        JsonNode first = new ObjectMapper().readTree(plan.toJson()).at("/gold_tables/0");

        assertThat(first.get("name").asText()).isEqualTo("orders_by_month");
        assertThat(first.get("description").asText()).isNotBlank();
        assertThat(first.get("business_question").asText()).isEqualTo("How does the total amount develop by month?");
        assertThat(first.get("sql").asText()).isEqualTo("create table orders_by_month");
        assertThat(first.get("dimensions").get(0).asText()).isEqualTo("ordered_on_month");
        assertThat(first.get("measures").get(1).asText()).isEqualTo("sum_amount");
        assertThat(first.get("source_rows").asLong()).isEqualTo(4_800);
        assertThat(names(GoldPlan.fromJson(plan.toJson()))).isEqualTo(names(plan));
        assertThat(GoldPlan.fromJson(plan.toJson()).acceptAll().toSpecs())
                .isEqualTo(plan.acceptAll().toSpecs());
    }

    @Test
    void explains_like_a_colleague() {
        String text = planner.plan(KnownTable.request(ORDERS)).explain();

        assertThat(text)
                .startsWith("I suggest ")
                .contains("1. orders_by_month (open, ")
                .contains("How does the total amount develop by month?")
                .contains("discount_rate is averaged, as a sum would mean nothing.")
                .containsOnlyOnce("amount is a quantity and adds up")
                .contains("the measures of orders_by_month")
                .contains("On running them:");
    }

    @Test
    void gives_the_same_plan_twice() {
        assertThat(planner.plan(KnownTable.request(ORDERS, CUSTOMERS, STRIKES)).toJson())
                .isEqualTo(planner.plan(KnownTable.request(ORDERS, CUSTOMERS, STRIKES))
                        .toJson());
    }

    static List<String> summed(GoldPlan plan) {
        return plan.suggestions().stream()
                .flatMap(s -> ((AggregateGoldSpec) s.value().spec()).measures().stream())
                .filter(m -> m.aggregate().text().startsWith("SUM("))
                .flatMap(m -> m.aggregate().columns().stream())
                .map(c -> c.column())
                .distinct()
                .toList();
    }

    private static List<String> names(GoldPlan plan) {
        return plan.suggestions().stream().map(s -> s.value().spec().table()).toList();
    }

    private static List<String> aggregates(AggregateGoldSpec spec) {
        return spec.measures().stream().map(m -> m.aggregate().text()).toList();
    }

    private static Suggestion<GoldProposal> suggestion(GoldPlan plan, String table) {
        return plan.suggestions().stream()
                .filter(s -> s.value().spec().table().equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " is not among " + names(plan)));
    }

    private static GoldProposal proposal(GoldPlan plan, String table) {
        return suggestion(plan, table).value();
    }

    private static AggregateGoldSpec spec(GoldPlan plan, String table) {
        return (AggregateGoldSpec) proposal(plan, table).spec();
    }
}
