package io.medallion.jdbc.load;

import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.jdbc.source.SourceColumn;
import io.medallion.jdbc.store.SchemaChangeRow.Kind;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.DriftPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a source differ from the columns of its table, and what comes of it under the policy of the table. Columns are matched by name
 * without regard to case, as databases do; their order means nothing.
 */
final class Drift {

    /**
     * One difference.
     *
     * @param kind what happened
     * @param column the column of the table it is about
     * @param original its header in the source, null where it has none
     */
    record Difference(Kind kind, String column, @Nullable String original) {}

    private final BronzeSpec spec;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, SourceColumn> found = new LinkedHashMap<>();

    Drift(BronzeSpec spec, List<SourceColumn> source) {
        this.spec = spec;
        spec.columns().forEach(name -> known.put(folded(name), name));
        source.forEach(column -> found.put(folded(column.name()), column));
    }

    /** The differences under the policy, in the order of the source, then of the table; {@link DriftPolicy#FAIL} is not checked here. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        Kind unknown = spec.drift() == DriftPolicy.FREEZE ? Kind.IGNORED : Kind.ADDED;
        found.forEach((key, column) -> {
            if (!known.containsKey(key)) {
                differences.add(new Difference(unknown, column.name(), column.original()));
            }
        });
        known.forEach((key, name) -> {
            if (!found.containsKey(key)) {
                differences.add(
                        new Difference(Kind.MISSING, name, spec.originals().get(name)));
            }
        });
        if (isReordered()) {
            String order = String.join(
                    ", ", found.values().stream().map(SourceColumn::name).toList());
            differences.add(new Difference(Kind.REORDERED, firstMoved(), order));
        }
        return differences;
    }

    /** The spec with the columns that the policy adds. */
    BronzeSpec evolved() {
        List<SourceColumn> added = found.entrySet().stream()
                .filter(entry -> !known.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (spec.drift() != DriftPolicy.EVOLVE || added.isEmpty()) {
            return spec;
        }
        List<String> columns = new ArrayList<>(spec.columns());
        Map<String, String> originals = new TreeMap<>(spec.originals());
        for (SourceColumn column : added) {
            columns.add(column.name());
            if (!column.name().equals(column.original())) {
                originals.put(column.name(), column.original());
            }
        }
        return spec.withColumns(columns).withOriginals(originals);
    }

    /** Refuses differences that the policy of the table does not allow. */
    void check(List<Difference> differences, String file) {
        boolean nothingInCommon = known.keySet().stream().noneMatch(found::containsKey);
        if (nothingInCommon && spec.drift() != DriftPolicy.EVOLVE) {
            throw new LoadException(
                    new Problem(where(file), "has no column of the table.", "Load the right file, or another table."));
        }
        if (spec.drift() == DriftPolicy.FAIL) {
            List<Problem> problems = differences.stream()
                    .filter(d -> d.kind() != Kind.REORDERED)
                    .map(d -> problem(d, file))
                    .toList();
            if (!problems.isEmpty()) {
                throw new LoadException(problems);
            }
        }
    }

    /** For each column of the table the position of its values in the source, -1 where it has none. */
    static int[] positions(List<String> columns, List<SourceColumn> source) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        source.forEach(column -> positions.put(folded(column.name()), column.position()));
        return columns.stream()
                .mapToInt(name -> positions.getOrDefault(folded(name), -1))
                .toArray();
    }

    private Problem problem(Difference difference, String file) {
        if (difference.kind() == Kind.MISSING) {
            return new Problem(
                    where(file),
                    "lacks the column '" + difference.column() + "'.",
                    near(difference.column(), sourceNames()) + "The table may not change (drift policy FAIL).");
        }
        return new Problem(
                where(file),
                "has a column '" + difference.column() + "' that the table lacks.",
                near(difference.column(), Set.copyOf(spec.columns()))
                        + "The table may not change (drift policy FAIL).");
    }

    private Set<String> sourceNames() {
        return Set.copyOf(found.values().stream().map(SourceColumn::name).toList());
    }

    private static String near(String name, Set<String> others) {
        Optional<String> nearest = NearestName.of(name, others);
        return nearest.map(n -> "The nearest is '" + n + "'. ").orElse("");
    }

    private String where(String file) {
        return file + " for table '" + spec.table() + "'";
    }

    private boolean isReordered() {
        return !inCommon(known.keySet(), found.keySet()).equals(inCommon(found.keySet(), known.keySet()));
    }

    private String firstMoved() {
        List<String> before = inCommon(known.keySet(), found.keySet());
        List<String> now = inCommon(found.keySet(), known.keySet());
        int i = 0;
        while (before.get(i).equals(now.get(i))) {
            i++;
        }
        return known.getOrDefault(now.get(i), now.get(i));
    }

    private static List<String> inCommon(Set<String> names, Set<String> others) {
        return names.stream().filter(others::contains).toList();
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
