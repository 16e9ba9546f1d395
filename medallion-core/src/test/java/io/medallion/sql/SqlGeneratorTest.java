package io.medallion.sql;

import static io.medallion.spec.Measure.average;
import static io.medallion.spec.Measure.countDistinct;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.engines.Engines;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Measure;
import io.medallion.spec.PipelineSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlGeneratorTest {

    private static final SqlGenerator DUCKDB = SqlGenerator.forDialect(Dialect.DUCKDB);

    private static final GoldSpec SPREAD = GoldSpec.builder("spread")
            .from(GoldCases.ORDERS)
            .measure(
                    new Measure("median", Aggregate.median(Expression.parse("amount"))),
                    new Measure("paid_median", Aggregate.median(Expression.parse("amount"))).where("status = 'paid'"),
                    new Measure("deviation", Aggregate.stddev(Expression.parse("amount"))),
                    new Measure("alone", Aggregate.stddev(Expression.parse("amount"))).where("id = 1"),
                    average("weight").where("status = 'paid'"),
                    new Measure(
                            "sum", new Aggregate(AggregateFunction.SUM, Expression.parse("customer_id"), true, null)),
                    countDistinct("status").where("id > 1"),
                    sum("id").named("none").where("id > 100"))
            .build();

    @Test
    void computes_every_aggregate_alike() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            try (Engine engine = Engine.of(dialect)) {
                prepare(engine);
                engine.run(engine.generator().build(SPREAD));
                String row = engine.rows("select * from gold.spread").get(0);
                assertThat(row).startsWith("7.5 | 7.5 | ").endsWith(" | null | 1.0 | 120 | 2 | null");
                assertThat(Double.parseDouble(row.split(" \\| ")[2])).isCloseTo(8.429858, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1.7e308, 1.7e308, 0",
        "-1.7e308, 1.6e308, -0.05e308",
        "1.6e308, 1.7e308, 1.65e308",
        "-1.7e308, -1.7e308, -1.7e308",
        "-1e-300, 3e-300, 1e-300"
    })
    void computes_the_median_of_two_values_however_far_apart(double one, double other, double middle) throws Exception {
        Query query = Query.of(
                Relation.table(Layer.SILVER, "orders"),
                List.of(new Query.Selected(Expression.parse("MEDIAN(weight)"), "middle")));
        for (Dialect dialect : Engines.dialects()) {
            try (Engine engine = Engine.of(dialect)) {
                engine.clear();
                engine.run(engine.generator().create(GoldCases.ORDERS));
                engine.run("insert into silver.orders values (1, 10, null, null, " + one + ", null, 'b', 1),"
                        + " (2, 10, null, null, " + other + ", null, 'b', 2)");
                SqlStatement median =
                        engine.generator().query(query, PipelineSpec.empty("p").with(GoldCases.ORDERS));
                assertThat(Double.parseDouble(engine.rows(median).get(0)))
                        .as(dialect.product())
                        .isCloseTo(middle, within(Math.abs(middle) * 1e-9));
            }
        }
    }

    @Test
    void raises_what_an_audit_finds_and_publishes_nothing() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            try (Engine engine = Engine.of(dialect)) {
                prepare(engine);
                engine.run("create table gold.key_figures as select 'last good' as version");
                SqlScript build = engine.generator().build(onlyKeyFigures());
                engine.run(build.only(SqlScript.Step.STAGE));
                engine.run("insert into gold.key_figures__next select * from gold.key_figures__next");
                assertThatThrownBy(() -> engine.run(build.only(SqlScript.Step.AUDIT)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining(engine.named("gold.key_figures: one row is expected, not 2"));
                assertThatThrownBy(() -> engine.runFile(build.only(SqlScript.Step.AUDIT, SqlScript.Step.PUBLISH)
                                .text()))
                        .isInstanceOf(SQLException.class);
                engine.run("rollback");
                assertThat(engine.rows("select * from gold.key_figures")).containsExactly("last good");
            }
        }
    }

    @Test
    void leaves_a_pipeline_in_order_after_publishing_twice() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            try (Engine engine = Engine.of(dialect)) {
                prepare(engine);
                for (int i = 0; i < 2; i++) {
                    engine.runFile(engine.generator().build(onlyKeyFigures()).text());
                }
                assertThat(engine.rows("select table_name from information_schema.tables where table_schema = 'gold'"))
                        .containsExactly("key_figures");
            }
        }
    }

    @Test
    void a_rename_that_failed_on_mysql_does_not_shorten_the_waits_of_the_session_for_good() throws Exception {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        try (Engine engine = Engine.of(Dialect.MYSQL)) {
            prepare(engine);
            engine.run("set session lock_wait_timeout = 77");
            SqlScript build = engine.generator().build(onlyKeyFigures());
            assertThatThrownBy(() -> engine.run(build.only(SqlScript.Step.PUBLISH)))
                    .isInstanceOf(SQLException.class);
            engine.run(build);
            assertThat(engine.rows("select @@session.lock_wait_timeout, @medallion_waited"))
                    .containsExactly("77 | null");
            engine.run("set session lock_wait_timeout = 78");
            engine.run(build);
            assertThat(engine.rows("select @@session.lock_wait_timeout")).containsExactly("78");
        }
    }

    @Test
    void creates_1500_columns_on_duckdb_and_says_where_they_do_not_fit() throws Exception {
        BronzeSpec wide = BronzeSpec.of(
                "wide", IntStream.range(0, 1_600).mapToObj(i -> "column " + i).toList());
        try (Engine engine = Engine.duckDb()) {
            engine.runFile(DUCKDB.create(wide).text());
            assertThat(engine.rows("select count(*) from information_schema.columns"))
                    .containsExactly("1607");
        }
        assertThatThrownBy(() -> SqlGenerator.forDialect(Dialect.POSTGRES).create(wide))
                .isInstanceOf(MedallionException.class)
                .hasMessage("table bronze.wide has 1607 columns with those of the library, and PostgreSQL holds at most"
                        + " 1600. Leave columns out, or use DuckDB.");
    }

    @Test
    void refuses_source_columns_called_like_metadata() {
        assertThatThrownBy(() -> DUCKDB.create(BronzeSpec.of("t", "a", "_Batch_Id")))
                .isInstanceOf(MedallionException.class)
                .hasMessage(
                        "Bronze spec 't': column '_Batch_Id' has the name of a metadata column. Name it otherwise, such"
                                + " as '_Batch_Id_2'.");
    }

    @Test
    void refuses_versions_it_is_not_written_for() {
        assertThatThrownBy(() -> SqlGenerator.forDialect(Dialect.POSTGRES).atVersion(12))
                .isInstanceOf(MedallionException.class)
                .hasMessage("PostgreSQL 12 is not supported. Use PostgreSQL 15 or later.");
    }

    @Test
    void labels_what_a_migration_destroys() {
        PipelineSpec before = PipelineSpec.empty("p").with(BronzeSpec.of("gone", "a"));
        SqlScript script = DUCKDB.migrate(PipelineSpec.empty("p").changesFrom(before));
        assertThat(script.text())
                .isEqualTo("-- destructive: remove bronze.gone\ndrop table if exists \"bronze\".\"gone\";\n");
    }

    @Test
    void builds_again_what_a_migration_cannot_change_in_place() {
        PipelineSpec before = PipelineSpec.empty("p").with(onlyKeyFigures());
        GoldSpec more = GoldSpec.builder("key_figures")
                .from(GoldCases.ORDERS)
                .measure(sum("amount"), average("amount"))
                .build();
        SqlScript script = DUCKDB.migrate(before.with(more).changesFrom(before));
        assertThat(script).isEqualTo(DUCKDB.build(more));
    }

    @Test
    void survives_long_chains_and_refuses_what_would_multiply() throws Exception {
        String chain = IntStream.range(0, 200).mapToObj(i -> "id = " + i).collect(Collectors.joining(" OR "));
        assertThat(query(chain)).contains("199");
        String casts = "CAST(".repeat(20) + "amount" + " AS DOUBLE)".repeat(20);
        assertThatThrownBy(() -> query("round(" + casts + ")"))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("becomes too much SQL");
        String cleaned = "replace(".repeat(20) + "status" + ", 'a', 'b')".repeat(20);
        assertThat(query(cleaned)).contains("replace(");
    }

    private static String query(String expression) {
        Query query = Query.of(
                Relation.table(Layer.SILVER, "orders"),
                List.of(new Query.Selected(Expression.parse(expression), "value")));
        return DUCKDB.query(query, PipelineSpec.empty("p").with(GoldCases.ORDERS))
                .text();
    }

    private static GoldSpec onlyKeyFigures() {
        return GoldSpec.builder("key_figures")
                .from(GoldCases.ORDERS)
                .measure(sum("amount"))
                .build();
    }

    private static void prepare(Engine engine) throws SQLException {
        engine.clear();
        engine.run(engine.generator().create(GoldCases.ORDERS));
        engine.run(engine.generator().create(GoldCases.CUSTOMERS));
        for (String rows : GoldCases.ROWS) {
            engine.run(rows);
        }
    }
}
