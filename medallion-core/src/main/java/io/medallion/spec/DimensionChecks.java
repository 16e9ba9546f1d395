package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes a dimension one that has every thing once. */
final class DimensionChecks {

    private final DimensionGoldSpec spec;
    private final SpecChecks wrong;
    private final List<String> tables;
    private final Scope scope;

    DimensionChecks(DimensionGoldSpec spec, SpecChecks wrong) {
        this.spec = spec;
        this.wrong = wrong;
        this.tables = spec.inputs().stream().map(GoldInput::table).toList();
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        spec.inputs().forEach(input -> types.putIfAbsent(input.table(), input.types()));
        this.scope = Scope.ofTables(types);
    }

    void check() {
        wrong.names("inputs", tables);
        if (tables.isEmpty()) {
            wrong.problem("inputs", "are missing.").accept("Name the Silver tables with from(..).");
            return;
        }
        if (spec.key().isEmpty()) {
            wrong.problem("key", "is missing.").accept("Name the columns that identify a row in from(..).");
        }
        spec.key().forEach(this::key);
        spec.attributes().forEach(this::attribute);
        spec.inputs().forEach(this::identified);
        if (!spec.latestBy().isEmpty()) {
            times();
        }
    }

    private void key(DimensionColumn column) {
        String where = "key '" + column.name() + "'";
        if (!column.from().stream().map(ColumnRef::table).toList().equals(tables)) {
            wrong.problem(where, "comes from " + column.from() + ".")
                    .accept("It needs one column of each of " + tables + ", in this order.");
        }
        ColumnType type = type(where, column.from());
        if (type != null && type.kind() == ColumnType.Kind.DOUBLE) {
            wrong.problem(where, "is DOUBLE, which does not identify anything.")
                    .accept("Use whole numbers, decimals or text.");
        }
    }

    private void attribute(DimensionColumn column) {
        String where = "attribute '" + column.name() + "'";
        List<String> from =
                column.from().stream().map(c -> String.valueOf(c.table())).toList();
        if (from.isEmpty() || from.stream().distinct().count() < from.size()) {
            wrong.problem(where, "comes from " + column.from() + ".")
                    .accept("It needs one column, and at most one of each table.");
        }
        type(where, column.from());
    }

    private void identified(GoldInput input) {
        List<String> columns = spec.key().stream()
                .flatMap(k -> k.from().stream())
                .filter(c -> input.table().equals(c.table()))
                .map(ColumnRef::column)
                .toList();
        if (input.key().isEmpty() || !columns.containsAll(input.key())) {
            wrong.problem(
                            "input '" + input.table() + "'",
                            "is not known to have a thing at most once: " + columns + " does not cover its key "
                                    + input.key() + ".")
                    .accept("Declare the key in the Silver spec of '" + input.table() + "'.");
        }
    }

    private void times() {
        if (!spec.latestBy().stream().map(ColumnRef::table).toList().equals(tables)) {
            wrong.problem("latest by", "names " + spec.latestBy() + ".")
                    .accept("It needs one column of each of " + tables + ", in this order.");
        }
        ColumnType type = type("latest by", spec.latestBy());
        if (type != null && !type.isTemporal()) {
            wrong.problem("latest by", "is " + type + ", not a date or timestamp.")
                    .accept("Name when each table changed its rows.");
        }
    }

    /** The type that holds the values of all columns, or null after reporting why there is none. */
    private @Nullable ColumnType type(String where, List<ColumnRef> columns) {
        boolean known = !columns.isEmpty();
        for (ColumnRef column : columns) {
            if (scope.type(column).isEmpty()) {
                wrong.problem(where + ": column '" + column.text() + "'", "is not there.")
                        .accept(SpecChecks.nearest(
                                Objects.requireNonNullElse(column.table(), "") + "." + column.column(), scope.names()));
                known = false;
            }
        }
        if (!known) {
            return null;
        }
        @Nullable ColumnType[] type = new @Nullable ColumnType[1];
        wrong.collect(() -> type[0] = Call.of(ScalarFunction.COALESCE, columns.toArray(Expression[]::new))
                .typeIn(scope));
        return type[0];
    }
}
