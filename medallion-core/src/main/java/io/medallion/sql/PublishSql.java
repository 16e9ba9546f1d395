package io.medallion.sql;

import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Building beside and publishing by name: the next version of a table is made under the name {@code <table>__next}, and takes
 * the place of the last one in one transaction; on MariaDB, where DDL commits, in one RENAME TABLE.
 */
final class PublishSql {

    private final Rendering rendering;

    PublishSql(Rendering rendering) {
        this.rendering = rendering;
    }

    /** Removes what a build that failed may have left. */
    List<SqlStatement> clear(List<TableName> published) {
        List<SqlStatement> statements = new ArrayList<>();
        for (TableName table : published) {
            statements.add(drop(Step.STAGE, rendering.naming().next(table)));
            if (needsPlace()) {
                statements.add(drop(Step.STAGE, old(table)));
            }
        }
        return statements;
    }

    /** Makes a table of the rows of a query. */
    SqlStatement make(TableName table, String label, Select<?> rows) {
        return rendering.statement(Step.STAGE, label, DSL.sql("create table {0} as\n{1}", rendering.name(table), rows));
    }

    /** Puts the next versions in place, all at once. */
    List<SqlStatement> publish(List<TableName> tables) {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> swap(tables);
            case MARIADB -> renameAll(tables);
        };
    }

    /** Removes what publishing left. */
    List<SqlStatement> clean(List<TableName> published) {
        return needsPlace()
                ? published.stream().map(table -> drop(Step.CLEAN, old(table))).toList()
                : List.of();
    }

    SqlStatement drop(Step step, TableName table) {
        return rendering.statement(step, "remove " + table, DSL.sql("drop table if exists {0}", rendering.name(table)));
    }

    private List<SqlStatement> swap(List<TableName> tables) {
        List<SqlStatement> statements = new ArrayList<>();
        for (TableName table : tables) {
            statements.add(drop(Step.PUBLISH, table));
            statements.add(rendering.statement(
                    Step.PUBLISH,
                    "publish " + table,
                    DSL.sql(
                            "alter table {0} rename to {1}",
                            rendering.name(rendering.naming().next(table)), DSL.name(table.name()))));
        }
        return statements;
    }

    /** Every table must be there to be renamed, so the first build makes an empty one to move away. */
    private List<SqlStatement> renameAll(List<TableName> tables) {
        List<SqlStatement> statements = new ArrayList<>();
        List<QueryPart> renames = new ArrayList<>();
        for (TableName table : tables) {
            Name name = rendering.name(table);
            Name next = rendering.name(rendering.naming().next(table));
            statements.add(rendering.statement(
                    Step.PUBLISH,
                    "make room for " + table,
                    DSL.sql("create table if not exists {0} like {1}", name, next)));
            renames.add(DSL.sql("{0} to {1}, {2} to {0}", name, rendering.name(old(table)), next));
        }
        statements.add(rendering.statement(Step.PUBLISH, "publish", DSL.sql("rename table {0}", DSL.list(renames))));
        return statements;
    }

    private boolean needsPlace() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> false;
            case MARIADB -> true;
        };
    }

    private TableName old(TableName table) {
        return new TableName(table.schema(), PhysicalName.withSuffix(rendering.dialect(), table.name(), "__old"));
    }
}
