package io.medallion.jdbc.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.plan.Decision;
import io.medallion.plan.Evidence;
import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.ProbeQuestion;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.DateParse;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBasedPlanTest {

    private static final int MANY = 12_000;

    @Test
    void a_value_beyond_the_looked_at_ones_still_decides() {
        Stream<String> late =
                Stream.concat(IntStream.range(0, MANY).mapToObj(i -> String.valueOf(i + 1)), Stream.of("158.5"));
        try (MeasuredTable table = MeasuredTable.column("n", late)) {
            Suggestion<SilverColumn> column = table.plan().columns().get(0);
            assertThat(column.value().type()).isEqualTo(ColumnType.decimal(6, 1));
            assertThat(column.evidence()).containsExactly(read(MANY + 1, MANY + 1));
        }
    }

    @Test
    void one_slip_among_many_is_measured_as_a_reject() {
        Stream<String> slip =
                Stream.concat(IntStream.range(0, MANY).mapToObj(i -> String.valueOf(100_000 + i)), Stream.of("39x5B"));
        try (MeasuredTable table = MeasuredTable.column("n", slip)) {
            Suggestion<SilverColumn> column = table.plan().columns().get(0);
            assertThat(column.value().type()).isEqualTo(ColumnType.INTEGER);
            assertThat(column.evidence())
                    .containsExactly(read(MANY, MANY + 1), new Evidence(Effect.REJECTED, 1, MANY + 1, true, 1));
            assertThat(column.reason()).contains("1 row would be rejected ('39x5B')");
        }
    }

    @Test
    void a_slip_that_is_only_warned_about_is_measured_as_what_becomes_of_it() {
        Stream<String> slip = Stream.concat(
                IntStream.range(0, MANY).mapToObj(i -> String.valueOf(100_000 + i)), Stream.of("39x5B", "", " "));
        try (MeasuredTable table = MeasuredTable.column("n", slip)) {
            SilverPlan plan = table.plan();
            long all = MANY + 3L;
            assertThat(plan.explain()).contains("unreadableOrWarn()");
            SilverPlan warned = plan.unreadableOrWarn();
            List<Evidence> kept =
                    List.of(read(MANY, all), evidence(Effect.MISSING, 2, all), evidence(Effect.NULLED, 1, all));
            assertThat(warned.columns().get(0).evidence()).containsExactlyElementsOf(kept);
            assertThat(measured(table, warned, c -> c)).containsExactlyElementsOf(kept);
            assertThat(measured(table, warned, c -> c.nulls(NullPolicy.fill(0))))
                    .containsExactly(read(MANY, all), evidence(Effect.FILLED, 3, all));
            assertThat(measured(table, warned, c -> c.nulls(NullPolicy.dropRow())))
                    .containsExactly(read(MANY, all), evidence(Effect.REJECTED, 3, all));
            assertThat(measured(table, warned, c -> c.nulls(NullPolicy.forward())))
                    .containsExactly(read(MANY, all), evidence(Effect.FILLED, 3, all));
            assertThat(measured(table, warned, c -> c.unreadable(CheckAction.FAIL)))
                    .containsExactly(
                            read(MANY, all), evidence(Effect.MISSING, 2, all), evidence(Effect.REJECTED, 1, all));
        }
    }

    private static List<Evidence> measured(MeasuredTable table, SilverPlan plan, UnaryOperator<SilverColumn> edit) {
        return plan.editColumn("column:n", edit)
                .measured(table.request())
                .columns()
                .get(0)
                .evidence();
    }

    @Test
    void one_leading_zero_among_many_keeps_codes_as_text() {
        Stream<String> codes =
                Stream.concat(IntStream.range(0, MANY).mapToObj(i -> String.valueOf(10_000 + i)), Stream.of("01907"));
        try (MeasuredTable table = MeasuredTable.column("area", codes)) {
            assertThat(table.plan().columns().get(0).value().type())
                    .as("an integer reads 01907 without a complaint, so the probe alone does not see it")
                    .isEqualTo(ColumnType.TEXT);
        }
    }

    @Test
    void a_word_that_stands_in_many_rows_is_a_category_not_a_slip() {
        Stream<String> districts =
                IntStream.range(0, 400).mapToObj(i -> i % 50 == 0 ? "At-Large" : String.valueOf(i % 30));
        try (MeasuredTable table = MeasuredTable.column("District", districts)) {
            assertThat(table.plan().columns().get(0).value().type()).isEqualTo(ColumnType.TEXT);
        }
    }

    @Test
    void two_digit_years_are_read_as_past_and_it_is_said() {
        try (MeasuredTable table =
                MeasuredTable.column("signed", Stream.of("1/21/77", "9/23/77", "1/20/01", "1/10/28"))) {
            Suggestion<SilverColumn> column = table.plan().columns().get(0);
            assertThat(((DateParse) column.value().parse()).pivot()).isEqualTo(1927);
            assertThat(column.reason()).contains("Years have two digits");
        }
    }

    @Test
    void texts_that_are_nearly_the_same_but_may_differ_are_named_and_left() {
        Stream<String> units = IntStream.range(0, 60).mapToObj(i -> i % 3 == 0 ? "Pa" : i % 3 == 1 ? "PA" : "K");
        try (MeasuredTable table = MeasuredTable.column("unit", units)) {
            assertThat(table.plan().treatments()).isEmpty();
            assertThat(table.plan().columns().get(0).reason())
                    .endsWith("Nearly the same and left apart, for they may differ: 'PA' and 'Pa'.");
        }
    }

    @Test
    void an_unproven_order_of_day_and_month_is_not_accepted_by_the_confident() {
        try (MeasuredTable table = MeasuredTable.column("d", Stream.of("04/05/2021", "06/07/2021"))) {
            SilverPlan plan = table.plan();
            assertThat(plan.columns().get(0).value().type()).isEqualTo(ColumnType.DATE);
            assertThat(plan.acceptAtLeast(0.8).toSpec().column("d").type()).isEqualTo(ColumnType.TEXT);
            assertThat(plan.explain()).contains("No value proves whether the day or the month stands first");
        }
    }

    @Test
    void an_identifier_is_the_key_and_no_measure() {
        try (MeasuredTable table = orders()) {
            SilverPlan plan = table.plan();
            assertThat(plan.key().orElseThrow().value()).containsExactly("order_id");
            assertThat(plan.columns())
                    .extracting(c -> c.value().annotations().role())
                    .containsExactly(
                            Role.KEY, Role.FOREIGN_KEY, Role.TIME, Role.MEASURE, Role.DIMENSION, Role.ATTRIBUTE);
        }
    }

    @Test
    void checks_come_with_what_they_would_refuse() {
        try (MeasuredTable table = orders()) {
            assertThat(table.plan().checks()).anySatisfy(c -> {
                assertThat(c.id()).isEqualTo("check:amount:range");
                assertThat(c.value().check().rule()).isEqualTo(Check.atLeast(0).rule());
                assertThat(c.evidence()).containsExactly(new Evidence(Effect.REJECTED, 0, 60, true, 1));
            });
            assertThat(table.plan().checks()).anySatisfy(c -> assertThat(c.id()).isEqualTo("check:status:in"));
            assertThat(table.plan().checks()).anySatisfy(c -> {
                assertThat(c.id()).isEqualTo("check:email:matches");
                assertThat(c.evidence()).containsExactly(new Evidence(Effect.WARNED, 1, 60, true, 1));
            });
        }
    }

    @Test
    void values_of_personal_columns_are_not_told() {
        try (MeasuredTable table = orders()) {
            assertThat(table.plan().explain())
                    .contains("Probably personal data: 'email'")
                    .doesNotContain("customer7@");
        }
    }

    @Test
    void a_repeated_identifier_is_deduplicated_by_what_orders_it() {
        Stream<String[]> rows = Stream.concat(
                IntStream.range(0, 100).mapToObj(i -> new String[] {String.valueOf(i), "2024-01-01 10:00:00", "a"}),
                Stream.of(new String[][] {{"7", "2024-02-01 10:00:00", "b"}}));
        try (MeasuredTable table = MeasuredTable.of("orders", List.of("id", "updated_at", "state"), rows)) {
            Suggestion<Deduplication> duplicates = table.plan().deduplication().orElseThrow();
            assertThat(duplicates.value())
                    .isEqualTo(Deduplication.latestPer("id").by("updated_at"));
            assertThat(duplicates.evidence()).containsExactly(new Evidence(Effect.DUPLICATE, 1, 101, true, 1));
        }
    }

    @Test
    void equal_rows_without_a_key_stay_unless_somebody_says_otherwise() {
        Stream<String[]> rows = Stream.of(new String[][] {{"a", "1"}, {"a", "1"}, {"b", "2"}, {"a", "2"}, {"b", "1"}});
        try (MeasuredTable table = MeasuredTable.of("t", List.of("x", "y"), rows)) {
            SilverPlan plan = table.plan().acceptAll();
            assertThat(plan.deduplication().orElseThrow().decision()).isEqualTo(Decision.REJECTED);
            assertThat(plan.toSpec().deduplication()).isEqualTo(Deduplication.none());
            assertThat(plan.accept("deduplication").toSpec().deduplication().key())
                    .containsExactly("x", "y");
        }
    }

    @Test
    void an_identifier_stays_the_key_where_a_row_cannot_be_read() {
        Stream<String[]> rows = IntStream.range(0, 60)
                .mapToObj(i -> new String[] {i == 30 ? "total" : String.valueOf(i), String.valueOf(i % 7)});
        try (MeasuredTable table = MeasuredTable.of("orders", List.of("id", "amount"), rows)) {
            var key = table.plan().key().orElseThrow();
            assertThat(key.value()).containsExactly("id");
            assertThat(key.reason()).contains("What cannot be read is rejected with or without a key");
        }
    }

    @Test
    void two_references_together_are_a_key_where_neither_is() {
        Stream<String[]> rows =
                IntStream.range(0, 60).mapToObj(i -> new String[] {String.valueOf(i / 6), String.valueOf(i % 6), "x"});
        try (MeasuredTable table = MeasuredTable.of("playlist_track", List.of("PlaylistId", "TrackId", "note"), rows)) {
            assertThat(table.plan().key().orElseThrow().value()).containsExactly("playlist_id", "track_id");
        }
    }

    @Test
    void a_header_alone_says_what_cannot_be_known() {
        try (MeasuredTable table = MeasuredTable.of("t", List.of("a", "b"), Stream.empty())) {
            SilverPlan plan = table.plan();
            assertThat(plan.explain()).contains("Only a header").contains("cannot be known");
            assertThat(plan.acceptAll().toSpec().column("a").type()).isEqualTo(ColumnType.TEXT);
        }
    }

    @Test
    void a_probe_counts_missing_refused_and_failed_rows() {
        try (MeasuredTable table = MeasuredTable.column("n", Stream.of("1", "-2", "x", "", "NA", "-2"))) {
            SilverColumn column = SilverColumn.column("n")
                    .as(Parse.integer())
                    .nullWords("NA")
                    .check(Check.atLeast(0), Check.unique());
            assertThat(table.answer(new ProbeQuestion.Column(column)))
                    .isEqualTo(new ProbeQuestion.ColumnAnswer(6, 2, 1, List.of(2L, 1L)));
            assertThat(table.answer(new ProbeQuestion.Refused(column, 10)).values())
                    .singleElement()
                    .satisfies(v -> assertThat(v.value()).isEqualTo("x"));
            assertThat(table.answer(new ProbeQuestion.Copies())).isEqualTo(new ProbeQuestion.RowsAnswer(6, 1));
            assertThat(table.answer(new ProbeQuestion.Key(List.of(column))))
                    .isEqualTo(new ProbeQuestion.KeyAnswer(6, 3, 2));
            assertThat(table.answer(new ProbeQuestion.Rows(List.of(column), Check.that("n > 0"))))
                    .isEqualTo(new ProbeQuestion.RowsAnswer(6, 2));
        }
    }

    private static MeasuredTable orders() {
        Stream<String[]> rows = IntStream.range(0, 60).mapToObj(i -> new String[] {
            String.valueOf(1000 + i),
            String.valueOf(i % 7),
            "2024-%02d-%02d".formatted(1 + i % 12, 1 + i % 28),
            i + ".50",
            i % 3 == 0 ? "open" : "paid",
            i == 9 ? "none given" : "customer" + i + "@example.org"
        });
        return MeasuredTable.of(
                "orders", List.of("Order ID", "CustomerId", "ordered_on", "amount", "status", "email"), rows);
    }

    private static Evidence evidence(Effect effect, long rows, long of) {
        return new Evidence(effect, rows, of, true, 1);
    }

    private static Evidence read(long rows, long of) {
        return new Evidence(Effect.READ, rows, of, true, 1);
    }
}
