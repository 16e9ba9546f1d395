package io.medallion.spec;

import io.medallion.Layer;
import io.medallion.spec.Changes.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the differences between two pipeline specs. */
final class SpecDifference {

    private final List<Change> changes = new ArrayList<>();

    private SpecDifference() {}

    static List<Change> between(PipelineSpec from, PipelineSpec to) {
        SpecDifference difference = new SpecDifference();
        difference.tables(Layer.BRONZE, from.bronze(), to.bronze(), difference::bronze);
        difference.tables(Layer.SILVER, from.silver(), to.silver(), difference::silver);
        difference.tables(Layer.GOLD, from.gold(), to.gold(), difference::gold);
        return List.copyOf(difference.changes);
    }

    private <S extends LayerSpec> void tables(Layer layer, List<S> from, List<S> to, BiConsumer<S, S> compare) {
        Map<String, S> before = byName(from, LayerSpec::table);
        Map<String, S> after = byName(to, LayerSpec::table);
        for (String table : union(before, after)) {
            if (!before.containsKey(table)) {
                add(layer, table, Kind.ADDITIVE, "the table is new", true);
            } else if (!after.containsKey(table)) {
                add(layer, table, Kind.DESTRUCTIVE, "the table goes", false);
            } else if (!before.get(table).equals(after.get(table))) {
                int known = changes.size();
                compare.accept(before.get(table), after.get(table));
                if (changes.size() == known) {
                    add(layer, table, Kind.NONE, "descriptions change", false);
                }
            }
        }
    }

    private void bronze(BronzeSpec from, BronzeSpec to) {
        String table = to.table();
        for (String column : from.columns()) {
            if (!to.columns().contains(column)) {
                add(Layer.BRONZE, table, Kind.DESTRUCTIVE, "column '" + column + "' goes", false);
            }
        }
        for (String column : to.columns()) {
            if (!from.columns().contains(column)) {
                add(Layer.BRONZE, table, Kind.ADDITIVE, "column '" + column + "' is new", false);
            }
        }
        setting(Layer.BRONZE, table, "further batches", from.batches(), to.batches(), false);
        setting(Layer.BRONZE, table, "changed columns", from.drift(), to.drift(), false);
        setting(Layer.BRONZE, table, "event time", from.eventTime(), to.eventTime(), false);
        setting(Layer.BRONZE, table, "row hash", from.rowHash(), to.rowHash(), false);
    }

    private void silver(SilverSpec from, SilverSpec to) {
        String table = to.table();
        Map<String, SilverColumn> before = byName(from.columns(), SilverColumn::name);
        Map<String, SilverColumn> after = byName(to.columns(), SilverColumn::name);
        for (String name : union(before, after)) {
            if (!before.containsKey(name)) {
                add(Layer.SILVER, table, Kind.ADDITIVE, "column '" + name + "' is new", true);
            } else if (!after.containsKey(name)) {
                add(Layer.SILVER, table, Kind.DESTRUCTIVE, "column '" + name + "' goes", true);
            } else {
                column(table, before.get(name), after.get(name));
            }
        }
        setting(Layer.SILVER, table, "Bronze table", from.from(), to.from(), true);
        setting(Layer.SILVER, table, "key", from.key(), to.key(), true);
        setting(Layer.SILVER, table, "deduplication", from.deduplication(), to.deduplication(), true);
        setting(Layer.SILVER, table, "checks", names(from.checks()), names(to.checks()), true);
        setting(
                Layer.SILVER,
                table,
                "checks of the table",
                tableChecks(from.tableChecks()),
                tableChecks(to.tableChecks()),
                true);
    }

    private static List<String> tableChecks(List<TableCheck> checks) {
        return checks.stream().map(c -> c.describe() + " (" + c.action() + ")").toList();
    }

    private void column(String table, SilverColumn described, SilverColumn describedNow) {
        SilverColumn from = described.bare();
        SilverColumn to = describedNow.bare();
        String name = "column '" + to.name() + "': ";
        setting(Layer.SILVER, table, name + "source", from.source(), to.source(), true);
        setting(Layer.SILVER, table, name + "type", from.type(), to.type(), true);
        if (from.type().equals(to.type())) {
            setting(Layer.SILVER, table, name + "format", Json.write(from.parse()), Json.write(to.parse()), true);
        }
        setting(Layer.SILVER, table, name + "unreadable values", from.unreadable(), to.unreadable(), true);
        setting(Layer.SILVER, table, name + "null words", from.nullWords(), to.nullWords(), true);
        if (!from.nulls().equals(to.nulls())) {
            String before = described.nulls().describe();
            setting(
                    Layer.SILVER,
                    table,
                    name + "missing values",
                    before,
                    describedNow.nulls().describe(),
                    true);
        }
        if (!from.mapping().equals(to.mapping())) {
            setting(Layer.SILVER, table, name + "mapping", mapping(from, to), mapping(to, from), true);
        }
        if (from.missingFlag() && !to.missingFlag()) {
            add(Layer.SILVER, table, Kind.DESTRUCTIVE, "column '" + from.missingFlagName() + "' goes", true);
        } else if (to.missingFlag() && !from.missingFlag()) {
            add(Layer.SILVER, table, Kind.ADDITIVE, "column '" + to.missingFlagName() + "' is new", true);
        }
        units(table, from, to);
        setting(Layer.SILVER, table, name + "checks", names(from.checks()), names(to.checks()), true);
    }

    /** The first pairs that the other does not have. */
    private static String mapping(SilverColumn column, SilverColumn other) {
        List<String> own = column.mapping().entrySet().stream()
                .filter(pair -> !pair.getValue().equals(other.mapping().get(pair.getKey())))
                .map(pair -> "'" + pair.getKey() + "' to '" + pair.getValue() + "'")
                .toList();
        return own.isEmpty()
                ? "(none)"
                : String.join(", ", own.subList(0, Math.min(5, own.size()))) + (own.size() > 5 ? ", ..." : "");
    }

    private void units(String table, SilverColumn from, SilverColumn to) {
        Set<String> before = from.unit() == null ? Set.of() : Set.of(from.unitName(), from.normalisedName());
        Set<String> after = to.unit() == null ? Set.of() : Set.of(to.unitName(), to.normalisedName());
        before.stream()
                .filter(c -> !after.contains(c))
                .sorted()
                .forEach(c -> add(Layer.SILVER, table, Kind.DESTRUCTIVE, "column '" + c + "' goes", true));
        after.stream()
                .filter(c -> !before.contains(c))
                .sorted()
                .forEach(c -> add(Layer.SILVER, table, Kind.ADDITIVE, "column '" + c + "' is new", true));
        if (from.unit() != null && to.unit() != null) {
            String what = "column '" + to.name() + "': units";
            setting(Layer.SILVER, table, what, Json.write(from.unit()), Json.write(to.unit()), true);
        }
    }

    private void gold(GoldSpec from, GoldSpec to) {
        String table = to.table();
        for (String column : from.columnNames()) {
            if (!to.columnNames().contains(column)) {
                add(Layer.GOLD, table, Kind.DESTRUCTIVE, "column '" + column + "' goes", true);
            }
        }
        for (String column : to.columnNames()) {
            if (!from.columnNames().contains(column)) {
                add(Layer.GOLD, table, Kind.ADDITIVE, "column '" + column + "' is new", true);
            }
        }
        if (!from.fingerprint().equals(to.fingerprint()) && from.columnNames().equals(to.columnNames())) {
            add(Layer.GOLD, table, Kind.BREAKING, "it is computed in another way", true);
        }
    }

    private void setting(Layer layer, String table, String what, Object from, Object to, boolean rebuilds) {
        if (!Objects.equals(from, to)) {
            add(layer, table, Kind.BREAKING, what + " " + shown(from) + " becomes " + shown(to), rebuilds);
        }
    }

    private void add(Layer layer, String table, Kind kind, String what, boolean rebuilds) {
        changes.add(new Change(layer, table, kind, what, rebuilds));
    }

    private static String shown(Object value) {
        String text = value instanceof Deduplication d ? Json.write(d) : String.valueOf(value);
        return value == null ? "(none)" : text;
    }

    private static List<String> names(List<Check> checks) {
        return checks.stream()
                .map(c -> c.name().equals(c.rule().failure())
                        ? c.name() + " (" + c.action() + ")"
                        : c.name() + ": " + c.rule().describe() + " (" + c.action() + ")")
                .toList();
    }

    private static <T> Map<String, T> byName(List<T> values, Function<T, String> name) {
        return values.stream().collect(Collectors.toMap(name, v -> v, (a, b) -> a, LinkedHashMap::new));
    }

    private static TreeSet<String> union(Map<String, ?> before, Map<String, ?> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
