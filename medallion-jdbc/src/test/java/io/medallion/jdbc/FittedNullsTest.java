package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.Evidence;
import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Means, medians and modes are worked out once, stand in the spec, and stay. */
class FittedNullsTest {

    private final Medallion medallion = Medallion.inMemory();
    private final Pipeline pipeline = medallion.pipeline("shop");

    @BeforeEach
    void load() {
        pipeline.specs()
                .apply(pipeline.specs()
                        .changes(PipelineSpec.empty("shop")
                                .with(BronzeSpec.of("orders", "id", "amount", "empty")
                                        .withBatches(BatchMode.ADD))));
        load("1,10.00", "2,", "3,20.01", "4,x", "5,10.00");
    }

    @AfterEach
    void close() {
        medallion.close();
    }

    private void load(String... rows) {
        pipeline.bronze().load(Source.rows("orders", List.of("id", "amount", "empty"), sink -> {
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                sink.row(cells[0], cells[1].isEmpty() ? null : cells[1], null);
            }
        }));
    }

    private SilverPlan plan(NullPolicy policy) {
        return pipeline.silver().plan().editColumn("column:amount", c -> c.as(Parse.decimal(6, 2))
                .nulls(policy)
                .flagMissing());
    }

    private static NullPolicy policy(SilverSpec spec) {
        return spec.column("amount").nulls();
    }

    @Test
    void measuring_a_plan_works_the_constant_out_and_says_what_from() {
        SilverPlan plan = pipeline.silver().measure(plan(NullPolicy.mean()));

        assertThat(policy(plan.toSpec()).describe()).isEqualTo("filled with 13.34, the mean of 3 values up to batch 1");
        assertThat(plan.columns().get(1).evidence())
                .contains(new Evidence(Effect.FILLED, 1, 5, true, 1), new Evidence(Effect.REJECTED, 1, 5, true, 1));
        assertThat(SilverPlan.fromJson(plan.toJson()).toSpec()).isEqualTo(plan.toSpec());
        assertThat(policy(SilverSpec.fromJson(plan.toSpec().toJson()))).isEqualTo(policy(plan.toSpec()));
    }

    @Test
    void building_a_plan_works_out_what_was_not_measured() {
        pipeline.silver().build(plan(NullPolicy.median()));

        assertThat(policy(pipeline.silver().spec().orElseThrow()).describe())
                .isEqualTo("filled with 10.00, the median of 3 values up to batch 1");
        assertThat(pipeline.silver().head(9).rows().toString())
                .isEqualTo("[[1, 10.00, false, null], [2, 10.00, true, null], [3, 20.01, false, null],"
                        + " [5, 10.00, false, null]]");
        assertThat(pipeline.silver()
                        .preview(plan(NullPolicy.median()), 2)
                        .rows()
                        .toString())
                .contains("10.00");
    }

    @Test
    void later_data_does_not_move_the_constant() {
        pipeline.silver().build(plan(NullPolicy.mode()));
        SilverSpec built = pipeline.silver().spec().orElseThrow();
        load("6,99.00", "7,99.00", "8,99.00", "9,");
        pipeline.refresh();

        assertThat(pipeline.silver().spec()).contains(built);
        assertThat(pipeline.silver().head(9).rows().toString()).contains("[9, 10.00, true, null]");
        SilverSpec again = pipeline.silver().fit(built.withColumn("amount", c -> c.nulls(NullPolicy.mode())));
        assertThat(PipelineSpec.empty("shop")
                        .with(again)
                        .changesFrom(PipelineSpec.empty("shop").with(built))
                        .explain())
                .contains("missing values filled with 10.00, the mode of 3 values up to batch 1 becomes"
                        + " filled with 99.00, the mode of 6 values up to batch 2");
    }

    @Test
    void what_the_same_values_give_again_is_no_change() {
        SilverSpec spec = pipeline.silver().fit(plan(NullPolicy.mode()).toSpec());
        SilverSpec stated = spec.withColumn("amount", c -> c.nulls(NullPolicy.fill(new java.math.BigDecimal("10.00"))));

        assertThat(spec.fingerprint()).isEqualTo(stated.fingerprint());
    }

    @Test
    void a_spec_in_which_something_is_still_to_be_worked_out_is_not_built() {
        SilverSpec spec = plan(NullPolicy.mean()).toSpec();

        assertThatThrownBy(() -> pipeline.silver().build(spec))
                .isInstanceOf(MedallionException.class)
                .hasMessage(
                        "Silver spec 'orders': column 'amount' has its missing values filled with a mean still to be"
                                + " worked out. Build the plan it comes from, or call fit(spec) on the Silver layer first.");
        assertThat(pipeline.silver().build(pipeline.silver().fit(spec)).rows().written())
                .isEqualTo(4);
    }

    @Test
    void a_column_without_values_has_no_mean() {
        SilverPlan plan = pipeline.silver().plan().editColumn("column:empty", c -> c.as(Parse.integer())
                .nulls(NullPolicy.mean()));

        assertThatThrownBy(() -> pipeline.silver().build(plan))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("column 'empty' has no value to work out a mean from");
        assertThat(pipeline.silver().measure(plan).toSpec().unfitted()).containsExactly("empty");
    }
}
