package io.medallion.testing;

import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds what was built against what is expected. */
final class Verdict {

    static final String GOLD = "Gold";
    private static final List<String> ADDRESS = List.of("_batch_id", "_row_number");
    private static final List<String> REJECTS = List.of("_row_number", "rule", "value");

    private final SilverSpec silver;
    private final @Nullable GoldSpec gold;
    private final Function<String, TextTable> input;

    Verdict(SilverSpec silver, @Nullable GoldSpec gold, Function<String, TextTable> input) {
        this.silver = silver;
        this.gold = gold;
        this.input = input;
    }

    static String silver(String table) {
        return "Silver '" + table + "'";
    }

    static String rejects(String table) {
        return "Rejects of '" + table + "'";
    }

    static String duplicates(String table) {
        return "Duplicates of '" + table + "'";
    }

    /** Everything that differs. */
    List<String> on(Map<String, TextTable> built, List<Expected> expected) {
        List<@Nullable String> wrong = new ArrayList<>();
        String table = silver.table();
        TextTable rejected = built.get(rejects(table));
        TextTable refused = find(expected, Expected.Part.REJECTS)
                .map(Expected::table)
                .orElseGet(() -> new TextTable(REJECTS, List.of()));
        wrong.add(compare(rejects(table), refused, rejected));
        long duplicates =
                find(expected, Expected.Part.DUPLICATES).map(Expected::count).orElse(0L);
        TextTable actual = built.get(duplicates(table));
        if (actual.rows().size() != duplicates) {
            wrong.add(duplicates(table) + " are " + actual.rows().size() + " rows, but " + duplicates
                    + " are expected.\n"
                    + Comparison.columns(actual, List.of("_row_number", "winner_row_number"))
                            .aligned() + "\n");
        }
        wrong.add(gold == null ? rows(built, expected) : gold(built, expected));
        return wrong.stream().filter(w -> w != null).map(String.class::cast).toList();
    }

    private @Nullable String rows(Map<String, TextTable> built, List<Expected> expected) {
        String name = silver(silver.table());
        TextTable actual = built.get(name);
        TextTable wanted = find(expected, Expected.Part.SILVER)
                .map(Expected::table)
                .or(() -> find(expected, Expected.Part.UNCHANGED).map(e -> input.apply(silver.from())))
                .orElseGet(() -> new TextTable(List.copyOf(silver.types().keySet()), List.of()));
        List<String> compared = actual.columns().stream()
                .filter(c -> !ADDRESS.contains(c) || wanted.columns().contains(c))
                .toList();
        return Comparison.difference(name, wanted, Comparison.columns(actual, compared));
    }

    private @Nullable String gold(Map<String, TextTable> built, List<Expected> expected) {
        TextTable wanted = find(expected, Expected.Part.GOLD)
                .map(Expected::table)
                .orElseGet(() -> new TextTable(gold.columnNames(), List.of()));
        return Comparison.difference("Gold '" + gold.table() + "'", wanted, built.get(GOLD));
    }

    /** Rejects are compared in the columns that are named. */
    private static @Nullable String compare(String what, TextTable expected, TextTable actual) {
        List<String> known =
                expected.columns().stream().filter(actual.columns()::contains).toList();
        return Comparison.difference(what, expected, Comparison.columns(actual, known));
    }

    /** Bronze rows = Silver rows + rejected rows + duplicates, for each table. */
    static List<String> conservation(Map<String, Long> bronze, List<SilverSpec> specs, Map<String, TextTable> built) {
        List<String> wrong = new ArrayList<>();
        for (SilverSpec spec : specs) {
            String table = spec.table();
            long kept = built.get(silver(table)).rows().size();
            long rejected = Comparison.columns(built.get(rejects(table)), ADDRESS).rows().stream()
                    .distinct()
                    .count();
            long duplicates = built.get(duplicates(table)).rows().size();
            if (kept + rejected + duplicates != bronze.get(table)) {
                wrong.add("Table '" + table + "' loses rows: " + bronze.get(table) + " in, " + kept + " kept + "
                        + rejected + " rejected + " + duplicates + " duplicates out.\n");
            }
        }
        return wrong;
    }

    private static Optional<Expected> find(List<Expected> expected, Expected.Part part) {
        return expected.stream().filter(e -> e.part() == part).findFirst();
    }
}
