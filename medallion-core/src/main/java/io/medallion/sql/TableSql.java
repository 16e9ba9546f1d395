package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** The tables of a spec: made where they are missing, removed where they are there. */
final class TableSql {

    private final Rendering rendering;
    private final PublishSql publish;

    TableSql(Rendering rendering) {
        this.rendering = rendering;
        this.publish = new PublishSql(rendering);
    }

    SqlScript create(LayerSpec spec) {
        TableName table = rendering.naming().table(spec.layer(), spec.table());
        List<SqlStatement> statements = new ArrayList<>(schema(table));
        if (spec instanceof BronzeSpec bronze) {
            BronzeColumns.check(bronze);
            statements.add(table(table, BronzeColumns.of(bronze)));
        } else if (spec instanceof SilverSpec silver) {
            statements.add(table(table, SilverColumns.of(silver)));
            statements.add(table(rendering.naming().rejects(spec.table()), SilverColumns.rejects()));
            statements.add(table(rendering.naming().duplicates(spec.table()), SilverColumns.duplicates()));
        } else if (spec instanceof GoldSpec gold) {
            statements.add(gold(table, gold));
        }
        return SqlScript.of(statements);
    }

    SqlScript createUnstamped(BronzeSpec spec) {
        BronzeColumns.check(spec);
        TableName table = rendering.naming().table(Layer.BRONZE, spec.table());
        List<SqlStatement> statements = new ArrayList<>(schema(table));
        statements.add(table(table, BronzeColumns.unstamped(spec)));
        return SqlScript.of(statements);
    }

    SqlScript drop(LayerSpec spec) {
        List<TableName> tables = new ArrayList<>(published(spec));
        if (spec.layer() != Layer.BRONZE) {
            List.copyOf(tables).forEach(table -> tables.addAll(publish.leftBy(table)));
        }
        if (spec.layer() == Layer.SILVER) {
            tables.add(rendering.naming().stage(Layer.SILVER, spec.table()));
        }
        return SqlScript.of(
                tables.stream().map(name -> publish.drop(Step.MIGRATE, name)).toList());
    }

    /** The table, and for Silver the two beside it. */
    List<TableName> published(LayerSpec spec) {
        Naming naming = rendering.naming();
        TableName table = naming.table(spec.layer(), spec.table());
        return spec.layer() == Layer.SILVER
                ? List.of(table, naming.rejects(spec.table()), naming.duplicates(spec.table()))
                : List.of(table);
    }

    SqlStatement addColumn(TableName table, String column, ColumnType type) {
        return rendering.statement(
                Step.MIGRATE,
                "add column " + column + " to " + table,
                DSL.sql(
                        "alter table {0} add column {1} {2}",
                        rendering.name(table),
                        rendering.columnName(column),
                        ColumnTypes.column(type, rendering.dialect())));
    }

    private List<SqlStatement> schema(TableName table) {
        String schema = table.schema();
        return schema == null
                ? List.of()
                : List.of(rendering.statement(
                        Step.CREATE, "schema " + schema, DSL.sql("create schema if not exists {0}", DSL.name(schema))));
    }

    private SqlStatement table(TableName table, Map<String, ColumnType> columns) {
        checkCount(table, columns.size());
        List<QueryPart> parts = new ArrayList<>();
        columns.forEach((name, type) -> parts.add(
                DSL.sql("{0} {1}", rendering.columnName(name), ColumnTypes.column(name, type, rendering.dialect()))));
        return rendering.statement(
                Step.CREATE,
                "table " + table,
                DSL.sql("create table if not exists {0} ({1})", rendering.name(table), DSL.list(parts)));
    }

    /** Where a type is not known without the database, the query itself tells it. */
    private SqlStatement gold(TableName table, GoldSpec spec) {
        Map<String, ColumnType> known = TableTypes.of(spec, rendering);
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        spec.columnNames().forEach(name -> {
            if (known.containsKey(name)) {
                columns.put(name, known.get(name));
            }
        });
        if (columns.size() == spec.columnNames().size()) {
            return table(table, columns);
        }
        return rendering.statement(
                Step.CREATE,
                "table " + table,
                DSL.sql(
                        "create table if not exists {0} as\nselect * from ({1}) as {2} where 1 = 0",
                        rendering.name(table), new GoldSql(rendering).rows(spec), DSL.name("built")));
    }

    private void checkCount(TableName table, int columns) {
        int most =
                switch (rendering.dialect()) {
                    case DUCKDB -> Integer.MAX_VALUE;
                    case POSTGRES -> 1600;
                    case MARIADB, MYSQL -> 1017;
                };
        if (columns > most) {
            throw new MedallionException(Problem.at(
                            "table " + table,
                            "has " + columns + " columns with those of the library, and "
                                    + rendering.dialect().product() + " holds at most " + most + ".")
                    .advise("Leave columns out, or use DuckDB."));
        }
    }
}
