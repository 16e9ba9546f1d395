package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TextParse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What becomes of every row of a random table, worked out row by row in plain Java. */
final class DispositionOracle {

    /** A row that is accepted: its values as text, NULL for none. */
    record Accepted(RandomTable.Row row, Map<String, @Nullable String> values) {}

    final List<Accepted> kept = new ArrayList<>();
    final TreeSet<String> rejected = new TreeSet<>();
    final TreeMap<String, String> duplicates = new TreeMap<>();

    private final SilverSpec spec;

    DispositionOracle(RandomTable table) {
        this.spec = table.spec;
        List<Accepted> accepted = new ArrayList<>();
        for (RandomTable.Row row : table.rows) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            boolean refused = false;
            for (int i = 0; i < spec.columns().size(); i++) {
                refused |= !read(spec.columns().get(i), row.cells().get(i), values);
            }
            if (refused) {
                rejected.add(address(row));
            } else {
                accepted.add(new Accepted(row, values));
            }
        }
        unique(deduplicated(accepted));
    }

    static String address(RandomTable.Row row) {
        return row.batch() + " | " + row.number();
    }

    /** Reads a cell into the values; false where it refuses its row. */
    private boolean read(SilverColumn column, @Nullable String cell, Map<String, @Nullable String> values) {
        Optional<String> present = present(column, cell);
        Optional<String> read =
                present.flatMap(text -> column.parse().accept(new ParseOracle()).apply(text));
        if (present.isPresent() && read.isEmpty()) {
            if (column.unreadable() == CheckAction.REJECT) {
                values.put(column.name(), null);
                return false;
            }
            present = Optional.empty();
        }
        String value = read.orElse(null);
        if (value == null && column.nulls() instanceof NullPolicy.Fill) {
            value = column.type().isNumeric() ? zero(column.type()) : "unknown";
        }
        values.put(column.name(), value);
        if (column.missingFlag()) {
            values.put(column.missingFlagName(), String.valueOf(present.isEmpty()));
        }
        boolean needed = column.nulls() instanceof NullPolicy.DropRow
                || spec.key().contains(column.name()) && !(column.nulls() instanceof NullPolicy.Fill);
        return !(needed && present.isEmpty()) && passes(column, value);
    }

    private static String zero(ColumnType type) {
        return switch (type.kind()) {
            case DOUBLE -> "0.0";
            case DECIMAL -> BigDecimal.ZERO.setScale(type.scale()).toPlainString();
            default -> "0";
        };
    }

    private static Optional<String> present(SilverColumn column, @Nullable String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String stripped = ParseOracle.strip(cell);
        if (!(column.parse() instanceof TextParse text)) {
            return stripped.isEmpty() || column.nullWords().contains(stripped)
                    ? Optional.empty()
                    : Optional.of(stripped);
        }
        if (text.blankIsMissing() && stripped.isEmpty() || column.nullWords().contains(stripped)) {
            return Optional.empty();
        }
        String kept = text.trim() ? stripped : cell;
        return Optional.of(text.letters() == io.medallion.spec.TextCase.LOWER ? kept.toLowerCase(Locale.ROOT) : kept);
    }

    private static boolean passes(SilverColumn column, @Nullable String value) {
        for (Check check : column.checks()) {
            boolean passed = check.rule() instanceof CheckRule.NotNull
                    ? value != null
                    : value == null || holds(check.rule(), value);
            if (!passed && check.action() == CheckAction.REJECT) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(CheckRule rule, String value) {
        return rule instanceof CheckRule.Length length
                ? value.codePointCount(0, value.length())
                        <= Optional.ofNullable(length.atMost()).orElse(Integer.MAX_VALUE)
                : new BigDecimal(value).signum() >= 0;
    }

    private List<Accepted> deduplicated(List<Accepted> accepted) {
        Deduplication deduplication = spec.deduplication();
        Map<List<@Nullable String>, List<Accepted>> groups = new HashMap<>();
        List<Accepted> left = new ArrayList<>();
        for (Accepted row : accepted) {
            List<@Nullable String> key = values(row, deduplication.key());
            if (key.isEmpty() || key.contains(null)) {
                left.add(row);
            } else {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        boolean latest = deduplication.strategy() == Deduplication.Strategy.KEEP_LATEST;
        for (List<Accepted> group : groups.values()) {
            group.sort(order(deduplication.order()));
            Accepted winner = group.get(latest ? group.size() - 1 : 0);
            left.add(winner);
            group.stream()
                    .filter(row -> row != winner)
                    .forEach(row -> duplicates.put(address(row.row()), address(winner.row())));
        }
        return left;
    }

    /** The first in the order of loading keeps a key. */
    private void unique(List<Accepted> rows) {
        List<Accepted> loaded = new ArrayList<>(rows);
        loaded.sort(order(List.of()));
        Map<List<@Nullable String>, Accepted> first = new HashMap<>();
        for (Accepted row : loaded) {
            if (!spec.key().isEmpty() && first.putIfAbsent(values(row, spec.key()), row) != null) {
                rejected.add(address(row.row()));
            } else {
                kept.add(row);
            }
        }
    }

    private static List<@Nullable String> values(Accepted row, List<String> names) {
        List<@Nullable String> values = new ArrayList<>();
        names.forEach(name -> values.add(row.values().get(name)));
        return values;
    }

    private Comparator<Accepted> order(List<String> names) {
        Comparator<Accepted> order = (a, b) -> 0;
        for (String name : names) {
            order = order.thenComparing((a, b) -> compare(
                    a.values().get(name),
                    b.values().get(name),
                    spec.column(name).type()));
        }
        return order.thenComparingLong(row -> row.row().sequence())
                .thenComparingLong(row -> row.row().number());
    }

    /** NULL before everything; text by code point. */
    static int compare(@Nullable String a, @Nullable String b, ColumnType type) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return switch (type.kind()) {
            case INTEGER, BIGINT, DECIMAL -> new BigDecimal(a).compareTo(new BigDecimal(b));
            case DOUBLE -> Double.compare(Double.parseDouble(a), Double.parseDouble(b));
            default ->
                java.util.Arrays.compare(
                        a.codePoints().toArray(), b.codePoints().toArray());
        };
    }
}
