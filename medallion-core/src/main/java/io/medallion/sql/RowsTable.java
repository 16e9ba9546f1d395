package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** A table made of the rows of a query, with the types that were promised. */
final class RowsTable {

    private RowsTable() {}

    /**
     * Makes a table of the rows of a query.
     *
     * @param columns the columns of the query in order; those whose type is not known may be left out
     */
    static SqlStatement make(
            Rendering rendering, TableName table, String label, Map<String, ColumnType> columns, Select<?> rows) {
        return rendering.statement(
                Step.STAGE,
                label,
                switch (rendering.dialect()) {
                    case DUCKDB -> DSL.sql("create table {0} as\n{1}", rendering.name(table), rows);
                    // who tidies a table that is still being built keeps it from being published
                    case POSTGRES ->
                        DSL.sql(
                                "create table {0} with (autovacuum_enabled = false) as\n{1}",
                                rendering.name(table), rows);
                    case MARIADB, MYSQL ->
                        columns.isEmpty()
                                ? DSL.sql("create table {0} as\n{1}", rendering.name(table), rows)
                                : DSL.sql(
                                        "create table {0} ({1}) as\n{2}",
                                        rendering.name(table), DSL.list(typed(rendering, columns)), rows);
                });
    }

    /** Makes a table without rows. */
    static SqlStatement empty(Rendering rendering, TableName table, String label, Map<String, ColumnType> columns) {
        return rendering.statement(
                Step.STAGE,
                label,
                DSL.sql("create table {0} ({1})", rendering.name(table), DSL.list(typed(rendering, columns))));
    }

    /** MariaDB takes types from the values otherwise: NULL is of no length, a condition is a number, text is cut at 64 KB. */
    private static List<QueryPart> typed(Rendering rendering, Map<String, ColumnType> columns) {
        List<QueryPart> parts = new ArrayList<>();
        columns.forEach((name, type) -> parts.add(
                DSL.sql("{0} {1}", rendering.columnName(name), ColumnTypes.column(name, type, rendering.dialect()))));
        return parts;
    }
}
