package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.SqlScript.Step;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Puts the stamp of a batch on all rows of a Bronze table at once, by columns that are added with it as their default. */
final class StampSql {

    private final Rendering rendering;

    StampSql(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlScript stamp(BronzeSpec spec, BronzeStamp stamp) {
        Map<String, Field<?>> values = Map.of(
                "_loaded_at",
                DSL.inline(LocalDateTime.ofInstant(stamp.loadedAt(), ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MICROS)),
                "_source_id",
                DSL.inline(stamp.sourceId()),
                "_source_file",
                DSL.inline(stamp.sourceFile()),
                "_batch_id",
                DSL.inline(stamp.batchId()),
                "_schema_version",
                DSL.inline(stamp.schemaVersion()));
        TableName table = rendering.naming().table(Layer.BRONZE, spec.table());
        List<SqlStatement> statements = new ArrayList<>();
        BronzeColumns.stamp().forEach((name, type) -> {
            statements.add(add(table, name, type, values.get(name)));
            statements.add(forget(table, name, type));
        });
        return SqlScript.of(statements);
    }

    private SqlStatement add(TableName table, String column, ColumnType type, Field<?> value) {
        return rendering.statement(
                Step.LOAD,
                "stamp of the rows of " + table + " with " + column,
                DSL.sql(
                        "alter table {0} add column {1} {2} default " + constant(),
                        rendering.name(table),
                        rendering.columnName(column),
                        ColumnTypes.column(column, type, rendering.dialect()),
                        value));
    }

    /** MySQL takes a text only as an expression. */
    private String constant() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES, MARIADB -> "{3}";
            case MYSQL -> "({3})";
        };
    }

    /** Without a default MariaDB 11 and MySQL want a value, also where NULL would do. */
    private String noDefault() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> "alter column {1} drop default";
            case MARIADB -> "alter column {1} set default null";
            case MYSQL -> "modify column {1} {2}";
        };
    }

    /** Rows to come have stamps of their own. */
    private SqlStatement forget(TableName table, String column, ColumnType type) {
        return rendering.statement(
                Step.LOAD,
                "end of the default of " + column,
                DSL.sql(
                        "alter table {0} " + noDefault(),
                        rendering.name(table),
                        rendering.columnName(column),
                        ColumnTypes.column(column, type, rendering.dialect())));
    }
}
