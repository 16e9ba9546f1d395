package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.sql.PublishSql.Published;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Publishing into the standing table: its rows are deleted and those of the next version inserted, in one transaction, so that
 * what belongs to the table stays. Never TRUNCATE, which readers with an older snapshot would see as an empty table.
 */
final class InPlaceSql {

    private final Rendering rendering;
    private final Publish how;

    InPlaceSql(Rendering rendering, Publish how) {
        this.rendering = rendering;
        this.how = how;
    }

    /** The first table is the one whose columns may change. */
    List<SqlStatement> publish(List<Published> tables) {
        List<SqlStatement> statements = new ArrayList<>();
        if (!how.keepsColumns()) {
            statements.addAll(PublishSql.boundedWait(rendering));
        }
        tables.forEach(table -> statements.add(standing(table)));
        statements.addAll(columns(tables.get(0)));
        statements.addAll(unfiltered());
        for (int i = 0; i < tables.size(); i++) {
            statements.addAll(rows(tables.get(i), i == 0 ? how.retyped() : Set.of()));
        }
        statements.addAll(removedAfter(tables.get(0)));
        PublishSql publish = new PublishSql(rendering);
        tables.forEach(table ->
                statements.add(publish.drop(Step.CLEAN, rendering.naming().next(table.name()))));
        return statements;
    }

    /** The first build has no table to publish into. */
    private SqlStatement standing(Published table) {
        String template =
                switch (rendering.dialect()) {
                    case DUCKDB, POSTGRES -> "create table if not exists {0} as select * from {1} where 1 = 0";
                    case MARIADB, MYSQL -> "create table if not exists {0} like {1}";
                };
        return statement(before(), "make room for " + table.name(), template, name(table), next(table));
    }

    private List<SqlStatement> columns(Published table) {
        List<SqlStatement> statements = new ArrayList<>();
        for (String column : new TreeSet<>(how.added())) {
            statements.add(statement(
                    before(),
                    "add column " + column + " to " + table.name(),
                    "alter table {0} add column {1} {2}",
                    name(table),
                    DSL.name(column),
                    type(table, column)));
        }
        for (String column : new TreeSet<>(how.retyped())) {
            retyped(table, column).ifPresent(statements::add);
        }
        if (before() == Step.PUBLISH) {
            statements.addAll(removed(table, Step.PUBLISH));
        }
        return statements;
    }

    /** What DDL would commit half done goes when the new rows are there. */
    private List<SqlStatement> removedAfter(Published table) {
        return before() == Step.PREPARE ? removed(table, Step.CLEAN) : List.of();
    }

    private List<SqlStatement> removed(Published table, Step step) {
        return new TreeSet<>(how.removed())
                .stream()
                        .map(column -> statement(
                                step,
                                "remove column " + column + " from " + table.name(),
                                "alter table {0} drop column {1}",
                                name(table),
                                DSL.name(column)))
                        .toList();
    }

    /** DuckDB changes a type before rows of the same transaction; PostgreSQL when no row is left to be converted. */
    private Optional<SqlStatement> retyped(Published table, String column) {
        return switch (rendering.dialect()) {
            case DUCKDB -> Optional.of(retype(table, column));
            case POSTGRES -> Optional.empty();
            case MARIADB, MYSQL ->
                throw new MedallionException(Problem.at(
                                "table " + table.name() + ", column '" + column + "'",
                                "changes its type, which " + rendering.dialect().product()
                                        + " does not do within a transaction.")
                        .advise(
                                "Drop what depends on the table (indexes, triggers, comments) and make it again after the"
                                        + " build."));
        };
    }

    private SqlStatement retype(Published table, String column) {
        SQL type = type(table, column);
        return statement(
                Step.PUBLISH,
                "change the type of column " + column + " of " + table.name(),
                "alter table {0} alter column {1} type {2} using cast(null as {3})",
                name(table),
                DSL.name(column),
                type,
                DSL.sql(rendering.text(type).replace(" collate \"C\"", "")));
    }

    private SQL type(Published table, String column) {
        return table.columns().stream()
                .filter(logical -> rendering.column(logical).equals(column))
                .flatMap(
                        logical -> Optional.<ColumnType>ofNullable(table.types().get(logical)).stream())
                .findFirst()
                .map(type -> ColumnTypes.column(type, rendering.dialect()))
                .orElseThrow(() -> new MedallionException(Problem.at(
                                "table " + table.name() + ", column '" + column + "'",
                                "is new or of a new type, which only the database knows.")
                        .advise("Drop what depends on the table and make it again after the build.")));
    }

    /** On PostgreSQL policies of the host could hide rows from the delete: an error instead. */
    private List<SqlStatement> unfiltered() {
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> List.of();
            case POSTGRES -> List.of(statement(Step.PUBLISH, "leave no row out", "set local row_security = off"));
        };
    }

    private List<SqlStatement> rows(Published table, Set<String> retyped) {
        QueryPart columns =
                DSL.list(table.columns().stream().map(rendering::columnName).toArray(Name[]::new));
        if (rendering.dialect() == Dialect.POSTGRES && retyped.isEmpty()) {
            return List.of(atOnce(table, columns));
        }
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(statement(Step.PUBLISH, "delete the rows of " + table.name(), "delete from {0}", name(table)));
        if (rendering.dialect() == Dialect.POSTGRES) {
            new TreeSet<>(retyped).forEach(column -> statements.add(retype(table, column)));
        }
        statements.add(statement(
                Step.PUBLISH,
                "publish " + table.name(),
                "insert into {0} ({1})\nselect {1} from {2}",
                name(table),
                columns,
                next(table)));
        return statements;
    }

    /** In one statement, at whose end foreign keys to the table are checked: the keys that stay are there again. */
    private SqlStatement atOnce(Published table, QueryPart columns) {
        return statement(
                Step.PUBLISH,
                "publish " + table.name(),
                """
                with "deleted" as (
                  delete from {0} returning 1
                )
                insert into {0} ({1})
                select {1} from {2}
                where (select count(*) from "deleted") >= 0""",
                name(table),
                columns,
                next(table));
    }

    /** When the columns change: with the rows, unless DDL commits. */
    private Step before() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> Step.PUBLISH;
            case MARIADB, MYSQL -> Step.PREPARE;
        };
    }

    private Name name(Published table) {
        return rendering.name(table.name());
    }

    private Name next(Published table) {
        return rendering.name(rendering.naming().next(table.name()));
    }

    private SqlStatement statement(Step step, String label, String template, QueryPart... parts) {
        return rendering.statement(step, label, DSL.sql(template, parts));
    }
}
