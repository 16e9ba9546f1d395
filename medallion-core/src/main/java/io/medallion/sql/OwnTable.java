package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * One of the library's own tables.
 *
 * @param name its logical name
 * @param columns its columns in order
 */
record OwnTable(String name, List<Column> columns) {

    /**
     * One column; columns of the key are never NULL.
     *
     * @param name its name
     * @param type its type
     * @param inKey whether it is part of the primary key
     */
    record Column(String name, ColumnType type, boolean inKey) {

        static Column key(String name) {
            return key(name, ColumnType.TEXT);
        }

        static Column key(String name, ColumnType type) {
            return new Column(name, type, true);
        }

        static Column text(String name) {
            return new Column(name, ColumnType.TEXT, false);
        }

        static Column number(String name) {
            return new Column(name, ColumnType.BIGINT, false);
        }

        static Column real(String name) {
            return new Column(name, ColumnType.DOUBLE, false);
        }

        static Column flag(String name) {
            return new Column(name, ColumnType.BOOLEAN, false);
        }

        static Column moment(String name) {
            return new Column(name, ColumnType.TIMESTAMP, false);
        }
    }

    static OwnTable of(String name, Column... columns) {
        return new OwnTable(name, List.of(columns));
    }

    /** The same with a further column. */
    OwnTable and(Column further) {
        List<Column> all = new ArrayList<>(columns);
        all.add(further);
        return new OwnTable(name, all);
    }

    SqlStatement create(Rendering rendering) {
        List<QueryPart> parts = new ArrayList<>();
        columns.forEach(c -> parts.add(DSL.sql(
                c.inKey() ? "{0} {1} not null" : "{0} {1}", rendering.columnName(c.name()), type(c, rendering))));
        List<QueryPart> key = columns.stream()
                .filter(Column::inKey)
                .<QueryPart>map(c -> rendering.columnName(c.name()))
                .toList();
        parts.add(DSL.sql("primary key ({0})", DSL.list(key)));
        TableName table = rendering.naming().own(name);
        return rendering.statement(
                Step.CREATE,
                "table " + table,
                DSL.sql("create table if not exists {0} ({1})", rendering.name(table), DSL.list(parts)));
    }

    /** MariaDB cannot index text without a bound. */
    private static SQL type(Column column, Rendering rendering) {
        boolean boundText = column.inKey() && column.type().equals(ColumnType.TEXT);
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> ColumnTypes.column(column.type(), rendering.dialect());
            case MARIADB, MYSQL ->
                boundText
                        ? ColumnTypes.shortText(rendering.dialect())
                        : ColumnTypes.column(column.type(), rendering.dialect());
        };
    }
}
