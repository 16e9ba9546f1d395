package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The empty tables of a spec; being built for Silver and Gold. */
final class TableSql {

    private final Rendering rendering;

    TableSql(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlScript create(LayerSpec spec) {
        if (spec instanceof BronzeSpec bronze) {
            return create(bronze);
        }
        throw new IllegalStateException("not built yet: " + spec);
    }

    SqlScript drop(LayerSpec spec) {
        throw new IllegalStateException("not built yet: " + spec);
    }

    private SqlScript create(BronzeSpec spec) {
        TableName table = rendering.naming().table(Layer.BRONZE, spec.table());
        List<String> lines = new ArrayList<>();
        spec.columns().forEach(name -> lines.add(column(name, ColumnType.TEXT, "")));
        lines.add(column("_loaded_at", ColumnType.TIMESTAMP, " not null"));
        lines.add(column("_source_id", ColumnType.TEXT, " not null"));
        lines.add(column("_source_file", ColumnType.TEXT, " not null"));
        lines.add(column("_batch_id", ColumnType.TEXT, " not null"));
        lines.add(column("_row_number", ColumnType.BIGINT, " not null"));
        lines.add(column("_row_hash", ColumnType.TEXT, ""));
        lines.add(column("_schema_version", ColumnType.INTEGER, " not null"));
        List<SqlStatement> statements = new ArrayList<>(new Schemas(rendering).of(Set.of(table)));
        statements.add(new SqlStatement(
                Step.CREATE,
                "create bronze." + spec.table(),
                "create table if not exists " + rendering.text(rendering.name(table)) + " (\n  "
                        + String.join(",\n  ", lines) + "\n)"));
        return SqlScript.of(statements);
    }

    private String column(String name, ColumnType type, String constraint) {
        return rendering.text(rendering.columnName(name))
                + " "
                + rendering.text(ColumnTypes.column(type, rendering.dialect()))
                + constraint;
    }
}
