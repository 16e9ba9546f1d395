package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of one table. */
final class TableScope implements Scope {

    private final Map<String, ColumnType> columns;

    TableScope(Map<String, ColumnType> columns) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public Optional<ColumnType> type(ColumnRef column) {
        return column.table() == null ? Optional.ofNullable(columns.get(column.column())) : Optional.empty();
    }

    @Override
    public Collection<String> names() {
        return columns.keySet();
    }
}
