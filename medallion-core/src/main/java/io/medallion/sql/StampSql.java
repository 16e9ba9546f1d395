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
            statements.add(forget(table, name));
        });
        return SqlScript.of(statements);
    }

    private SqlStatement add(TableName table, String column, ColumnType type, Field<?> value) {
        return rendering.statement(
                Step.LOAD,
                "stamp of the rows of " + table + " with " + column,
                DSL.sql(
                        "alter table {0} add column {1} {2} default {3}",
                        rendering.name(table),
                        rendering.columnName(column),
                        ColumnTypes.column(column, type, rendering.dialect()),
                        value));
    }

    /** Rows to come have stamps of their own. */
    private SqlStatement forget(TableName table, String column) {
        return rendering.statement(
                Step.LOAD,
                "end of the default of " + column,
                DSL.sql(
                        "alter table {0} alter column {1} " + none(),
                        rendering.name(table),
                        rendering.columnName(column)));
    }

    /** Without a default MariaDB 11 wants a value, also where NULL would do. */
    private String none() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> "drop default";
            case MARIADB -> "set default null";
        };
    }
}
