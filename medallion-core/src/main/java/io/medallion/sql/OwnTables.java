package io.medallion.sql;

import static io.medallion.sql.OwnTable.Column.flag;
import static io.medallion.sql.OwnTable.Column.key;
import static io.medallion.sql.OwnTable.Column.moment;
import static io.medallion.sql.OwnTable.Column.number;
import static io.medallion.sql.OwnTable.Column.real;
import static io.medallion.sql.OwnTable.Column.text;

import io.medallion.ColumnType;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/** The tables in which the library keeps what it did. Times are UTC. */
final class OwnTables {

    private static final String STATES = "table_states";
    private static final String IN_DOUBT = "in_doubt";

    private static final List<OwnTable> FIRST = List.of(
            OwnTable.of("migrations", key("version", ColumnType.INTEGER), moment("applied_at")),
            OwnTable.of("pipelines", key("name"), moment("created_at")),
            OwnTable.of("locks", key("pipeline"), text("owner"), text("process"), moment("since")),
            OwnTable.of("tables", key("layer"), key("table_name"), text("pipeline")),
            OwnTable.of(
                    "specs",
                    key("pipeline"),
                    key("layer"),
                    key("table_name"),
                    key("version", ColumnType.INTEGER),
                    text("fingerprint"),
                    text("json"),
                    moment("created_at"),
                    flag("in_force")),
            OwnTable.of(
                    "batches",
                    key("table_name"),
                    key("batch_id"),
                    text("pipeline"),
                    number("sequence"),
                    text("mode"),
                    text("source_id"),
                    text("source_file"),
                    text("content_hash"),
                    number("rows"),
                    number("rejects"),
                    number("schema_version"),
                    moment("loaded_at"),
                    flag("in_force"),
                    number("latency_rows"),
                    real("latency_least"),
                    real("latency_greatest"),
                    real("latency_mean")),
            OwnTable.of(
                    "bronze_rejects",
                    key("table_name"),
                    key("batch_id"),
                    key("row_number", ColumnType.BIGINT),
                    number("line"),
                    text("reason"),
                    text("raw")),
            OwnTable.of(
                    "schema_changes",
                    key("table_name"),
                    key("version", ColumnType.INTEGER),
                    key("change"),
                    key("column_name"),
                    text("original"),
                    text("batch_id"),
                    moment("changed_at")),
            OwnTable.of(
                    "builds",
                    key("build_id"),
                    text("pipeline"),
                    text("layer"),
                    text("table_name"),
                    number("version"),
                    text("spec_fingerprint"),
                    text("status"),
                    moment("started_at"),
                    moment("finished_at"),
                    number("rows_read"),
                    number("rows_written"),
                    number("rows_rejected"),
                    number("rows_duplicate"),
                    text("sql_text"),
                    text("error")),
            OwnTable.of("build_reasons", key("build_id"), key("rule"), key("action"), number("row_count")),
            OwnTable.of(
                    STATES,
                    key("layer"),
                    key("table_name"),
                    number("version"),
                    text("build_id"),
                    text("spec_fingerprint"),
                    text("built_from"),
                    number("row_count"),
                    moment("published_at")));

    private static final OwnTable REJECT_SIGHTINGS = OwnTable.of(
            "reject_sightings",
            key("table_name"),
            key("batch_id"),
            key("row_number", ColumnType.BIGINT),
            moment("first_seen"),
            moment("last_seen"),
            number("version"),
            number("version_before"));

    private static final OwnTable WATERMARKS = OwnTable.of(
            "watermarks",
            key("table_name"),
            key("source_id"),
            text("column_name"),
            text("reached"),
            text("batch_id"),
            moment("reached_at"));

    private final Rendering rendering;

    OwnTables(Rendering rendering) {
        this.rendering = rendering;
    }

    /** Every migration, each noted as applied: what a host runs that migrates by itself. */
    SqlScript all() {
        return migrations().stream()
                .map(migration -> migration.script().and(SqlScript.of(List.of(applied(migration.version())))))
                .reduce(SqlScript::and)
                .orElseThrow();
    }

    private SqlStatement applied(int version) {
        return rendering.statement(
                Step.CREATE,
                "own tables at version " + version,
                DSL.sql(
                        "insert into {0} ({1}, {2}) select {3}, current_timestamp from (select 1 as {4}) as {4}"
                                + " where not exists (select 1 from {0} where {1} = {3})",
                        rendering.name(rendering.naming().own("migrations")),
                        DSL.name("version"),
                        DSL.name("applied_at"),
                        DSL.inline(version),
                        DSL.name("one")));
    }

    List<SqlMigration> migrations() {
        return List.of(
                new SqlMigration(1, "batches, specs, builds, states and their logs", first()),
                new SqlMigration(
                        2, "when rows were refused", SqlScript.of(List.of(REJECT_SIGHTINGS.create(rendering)))),
                new SqlMigration(3, "how far sources were read", SqlScript.of(List.of(WATERMARKS.create(rendering)))),
                new SqlMigration(4, "versions in doubt", SqlScript.of(inDoubt())));
    }

    private List<SqlStatement> inDoubt() {
        return addsColumns()
                ? List.of(rendering.statement(
                        Step.CREATE,
                        "whether a version is in doubt",
                        DSL.sql(
                                "alter table {0} add column if not exists {1} {2}",
                                rendering.name(rendering.naming().own(STATES)),
                                DSL.name(IN_DOUBT),
                                ColumnTypes.column(ColumnType.BOOLEAN, rendering.dialect()))))
                : List.of();
    }

    /** MySQL cannot add a column only where it is missing; there no table was ever without it. */
    private boolean addsColumns() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES, MARIADB -> true;
            case MYSQL -> false;
        };
    }

    private OwnTable whole(OwnTable table) {
        return table.name().equals(STATES) && !addsColumns() ? table.and(OwnTable.Column.flag(IN_DOUBT)) : table;
    }

    private SqlScript first() {
        List<SqlStatement> statements = new ArrayList<>();
        String schema = rendering.naming().own("migrations").schema();
        if (schema != null) {
            statements.add(rendering.statement(
                    Step.CREATE, "schema " + schema, DSL.sql("create schema if not exists {0}", DSL.name(schema))));
        }
        FIRST.forEach(table -> statements.add(whole(table).create(rendering)));
        return SqlScript.of(statements);
    }
}
