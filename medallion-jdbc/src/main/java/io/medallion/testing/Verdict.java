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
