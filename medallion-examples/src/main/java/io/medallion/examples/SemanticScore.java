package io.medallion.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.MedallionException;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.SemanticType;
import io.medallion.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Profiles labelled CSV files and prints how many of the columns labelled as personal data are flagged, each one that is missed,
 * each flagged one that has no label, and what is recognised for each labelled kind of value.
 *
 * <p>Argument: a folder of sets, each with a {@code truth.json}. A column without the label {@code pii} may be personal all the
 * same: what is listed as extra is for a person to judge.
 */
public final class SemanticScore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the labels call a kind, up to the first dot, and the type of this library; labels that are not here are not compared. */
    private static final Map<String, Set<SemanticType>> TYPES = Map.ofEntries(
            Map.entry("AIRLINE", Set.of(SemanticType.AIRLINE)),
            Map.entry("AIRPORT_CODE", Set.of(SemanticType.AIRPORT_CODE)),
            Map.entry("CITY", Set.of(SemanticType.CITY)),
            Map.entry("COMPANY_NAME", Set.of(SemanticType.COMPANY_NAME)),
            Map.entry(
                    "COORDINATE",
                    Set.of(SemanticType.LATITUDE, SemanticType.LONGITUDE, SemanticType.EASTING, SemanticType.NORTHING)),
            Map.entry("COORDINATE_PAIR", Set.of(SemanticType.COORDINATE_PAIR, SemanticType.GEOMETRY)),
            Map.entry("COUNTRY", Set.of(SemanticType.COUNTRY, SemanticType.COUNTRY_CODE)),
            Map.entry("CURRENCY_CODE", Set.of(SemanticType.CURRENCY_CODE)),
            Map.entry("EMAIL", Set.of(SemanticType.EMAIL)),
            Map.entry("FREE_TEXT", Set.of(SemanticType.FREE_TEXT)),
            Map.entry("GENDER", Set.of(SemanticType.GENDER)),
            Map.entry("GUID", Set.of(SemanticType.UUID)),
            Map.entry("IPADDRESS", Set.of(SemanticType.IP_ADDRESS)),
            Map.entry("JOB_TITLE_EN", Set.of(SemanticType.JOB_TITLE)),
            Map.entry("LANGUAGE", Set.of(SemanticType.LANGUAGE)),
            Map.entry("MACADDRESS", Set.of(SemanticType.MAC_ADDRESS)),
            Map.entry("MONTH", Set.of(SemanticType.MONTH)),
            Map.entry(
                    "NAME",
                    Set.of(
                            SemanticType.FIRST_NAME,
                            SemanticType.MIDDLE_NAME,
                            SemanticType.LAST_NAME,
                            SemanticType.PERSON_NAME,
                            SemanticType.NAME_SUFFIX)),
            Map.entry("PERIOD", Set.of(SemanticType.QUARTER)),
            Map.entry("PERSON", Set.of(SemanticType.RACE)),
            Map.entry("POSTAL_CODE", Set.of(SemanticType.POSTAL_CODE)),
            Map.entry("SSN", Set.of(SemanticType.SOCIAL_SECURITY_NUMBER)),
            Map.entry("STATE_PROVINCE", Set.of(SemanticType.STATE, SemanticType.COUNTY)),
            Map.entry("STREET_ADDRESS_EN", Set.of(SemanticType.ADDRESS)),
            Map.entry("STREET_ADDRESS2_EN", Set.of(SemanticType.ADDRESS)),
            Map.entry("STREET_MARKER_EN", Set.of(SemanticType.STREET_TYPE)),
            Map.entry("STREET_NAME_EN", Set.of(SemanticType.STREET_NAME)),
            Map.entry("TELEPHONE", Set.of(SemanticType.PHONE)),
            Map.entry("URI", Set.of(SemanticType.URL)),
            Map.entry("YEAR", Set.of(SemanticType.YEAR)));

    private final List<String> missed = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> kinds = new TreeMap<>();
    private int compared;
    private int agreed;
    private int labelled;
    private int columns;

    private SemanticScore() {}

    /** Prints the score; a file that cannot be read is named and left out. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: SemanticScore <folder with sets>");
            System.exit(2);
        }
        SemanticScore score = new SemanticScore();
        for (Path set : sets(Path.of(args[0]))) {
            for (JsonNode file :
                    MAPPER.readTree(set.resolve("truth.json").toFile()).path("files")) {
                Path path = set.resolve(file.path("path").asText());
                if (file.has("columns") && Files.isRegularFile(path)) {
                    score.add(path, file.path("columns"));
                }
            }
        }
        score.print();
    }

    private static List<Path> sets(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(set -> Files.exists(set.resolve("truth.json")))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file, JsonNode labels) {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline("score", Csv.file(file).named("score"));
            pipeline.bronze().load();
            TableProfile profile = pipeline.bronze().profile("score");
            for (JsonNode label : labels) {
                int index = label.path("index").asInt();
                if (index < profile.columns().size()) {
                    compare(file.getFileName() + " / ", profile.columns().get(index), label);
                }
            }
        } catch (MedallionException failed) {
            System.out.println(file + ": " + failed.getMessage());
        }
    }

    private void compare(String file, ColumnProfile column, JsonNode label) {
        String found = column.semanticType() == null ? "nothing" : column.semanticType();
        String where = file + column.name();
        columns++;
        if (label.path("pii").asBoolean()) {
            labelled++;
            if (!column.personal()) {
                missed.add(where + " is " + label.path("semantic").asText("personal") + ", recognised as " + found);
            }
        } else if (column.personal()) {
            extra.add(where + " as " + found
                    + (label.has("semantic")
                            ? ", labelled " + label.path("semantic").asText()
                            : ""));
        }
        String kind = label.path("semantic").asText("none");
        Set<SemanticType> same = TYPES.getOrDefault(kind.split("\\.")[0], Set.of());
        compared += same.isEmpty() ? 0 : 1;
        agreed += column.kind().filter(same::contains).isPresent() ? 1 : 0;
        if (!kind.equals("none") || column.semanticType() != null) {
            kinds.computeIfAbsent(kind, k -> new TreeMap<>())
                    .computeIfAbsent(found, f -> new ArrayList<>())
                    .add(where);
        }
    }

    private void print() {
        System.out.printf(
                "Personal data: %d of %d labelled columns flagged (%.2f %%), %d flagged without a label, of %d columns.%n",
                labelled - missed.size(),
                labelled,
                100.0 * (labelled - missed.size()) / Math.max(1, labelled),
                extra.size(),
                columns);
        System.out.printf(
                "Kinds: %d of %d labelled columns recognised as labelled (%.2f %%).%n",
                agreed, compared, 100.0 * agreed / Math.max(1, compared));
        list("Missed", missed);
        list("Flagged without a label", extra);
        System.out.println("Recognised by label");
        kinds.forEach((kind, founds) -> founds.forEach((found, where) -> System.out.printf(
                "  %-40s %-24s %4d  %s%n",
                kind,
                found,
                where.size(),
                String.join(
                        "; ",
                        where.stream().limit(kind.equals("none") ? 200 : 6).toList()))));
    }

    private static void list(String title, List<String> lines) {
        System.out.println(title);
        lines.stream().sorted().forEach(line -> System.out.println("  " + line));
    }
}
