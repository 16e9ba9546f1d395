package io.medallion.sql;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a build asks of PostgreSQL alone. */
class PostgresBuildTest {

    @Test
    void postgresql_reads_every_step_of_a_row_in_its_workers() throws Exception {
        try (Engine engine = Engine.postgres()) {
            SilverDatabases.bronze(
                    engine,
                    "id,day",
                    IntStream.range(0, 500).mapToObj(i -> i + "|2024-01-01").toArray(String[]::new));
            SilverSpec spec = SilverSpec.of(
                    "orders", column("id").as(integer()), column("day").as(date("yyyy-MM-dd")));
            SqlStatement typing = engine.generator().build(spec).statements().stream()
                    .filter(statement -> statement.label().startsWith("type and judge"))
                    .findFirst()
                    .orElseThrow();
            engine.run("set parallel_setup_cost = 0");
            engine.run("set parallel_tuple_cost = 0");
            engine.run("set min_parallel_table_scan_size = 0");
            assertThat(engine.rows("explain " + typing.text()))
                    .as("a step above Gather is computed by one process alone")
                    .first()
                    .asString()
                    .startsWith("Gather");
        }
    }

    @Test
    void nobody_tidies_a_table_before_it_is_published() throws Exception {
        try (Engine engine = Engine.postgres()) {
            SilverDatabases.bronze(engine, "id", "1");
            SqlScript build = engine.generator()
                    .build(SilverSpec.of("orders", column("id").as(integer())));
            engine.run(build.only(SqlScript.Step.STAGE));
            assertThat(options(engine, "orders__next")).containsExactly("{autovacuum_enabled=false}");
            engine.run(build.only(SqlScript.Step.AUDIT, SqlScript.Step.PUBLISH, SqlScript.Step.CLEAN));
            assertThat(options(engine, "orders")).containsExactly("null");
            assertThat(options(engine, "orders__rejects")).containsExactly("null");
        }
    }

    private static List<String> options(Engine engine, String table) throws Exception {
        return engine.rows("select c.reloptions from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'silver' and c.relname = '" + table + "'");
    }
}
