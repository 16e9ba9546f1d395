package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of several tables, each with an alias. */
final class TablesScope implements Scope {

    private final Map<ColumnRef, ColumnType> columns = new LinkedHashMap<>();

    TablesScope(Map<String, ? extends Map<String, ColumnType>> columnsByAlias) {
        Set<ColumnRef> ambiguous = new LinkedHashSet<>();
        columnsByAlias.forEach((alias, types) -> types.forEach((name, type) -> {
            columns.put(ColumnRef.of(alias, name), type);
            if (columns.put(ColumnRef.of(name), type) != null) {
                ambiguous.add(ColumnRef.of(name));
            }
        }));
        columns.keySet().removeAll(ambiguous);
    }

    @Override
    public Optional<ColumnType> type(ColumnRef column) {
        return Optional.ofNullable(columns.get(column));
    }

    @Override
    public Collection<String> names() {
        return columns.keySet().stream()
                .map(c -> c.table() == null ? c.column() : c.table() + "." + c.column())
                .toList();
    }
}
