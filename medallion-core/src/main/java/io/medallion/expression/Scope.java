package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The columns that expressions may name, with their types. Names are compared exactly. */
public interface Scope {

    /** The type of {@code column}; empty when there is no such column, or more than one. */
    Optional<ColumnType> type(ColumnRef column);

    /** The names of all columns as they may be written, for advice. */
    Collection<String> names();

    /** The columns of one table; a column with a table alias is not among them. */
    static Scope of(Map<String, ColumnType> columns) {
        return new TableScope(columns);
    }

    /**
     * The columns of several tables by alias. A column may be named alone when only one table has it; {@link #names()} has
     * {@code alias.column} for every column and the names that may stand alone.
     */
    static Scope ofTables(Map<String, ? extends Map<String, ColumnType>> columnsByAlias) {
        return new TablesScope(columnsByAlias);
    }
}
