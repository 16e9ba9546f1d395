package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Building beside and publishing by name: the next version of a table is made under the name {@code <table>__next}. Then it
 * takes the place of the last one in one transaction (on MariaDB, where DDL commits, in one RENAME TABLE), or its rows take the
 * place of those of the last one, see {@link InPlaceSql}.
 */
final class PublishSql {

    /**
     * How long a swap waits for readers on PostgreSQL. While it waits, new readers wait behind it; the runtime gives up then and
     * tries again, so no reader waits longer.
     */
    private static final String LONGEST_WAIT = "set local lock_timeout = '100ms'";

    /** A rename that failed leaves the short wait: the next one must not take it for what was before. */
    private static final String SHORT_WAIT =
            "set @medallion_waited = coalesce(@medallion_waited, @@session.lock_wait_timeout), session lock_wait_timeout = 1";

    private static final String WAIT_AS_BEFORE =
            "set session lock_wait_timeout = @medallion_waited, @medallion_waited = null";

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

    /** Puts the next versions in place, all at once, and removes what that leaves. */
    List<SqlStatement> publish(List<Published> tables, Publish how) {
        if (how.inPlace()) {
            return new InPlaceSql(rendering, how).publish(tables);
        }
        List<TableName> names = tables.stream().map(Published::name).toList();
        List<SqlStatement> statements = new ArrayList<>(
                switch (rendering.dialect()) {
                    case DUCKDB, POSTGRES -> swap(names);
                    case MARIADB, MYSQL -> renameAll(names);
                });
        statements.addAll(clean(names));
        return statements;
    }

    /**
     * A table that readers see.
     *
     * @param name its name
     * @param columns its columns in order, by logical name
     * @param types their types, as far as they are known without the database
     */
    record Published(TableName name, List<String> columns, Map<String, ColumnType> types) {

        static Published of(TableName name, Map<String, ColumnType> types) {
            return new Published(name, List.copyOf(types.keySet()), types);
        }
    }

    SqlStatement drop(Step step, TableName table) {
        return rendering.statement(step, "remove " + table, DSL.sql("drop table if exists {0}", rendering.name(table)));
    }

    /** All tables that publishing may leave behind. */
    List<TableName> leftBy(TableName table) {
        return needsPlace()
                ? List.of(rendering.naming().next(table), old(table))
                : List.of(rendering.naming().next(table));
    }

    /** Bounds the time for which readers wait behind what needs the table for itself. */
    static List<SqlStatement> boundedWait(Rendering rendering) {
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> List.of();
            case POSTGRES ->
                List.of(rendering.statement(Step.PUBLISH, "let no reader wait for long", DSL.sql(LONGEST_WAIT)));
        };
    }

    private List<SqlStatement> clean(List<TableName> published) {
        return needsPlace()
                ? published.stream().map(table -> drop(Step.CLEAN, old(table))).toList()
                : List.of();
    }

    private List<SqlStatement> swap(List<TableName> tables) {
        List<SqlStatement> statements = new ArrayList<>(boundedWait(rendering));
        for (TableName table : tables) {
            statements.add(drop(Step.PUBLISH, table));
            statements.addAll(tidied(rendering.naming().next(table)));
            statements.add(rendering.statement(
                    Step.PUBLISH,
                    "publish " + table,
                    DSL.sql(
                            "alter table {0} rename to {1}",
                            rendering.name(rendering.naming().next(table)), DSL.name(table.name()))));
        }
        return statements;
    }

    /** Lets PostgreSQL tidy a table that is built, which {@link RowsTable} forbids before. */
    private List<SqlStatement> tidied(TableName next) {
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> List.of();
            case POSTGRES ->
                List.of(rendering.statement(
                        Step.PUBLISH,
                        "let " + next + " be tidied",
                        DSL.sql("alter table {0} reset (autovacuum_enabled)", rendering.name(next))));
        };
    }

    /** Every table must be there to be renamed, so the first build makes an empty one to move away. */
    private List<SqlStatement> renameAll(List<TableName> tables) {
        List<SqlStatement> statements = new ArrayList<>();
        List<QueryPart> renames = new ArrayList<>();
        for (TableName table : tables) {
            Name name = rendering.name(table);
            Name next = rendering.name(rendering.naming().next(table));
            statements.add(rendering.statement(
                    Step.PREPARE,
                    "make room for " + table,
                    DSL.sql("create table if not exists {0} like {1}", name, next)));
            renames.add(
                    renames.isEmpty() && waitsForRename()
                            ? DSL.sql("{0} wait 1 to {1}, {2} to {0}", name, rendering.name(old(table)), next)
                            : DSL.sql("{0} to {1}, {2} to {0}", name, rendering.name(old(table)), next));
        }
        SqlStatement rename =
                rendering.statement(Step.PUBLISH, "publish", DSL.sql("rename table {0}", DSL.list(renames)));
        statements.addAll(waitsForRename() ? List.of(rename) : bounded(rename));
        return statements;
    }

    /** Whether the statement itself says how long it waits. */
    private boolean waitsForRename() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES, MYSQL -> false;
            case MARIADB -> true;
        };
    }

    /** MySQL bounds the wait for readers by a setting of the session. */
    private static List<SqlStatement> bounded(SqlStatement rename) {
        return List.of(
                new SqlStatement(Step.PUBLISH, "let no reader wait for long", SHORT_WAIT),
                rename,
                new SqlStatement(Step.PUBLISH, "wait as before", WAIT_AS_BEFORE));
    }

    private boolean needsPlace() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> false;
            case MARIADB, MYSQL -> true;
        };
    }

    private TableName old(TableName table) {
        return new TableName(table.schema(), PhysicalName.withSuffix(rendering.dialect(), table.name(), "__old"));
    }
}
