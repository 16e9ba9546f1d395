package io.medallion.route;

import io.medallion.expression.ColumnRef;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether a column of a Gold table and one of a query come from the same place: table, way of joining, type. */
final class Lineage {

    private final Map<String, List<Relationship>> goldPaths;
    private final Map<String, List<Relationship>> queryPaths;
    private final Map<String, GoldInput> inputs = new LinkedHashMap<>();

    private Lineage(AggregateGoldSpec gold, ResolvedQuery query) {
        this.goldPaths = paths(gold.inputs().get(0).table(), gold.joins());
        this.queryPaths = paths(query.base(), query.joins());
        gold.inputs().forEach(i -> inputs.put(i.table(), i));
        query.inputs().forEach(i -> inputs.put(i.table(), i));
    }

    /** Throws {@link Unanswerable} when the table aggregates other rows, or knew other columns. */
    static Lineage of(AggregateGoldSpec gold, ResolvedQuery query) {
        String base = gold.inputs().get(0).table();
        if (!base.equals(query.base())) {
            boolean multiplied = gold.inputs().stream().anyMatch(i -> i.table().equals(query.base()));
            throw multiplied
                    ? new Unanswerable(
                            RefusalReason.FAN_OUT,
                            "It aggregates the rows of silver." + base + ", each of which repeats its row of silver."
                                    + query.base() + ".")
                    : new Unanswerable(
                            RefusalReason.MISSING_MEASURE,
                            "It aggregates the rows of silver." + base + ", not those of silver." + query.base() + ".");
        }
        for (GoldInput now : query.inputs()) {
            gold.inputs().stream()
                    .filter(then -> then.table().equals(now.table()))
                    .forEach(then -> checkColumns(then, now));
        }
        return new Lineage(gold, query);
    }

    private static void checkColumns(GoldInput then, GoldInput now) {
        Map<String, GoldInput.Column> columns = new LinkedHashMap<>();
        now.columns().forEach(c -> columns.put(c.name(), c));
        for (GoldInput.Column column : then.columns()) {
            GoldInput.Column today = columns.get(column.name());
            if (today != null && !today.equals(column)) {
                throw new Unanswerable(
                        RefusalReason.VERSION,
                        "Its definition says " + described(column) + " for " + then.table() + "." + column.name()
                                + ", which is now " + described(today) + ".");
            }
        }
    }

    private static String described(GoldInput.Column column) {
        return column.type() + (column.nullable() ? "" : " NOT NULL");
    }

    /** Every table that one of the two knows. */
    Collection<GoldInput> inputs() {
        return inputs.values();
    }

    /** Whether the Gold table reaches the tables of these columns on the same way as the query, if the query does at all. */
    boolean sameOrigin(Collection<ColumnRef> columns) {
        return columns.stream().map(ColumnRef::table).filter(Objects::nonNull).allMatch(table -> {
            List<Relationship> asked = queryPaths.get(table);
            return asked == null || asked.equals(goldPaths.get(table));
        });
    }

    private static Map<String, List<Relationship>> paths(String base, List<Relationship> joins) {
        Map<String, List<Relationship>> paths = new LinkedHashMap<>();
        paths.put(base, List.of());
        for (Relationship join : joins) {
            List<Relationship> path = new ArrayList<>(paths.getOrDefault(join.fromTable(), List.of()));
            path.add(join);
            paths.put(join.toTable(), path);
        }
        return paths;
    }
}
