package io.medallion.sql;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.SilverSpec;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What costs most in a build is shared among the workers of PostgreSQL where it has some to spare. */
class ParallelBuildTest {

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
}
