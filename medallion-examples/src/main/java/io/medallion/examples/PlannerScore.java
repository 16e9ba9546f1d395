package io.medallion.examples;

import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Measure.min;
import static io.medallion.spec.Measure.sum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.MedallionException;
import io.medallion.jdbc.Batch;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Json;
import io.medallion.spec.Measure;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plans and builds labelled CSV files and writes what came out: rows, and for each column its type, the number of values and
 * their sum, smallest and largest.
 *
 * <p>Arguments: a folder of sets, each with a {@code truth.json} of which only the paths of files are read, and the file to
 * write.
 */
public final class PlannerScore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlannerScore() {}

    /** Writes the predictions; a file that cannot be planned is named and left out. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: PlannerScore <folder with sets> <predictions.json>");
            System.exit(2);
        }
        Map<String, Object> predictions = new TreeMap<>();
        for (Path set : sets(Path.of(args[0]))) {
            for (JsonNode file :
                    MAPPER.readTree(set.resolve("truth.json").toFile()).path("files")) {
                String path = file.path("path").asText();
                if (Files.isRegularFile(set.resolve(path))) {
                    predict(set.resolve(path), set.getFileName() + "/" + path, predictions);
                }
            }
        }
        Files.writeString(Path.of(args[1]), Json.pretty(predictions));
        System.out.println(predictions.size() + " files planned and built.");
    }

    private static List<Path> sets(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(set -> Files.exists(set.resolve("truth.json")))
                    .sorted()
                    .toList();
        }
    }

    private static void predict(Path file, String name, Map<String, Object> predictions) {
        try (Medallion medallion = Medallion.inMemory()) {
            predictions.put(
                    name, predict(medallion.pipeline("score", Csv.file(file).named("score"))));
        } catch (MedallionException failed) {
            System.out.println(name + ": " + failed.getMessage());
        }
    }

    private static Map<String, Object> predict(Pipeline pipeline) {
        long rows = pipeline.bronze().load().stream().mapToLong(Batch::rows).sum();
        SilverPlan plan = pipeline.silver().plan();
        SilverSpec spec = plan.accept(
                        plan.columns().stream().map(Suggestion::id).toArray(String[]::new))
                .toSpec();
        pipeline.silver().build(spec);
        List<String> bronze = pipeline.bronze().spec("score").columns();
        List<Map<String, Object>> columns = new ArrayList<>();
        for (SilverColumn column : spec.columns()) {
            columns.add(column(pipeline, spec, column, bronze.indexOf(column.source())));
        }
        return Map.of("rows", rows, "columns", columns);
    }

    private static Map<String, Object> column(Pipeline pipeline, SilverSpec spec, SilverColumn column, int index) {
        Map<String, Object> prediction = new LinkedHashMap<>();
        prediction.put("index", index);
        prediction.put("type", column.type().kind().name());
        String name = "\"" + column.name().replace("\"", "\"\"") + "\"";
        List<Measure> measures = new ArrayList<>(List.of(count(name).named("valid")));
        switch (column.type().kind()) {
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> measures.add(sum(name).named("sum"));
            case DATE, TIMESTAMP ->
                measures.addAll(List.of(min(name).named("min"), max(name).named("max")));
            case BOOLEAN -> measures.add(count().where(name).named("true_count"));
            case TEXT, TIME, TIMESTAMPTZ, JSON -> {}
        }
        GoldSpec figures = GoldSpec.builder("figures")
                .from(spec)
                .measure(measures.toArray(Measure[]::new))
                .build();
        pipeline.gold().build(List.of(figures));
        List<Object> values = pipeline.gold().head("figures", 1).rows().get(0);
        for (int i = 0; i < measures.size(); i++) {
            Object value = values.get(i);
            String measure = measures.get(i).name();
            boolean number = measure.equals("valid") || measure.equals("true_count");
            prediction.put(measure, number ? value : String.valueOf(value).replace("null", ""));
        }
        return prediction;
    }
}
