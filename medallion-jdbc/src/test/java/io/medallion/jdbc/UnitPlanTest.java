package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.source.Source;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for columns with units, and what becomes of it. */
class UnitPlanTest {

    private static SilverPlan plan(Pipeline pipeline) {
        pipeline.bronze().load();
        return pipeline.silver().plan();
    }

    private static Source source(String column, List<String> values) {
        return Source.rows("data", List.of("id", column), sink -> {
                    for (int i = 0; i < values.size(); i++) {
                        sink.row(String.valueOf(i + 1), values.get(i));
                    }
                })
                .named("parcels");
    }

    private static Suggestion<SilverColumn> suggestion(SilverPlan plan) {
        return plan.columns().get(1);
    }

    private static SilverSpec accepted(SilverPlan plan) {
        return plan.accept(plan.columns().stream().map(Suggestion::id).toArray(String[]::new))
                .toSpec();
    }

    @Test
    void takes_mixed_units_of_one_dimension_apart() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline(
                    "post", source("Weight", List.of("1.5 kg", "5 lb", "2 kg", "12.25 kg", "8 lbs", "3 kg")));
            SilverPlan plan = plan(pipeline);
            assertThat(suggestion(plan).reason())
                    .startsWith("Numbers with units of one kind (4 kg, 2 lb) in 6 of 6 values");
            SilverSpec spec = accepted(plan);
            assertThat(spec.types().keySet()).containsExactly("id", "weight", "weight_unit", "weight_kg");
            pipeline.silver().build(spec);
            assertThat(pipeline.silver().head(2).rows().toString())
                    .startsWith("[[1, 1.50, kg, 1.5000000000], [2, 5.00, lb, 2.2679618500]");
        }
    }

    @Test
    void leaves_units_of_several_dimensions_and_counted_nouns_as_text() {
        try (Medallion medallion = Medallion.inMemory()) {
            SilverPlan plan = plan(medallion.pipeline(
                    "post", source("Size", List.of("1.5 kg", "5 m", "2 kg", "12 m", "8 kg", "3 m"))));
            assertThat(suggestion(plan).value().type().toString()).isEqualTo("TEXT");
            assertThat(suggestion(plan).reason()).startsWith("Numbers with units of several kinds (kg, m)");
        }
        try (Medallion medallion = Medallion.inMemory()) {
            SilverPlan plan = plan(medallion.pipeline(
                    "post", source("Sample", List.of("37 patients", "5 nurses", "2 patients", "12 patients"))));
            assertThat(suggestion(plan).value().type().toString()).isEqualTo("TEXT");
        }
    }

    @Test
    void reads_the_unit_in_the_header() {
        try (Medallion medallion = Medallion.inMemory()) {
            SilverPlan plan = plan(medallion.pipeline("post", source("weight_lb", List.of("10", "20", "20", "5"))));
            SilverColumn weight = suggestion(plan).value();
            assertThat(weight.annotations().unit()).isEqualTo("lb");
            assertThat(weight.besides().keySet()).containsExactly("weight_lb_unit", "weight_kg");
        }
        try (Medallion medallion = Medallion.inMemory()) {
            SilverPlan plan = plan(medallion.pipeline("post", source("Width (cm)", List.of("10", "20", "20", "5"))));
            SilverColumn width = suggestion(plan).value();
            assertThat(width.annotations().unit()).isEqualTo("cm");
            assertThat(width.unit()).isNull();
        }
    }

    /** {@code min} and {@code in} mean a unit only after what is measured in it. */
    @ParameterizedTest
    @CsvSource({
        "duration_min, min",
        "trip distance mi, mi",
        "temp_f, degF",
        "Temperature_C, degC",
        "file_size_mb, MB",
        "response_time_ms, ms",
        "length_in, in",
        "area_ha, ha",
        "price_min,",
        "checked_in,",
        "grade_c,",
        "total_m,",
        "time_of_day,",
    })
    void a_short_unit_counts_after_its_quantity(String header, @Nullable String unit) {
        try (Medallion medallion = Medallion.inMemory()) {
            SilverPlan plan = plan(medallion.pipeline("post", source(header, List.of("10", "20", "25", "5"))));
            assertThat(suggestion(plan).value().annotations().unit()).isEqualTo(unit);
        }
    }
}
