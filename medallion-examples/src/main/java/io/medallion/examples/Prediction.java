package io.medallion.examples;

import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Measure.min;
import static io.medallion.spec.Measure.sum;

import io.medallion.MedallionException;
import io.medallion.jdbc.Batch;
import io.medallion.jdbc.Pipeline;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Measure;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan makes of a table, and what came out when it was built. */
final class Prediction {

    private final Pipeline pipeline;
    private final SilverSpec spec;
    private final List<String> bronze;

    private Prediction(Pipeline pipeline, SilverSpec spec) {
        this.pipeline = pipeline;
        this.spec = spec;
        this.bronze = pipeline.bronze().spec("score").columns();
    }

    /**
     * Loads, plans and builds the table {@code score} of the pipeline with all proposed columns. Values that cannot be read are
     * warned about and left out of their column, as labels count values: rejecting their rows would take the values of the other
     * columns with them.
     */
    static Map<String, Object> of(Pipeline pipeline) {
        List<Batch> batches = pipeline.bronze().load();
        SilverPlan plan = pipeline.silver().plan().unreadableOrWarn();
        SilverSpec spec = plan.accept(
                        plan.columns().stream().map(Suggestion::id).toArray(String[]::new))
                .toSpec();
        pipeline.silver().build(spec);
        Map<String, Object> prediction = new LinkedHashMap<>();
        prediction.put("rows", batches.stream().mapToLong(Batch::rows).sum());
        prediction.put("columns", new Prediction(pipeline, spec).columns());
        return prediction;
    }

    /** All figures at once; one column at a time where a sum is beyond what the database can hold. */
    private List<Map<String, Object>> columns() {
        List<SilverColumn> all = spec.columns();
        try {
            return figures(all);
        } catch (MedallionException beyond) {
            return all.stream().map(this::alone).toList();
        }
    }

    private Map<String, Object> alone(SilverColumn column) {
        try {
            return figures(List.of(column)).get(0);
        } catch (MedallionException beyond) {
            return described(column);
        }
    }

    private List<Map<String, Object>> figures(List<SilverColumn> columns) {
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int number = i;
            measures(columns.get(i)).forEach(m -> measures.add(m.named(m.name() + "_" + number)));
        }
        GoldSpec figures = GoldSpec.builder("figures")
                .from(spec)
                .measure(measures.toArray(Measure[]::new))
                .build();
        pipeline.gold().build(List.of(figures));
        List<@Nullable Object> values =
                pipeline.gold().head("figures", 1).rows().get(0);
        List<Map<String, Object>> described =
                columns.stream().map(this::described).toList();
        for (int i = 0; i < measures.size(); i++) {
            String name = measures.get(i).name();
            int end = name.lastIndexOf('_');
            described.get(Integer.parseInt(name.substring(end + 1))).put(name.substring(0, end), figure(values.get(i)));
        }
        return described;
    }

    private static Object figure(@Nullable Object value) {
        return value instanceof Long ? value : value == null ? "" : value.toString();
    }

    private Map<String, Object> described(SilverColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("index", bronze.indexOf(column.source()));
        described.put("type", column.type().kind().name());
        return described;
    }

    private static List<Measure> measures(SilverColumn column) {
        String name = "\"" + column.name().replace("\"", "\"\"") + "\"";
        List<Measure> measures = new ArrayList<>(List.of(count(name).named("valid")));
        switch (column.type().kind()) {
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> measures.add(sum(name).named("sum"));
            case DATE, TIMESTAMP ->
                measures.addAll(List.of(min(name).named("min"), max(name).named("max")));
            case BOOLEAN -> measures.add(count().where(name).named("true_count"));
            case TEXT, TIME, TIMESTAMPTZ, JSON -> {}
        }
        return measures;
    }
}
