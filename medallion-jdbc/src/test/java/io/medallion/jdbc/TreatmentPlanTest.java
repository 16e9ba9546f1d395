package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.ColumnTreatment;
import io.medallion.plan.Decision;
import io.medallion.plan.Evidence;
import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is proposed for the values of a column beyond reading them, measured, decided and built. */
class TreatmentPlanTest {

    private static final int ROWS = 60;

    private final Medallion medallion = Medallion.inMemory();
    private final Pipeline pipeline = medallion.pipeline("people", source());

    @AfterEach
    void close() {
        medallion.close();
    }

    private static Source source() {
        return Source.rows("data", List.of("id", "at", "sex", "note", "amount"), sink -> {
                    for (int i = 0; i < ROWS; i++) {
                        sink.row(
                                String.valueOf(i + 1),
                                i == 7 ? null : "2024-01-%02d".formatted(1 + i % 28),
                                i % 20 == 0 ? "M" : i % 20 == 1 ? " male" : i % 2 == 0 ? "Male" : "Female",
                                i == 31 ? null : i % 6 == 0 ? "N/A" : i % 6 == 1 ? "unknown" : "text of some kind",
                                amount(i));
                    }
                })
                .named("people");
    }

    private static @Nullable String amount(int i) {
        return i % 10 == 3 ? null : (i == 0 ? "900.00" : "1" + i % 7 + ".00");
    }

    private SilverPlan plan() {
        pipeline.bronze().load();
        return pipeline.silver().plan();
    }

    private static Suggestion<ColumnTreatment> treatment(SilverPlan plan, String id) {
        return plan.treatments().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> built(SilverSpec spec, String column, int rows) {
        pipeline.silver().build(spec);
        int index = List.copyOf(spec.types().keySet()).indexOf(column);
        return pipeline.silver().head(rows).rows().stream()
                .map(row -> String.valueOf(row.get(index)))
                .toList();
    }

    @Test
    void proposals_say_how_many_rows_they_would_change() {
        SilverPlan plan = plan();

        assertThat(treatment(plan, "mapping:sex").evidence())
                .containsExactly(new Evidence(Effect.REPLACED, 6, ROWS, true, 1));
        assertThat(treatment(plan, "mapping:sex").reason())
                .isEqualTo(
                        "By the list of sexes, in the form that most rows have: 'M' becomes 'Male', 'male' becomes 'Male'.");
        assertThat(treatment(plan, "null-words:note").evidence())
                .containsExactly(new Evidence(Effect.MISSING, 10, ROWS, true, 1));
        assertThat(treatment(plan, "missing:amount").evidence())
                .containsExactly(new Evidence(Effect.FILLED, 6, ROWS, true, 1));
        assertThat(plan.explain())
                .contains(
                        "sex: 2 spellings replaced [70 %]",
                        "Measured: 6 of 60 rows with another spelling.",
                        "amount: missing values filled with a median still to be worked out [30 %, rejected]");
    }

    @Test
    void nothing_is_done_to_values_before_somebody_says_so() {
        SilverSpec spec = plan().acceptAtLeast(0.8).toSpec();

        assertThat(spec.columns()).allSatisfy(c -> {
            assertThat(c.mapping()).isEmpty();
            assertThat(c.nullWords()).isEmpty();
            assertThat(c.nulls()).isEqualTo(NullPolicy.keep());
        });
        assertThat(pipeline.silver()
                        .plan()
                        .acceptAll()
                        .toSpec()
                        .column("amount")
                        .nulls())
                .as("a value nobody measured is put in only where it was asked for by name")
                .isEqualTo(NullPolicy.keep());
    }

    @Test
    void what_is_accepted_is_built() {
        SilverPlan plan = plan().acceptAll().accept("missing:amount");
        SilverPlan measured = pipeline.silver().measure(plan);
        SilverSpec spec = measured.toSpec();

        assertThat(spec.column("amount").nulls().describe())
                .isEqualTo("filled with 13.00, the median of 54 values up to batch 1");
        assertThat(treatment(measured, "missing:amount").decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(measured.columns().get(4).evidence()).contains(new Evidence(Effect.FILLED, 6, ROWS, true, 1));
        assertThat(measured.columns().get(3).evidence()).contains(new Evidence(Effect.MISSING, 11, ROWS, true, 1));
        assertThat(SilverPlan.fromJson(measured.toJson()).toSpec()).isEqualTo(spec);
        assertThat(built(spec, "sex", 3)).containsExactly("Male", "Male", "Male");
        assertThat(built(spec, "note", 3)).containsExactly("null", "unknown", "text of some kind");
        assertThat(built(spec, "amount", 4)).containsExactly("900.00", "11.00", "12.00", "13.00");
        assertThat(built(spec, "is_amount_missing", 4)).containsExactly("false", "false", "false", "true");
    }

    @Test
    void a_treatment_that_no_longer_suits_an_edited_column_is_rejected() {
        SilverPlan plan = plan().acceptAll().editColumn("column:sex", c -> c.as(Parse.yesNo("male", "female")));

        assertThat(treatment(plan, "mapping:sex").decision()).isEqualTo(Decision.REJECTED);
        assertThat(plan.toSpec().column("sex").mapping()).isEmpty();
    }

    @Test
    void filling_forward_is_measured_on_the_rows_that_are_built() {
        SilverPlan plan = plan().acceptAll()
                .editColumn("column:at", c -> c.named("day"))
                .editColumn(
                        "column:amount",
                        c -> c.nulls(NullPolicy.forward().by("at").per("sex")));
        SilverPlan measured = pipeline.silver().measure(plan);

        long filled = measured.columns().get(4).evidence().stream()
                .filter(e -> e.effect() == Effect.FILLED)
                .mapToLong(Evidence::rows)
                .sum();
        SilverSpec spec = measured.toSpec();
        assertThat(spec.column("amount").nulls())
                .isEqualTo(NullPolicy.forward().by("day").per("sex"));
        List<String> amounts = built(spec, "amount", ROWS);
        assertThat(filled)
                .isPositive()
                .isEqualTo(6 - amounts.stream().filter("null"::equals).count());
    }

    @Test
    void filling_forward_along_a_column_that_is_not_accepted_is_refused() {
        SilverPlan plan = plan().editColumn(
                        "column:amount", c -> c.nulls(NullPolicy.forward().by("at")));

        assertThatThrownBy(plan::toSpec)
                .isInstanceOf(MedallionException.class)
                .hasMessage("plan of 'people': column 'amount' is filled forward along 'at', which is not accepted and"
                        + " would be compared as text. Accept column:at too, or fill in another way.");
        assertThat(pipeline.silver().measure(plan).columns().get(4).evidence())
                .anySatisfy(e -> assertThat(e.effect()).isEqualTo(Effect.FILLED));
    }
}
