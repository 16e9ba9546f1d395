package io.medallion.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.MedallionException;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.Xlsx;
import io.medallion.spec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans and builds labelled files and writes what came out: rows, how the file is written, and for each column its type, the
 * number of values and their sum, smallest and largest. Lists of labelled values are planned as tables of one column, and how
 * many types are right is printed. Values that cannot be read are left out with a warning, with {@code unreadableOrWarn()}: labels
 * count values, not rows.
 *
 * <p>Arguments: a folder of sets, each with a {@code truth.json} of which only the paths of files, the names of sheets and the
 * values of lists are read before planning, and the file to write. A file that cannot be loaded is named and left out; the others go on.
 */
public final class PlannerScore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> predictions = new TreeMap<>();

    private PlannerScore() {}

    /** Writes the predictions; a file that cannot be planned is named and left out. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: PlannerScore <folder with sets> <predictions.json>");
            System.exit(2);
        }
        PlannerScore score = new PlannerScore();
        for (Path set : sets(Path.of(args[0]))) {
            score.set(set);
        }
        Files.writeString(Path.of(args[1]), Json.pretty(score.predictions));
        System.out.println(score.predictions.size()
                + " files and lists planned and built; values that cannot be read were left out, not their rows.");
    }

    private static List<Path> sets(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(set -> Files.exists(set.resolve("truth.json")))
                    .sorted()
                    .toList();
        }
    }

    private void set(Path set) throws IOException {
        JsonNode truth = MAPPER.readTree(set.resolve("truth.json").toFile());
        for (JsonNode file : truth.path("files")) {
            String path = file.path("path").asText();
            predict(set.resolve(path), set.getFileName() + "/" + path, file);
        }
        if (truth.has("cases")) {
            ValueLists lists = new ValueLists(set.getFileName().toString(), truth.path("cases"));
            predictions.putAll(lists.plan());
            System.out.println(lists.report());
        }
    }

    /** One file that fails, however it does, must not take the others with it. */
    private void predict(Path file, String name, JsonNode labelled) {
        try (ScoredFile readable = ScoredFile.of(file);
                Medallion medallion = Medallion.inMemory()) {
            Source source = source(readable.path(), labelled).named("score");
            Map<String, Object> prediction = Prediction.of(medallion.pipeline("score", source));
            source.parts().get(0).format().ifPresent(format -> prediction.put("dialect", dialect(format)));
            predictions.put(name, prediction);
        } catch (MedallionException | IOException refused) {
            System.out.println(name + ": " + refused.getMessage());
        } catch (RuntimeException | StackOverflowError defect) {
            System.out.println(name + ": failed unexpectedly: " + defect);
        }
    }

    private static Source source(Path file, JsonNode labelled) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".xlsm")) {
            return Csv.file(file);
        }
        Xlsx workbook = Xlsx.file(file);
        return labelled.path("sheet").isTextual()
                ? workbook.sheet(labelled.path("sheet").asText())
                : workbook;
    }

    private static Map<String, Object> dialect(CsvFormat format) {
        Map<String, Object> dialect = new TreeMap<>();
        dialect.put("encoding", format.charset().name());
        dialect.put("bom", format.byteOrderMark());
        dialect.put("delimiter", text(format.delimiter()));
        dialect.put("quote", text(format.quote()));
        dialect.put("escape", text(format.escape() == null ? format.quote() : format.escape()));
        dialect.put("record_delimiter", format.rowEnds().name());
        dialect.put("header_rows", format.headerRows());
        dialect.put("preamble_rows", format.preambleLines());
        dialect.put("footer_rows", format.footerRows());
        return dialect;
    }

    private static String text(@Nullable Character character) {
        return character == null ? "" : character.toString();
    }
}
