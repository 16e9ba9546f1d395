package io.medallion.jdbc.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.plan.CheckPriority;
import io.medallion.plan.ColumnCheck;
import io.medallion.plan.Evidence;
import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which checks are proposed, what each would refuse, and how much each matters. */
class CheckPlanTest {

    private static final int ROWS = 60;

    private static final LocalDate NEWEST = LocalDate.of(2026, 2, 27);

    private static MeasuredTable bookings() {
        return MeasuredTable.of(
                "bookings",
                List.of(
                        "booking_id",
                        "start_date",
                        "end_date",
                        "min_price",
                        "max_price",
                        "share_percent",
                        "article",
                        "batch_code"),
                IntStream.range(0, ROWS).mapToObj(i -> new String[] {
                    String.valueOf(1000 + i),
                    NEWEST.minusDays(i).toString(),
                    NEWEST.minusDays(i).plusDays(i == 5 ? -1 : i == 6 ? 0 : 3).toString(),
                    (10 + i % 9) + ".50",
                    i == 2 ? "12.50" : (i < 2 ? 1 : 30 + i % 4) + ".00",
                    String.valueOf(i % 101),
                    i == 7 ? "unknown" : "AB-%03d".formatted(i),
                    "%c%c%c%c".formatted('a' + i % 26, 'B' + i % 20, 'c' + i % 7, 'A' + i / 26)
                }));
    }

    private static Suggestion<ColumnCheck> check(SilverPlan plan, String id) {
        return plan.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private static Evidence warned(long rows) {
        return new Evidence(Effect.WARNED, rows, ROWS, true, 1);
    }

    @Test
    void times_and_bounds_that_belong_together_are_compared() {
        try (MeasuredTable table = bookings()) {
            SilverPlan plan = table.plan();

            assertThat(check(plan, "check:row:end_date_not_before_start_date").evidence())
                    .containsExactly(warned(1));
            assertThat(check(plan, "check:row:max_price_not_below_min_price").evidence())
                    .containsExactly(warned(2));
        }
    }

    @Test
    void codes_are_held_to_their_form_or_length() {
        try (MeasuredTable table = bookings()) {
            SilverPlan plan = table.plan();
            Suggestion<ColumnCheck> article = check(plan, "check:article:matches");

            assertThat(article.value().check().rule())
                    .isEqualTo(Check.matches("[A-Z]{2}\\-[0-9]{3}").rule());
            assertThat(article.evidence()).containsExactly(warned(1));
            assertThat(check(plan, "check:batch_code:length").value().check().rule())
                    .isEqualTo(Check.lengthBetween(4, 4).rule());
            assertThat(check(plan, "check:batch_code:length").evidence()).containsExactly(warned(0));
        }
    }

    @Test
    void a_percentage_lies_between_0_and_100() {
        try (MeasuredTable table = bookings()) {
            assertThat(check(table.plan(), "check:share_percent:range")
                            .value()
                            .check()
                            .rule())
                    .isEqualTo(Check.between(0, 100).rule());
        }
    }

    @Test
    void the_table_as_a_whole_has_rows_few_rejects_and_fresh_data() {
        try (MeasuredTable table = bookings()) {
            SilverPlan plan = table.plan();

            assertThat(plan.tableChecks())
                    .extracting(Suggestion::value)
                    .containsExactly(
                            TableCheck.rowsAtLeast(30).orWarn(),
                            TableCheck.rejectsAtMost(0.05),
                            TableCheck.freshWithin("start_date", Duration.ofDays(5))
                                    .orWarn());
            assertThat(plan.acceptAtLeast(0.8).toSpec().tableChecks()).isEmpty();
            SilverSpec spec = plan.accept("table:row-count", "table:freshness", "column:start_date")
                    .editColumn("column:start_date", c -> c.named("starts"))
                    .toSpec();
            assertThat(spec.tableChecks())
                    .containsExactly(
                            TableCheck.rowsAtLeast(30).orWarn(),
                            TableCheck.freshWithin("starts", Duration.ofDays(5)).orWarn());
            assertThat(plan.accept("table:freshness").toSpec().tableChecks())
                    .as("text has no age")
                    .isEmpty();
            assertThat(SilverPlan.fromJson(plan.accept("table:row-count").toJson())
                            .toSpec()
                            .tableChecks())
                    .hasSize(1);
        }
    }

    @Test
    void what_breaks_joins_matters_most_and_what_is_only_new_least() {
        try (MeasuredTable table = bookings()) {
            SilverPlan plan = table.plan();
            Suggestion<ColumnCheck> unique = Suggestion.of(ColumnCheck.on("article", Check.unique()), 0.5, "");

            assertThat(CheckPriority.of(unique)).isEqualTo(CheckPriority.HIGH);
            assertThat(CheckPriority.of(check(plan, "check:row:end_date_not_before_start_date")))
                    .isEqualTo(CheckPriority.MEDIUM);
            assertThat(CheckPriority.of(check(plan, "check:article:matches"))).isEqualTo(CheckPriority.LOW);
            assertThat(plan.explain()).contains("article: matches [A-Z]{2}\\-[0-9]{3}, warn only, low priority [60 %]");
            assertThat(plan.toJson()).contains("\"priority\":\"LOW\"");
        }
    }

    @Test
    void a_check_can_be_made_to_reject_or_to_fail() {
        try (MeasuredTable table = bookings()) {
            SilverPlan plan = table.plan()
                    .accept("column:article")
                    .editCheck(
                            "check:article:matches",
                            c -> new Check(c.rule(), c.name(), c.reason(), CheckAction.REJECT));

            assertThat(plan.toSpec().column("article").checks())
                    .singleElement()
                    .matches(c -> c.action() == CheckAction.REJECT);
            assertThat(plan.editCheck("check:article:matches", Check::orFail)
                            .toSpec()
                            .column("article")
                            .checks())
                    .singleElement()
                    .matches(c -> c.action() == CheckAction.FAIL);
        }
    }
}
