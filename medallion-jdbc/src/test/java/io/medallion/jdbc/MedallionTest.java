package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.engines.Engines;
import io.medallion.route.TableAccess;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlStatement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class MedallionTest {

    private final Dialect dialect;
    private final EngineUnderTest engine;

    MedallionTest(Dialect dialect) {
        this.dialect = dialect;
        engine = EngineUnderTest.of(dialect);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void tenants_share_a_database_and_one_spec_and_do_not_see_each_other() {
        try (Medallion medallion = Medallion.on(engine.dataSource())) {
            Naming one = tenant("1");
            Naming other = tenant("2");
            Pipeline first = built(medallion.in(one), 3);
            Pipeline second = built(medallion.in(other), 5);

            assertThat(rows(first)).isEqualTo(3L);
            assertThat(rows(second)).isEqualTo(5L);
            assertThat(first.silver().spec()).isEqualTo(second.silver().spec());
            assertThat(medallion.pipelines()).isEmpty();
            assertThat(medallion.in(one).pipelines()).containsExactly("shop");
        } finally {
            if (Engines.speaksMySql(dialect)) {
                new HostSql(engine).run("drop database " + tenant("1").schema());
                new HostSql(engine).run("drop database " + tenant("2").schema());
            }
        }
    }

    /** On MariaDB and MySQL a schema is a database of its own. */
    private Naming tenant(String number) {
        String prefix = Engines.speaksMySql(dialect)
                ? new HostSql(engine).rows("select database()").get(0)
                : "tenant";
        return Naming.inSchema(prefix + "_" + number);
    }

    @Test
    void a_table_belongs_to_one_pipeline() {
        try (Medallion medallion = Medallion.on(engine.dataSource())) {
            built(medallion, 3);

            assertThatThrownBy(() -> medallion
                            .pipeline("rival", Shop.cleanOrders(1))
                            .bronze()
                            .load())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("belongs to pipeline 'shop'");
        }
    }

    @Test
    void a_host_that_migrates_itself_is_told_the_sql_it_has_to_run() throws SQLException {
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Medallion medallion =
                    Medallion.builder().ownTables(Medallion.OwnTables.VERIFY).on(database.dataSource());
            Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(2));

            assertThatThrownBy(() -> shop.bronze().load())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("create table")
                    .hasMessageContaining("migrations");
            // a server of MariaDB or MySQL tells of the tables of all its databases
            String here =
                    switch (dialect) {
                        case DUCKDB, POSTGRES -> "true";
                        case MARIADB, MYSQL -> "table_schema = database()";
                    };
            assertThat(database.rows("select table_name from information_schema.tables"
                            + " where (table_name like '%orders%' or table_name like '%batches%') and " + here))
                    .isEmpty();

            run(database.dataSource(), medallion.sql().ownTables());
            run(database.dataSource(), medallion.sql().create(Shop.ORDERS));
            shop.bronze().load();
            database.forget();
            shop.silver().build(Shop.ORDERS);
            assertThat(rows(shop)).isEqualTo(2L);
            assertThat(database.statements()).noneMatch(sql -> sql.startsWith("create schema"));
        }
    }

    @Test
    void what_is_shown_is_what_runs() {
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Medallion medallion = Medallion.on(database.dataSource());
            Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(2));
            shop.bronze().load();

            Build build = shop.silver().build(Shop.ORDERS);
            assertThat(build.sql()).endsWith(medallion.sql().build(Shop.ORDERS).text());
            medallion.sql().build(Shop.ORDERS).statements().forEach(s -> assertThat(database.statements())
                    .contains(s.text()));

            Answer answer = shop.query(measure(count()).by("segment"));
            assertThat(database.statements()).contains(answer.sql());
        }
    }

    @Test
    void the_clock_and_the_ids_are_those_of_the_host() {
        Instant then = Instant.parse("2024-02-29T12:00:00Z");
        int[] next = {0};
        try (Medallion medallion = Medallion.builder()
                .clock(Clock.fixed(then, ZoneOffset.UTC))
                .ids(() -> "id-" + ++next[0])
                .on(engine.dataSource())) {
            Build build = built(medallion, 1).history(1).get(0);

            assertThat(build.startedAt()).isEqualTo(then);
            assertThat(build.finishedAt()).contains(then);
            assertThat(build.id()).startsWith("id-");
        }
    }

    @Test
    void a_policy_keeps_columns_and_rows_from_a_caller() {
        try (Medallion medallion = Medallion.builder()
                .accessPolicy((table, context) -> context.principal().equals("clerk")
                        ? new TableAccess(
                                java.util.Set.of("amount"),
                                TableAccess.where("segment = 'b'").rows())
                        : TableAccess.ALL)
                .on(engine.dataSource())) {
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();
            shop.silver().build(Shop.ORDERS);
            shop.gold().build(List.of(Shop.REVENUE));
            CallContext clerk = CallContext.DEFAULT.principal("clerk");

            assertThat(shop.query(measure(count()), clerk).rows().get(0).get(0)).isEqualTo(1L);
            assertThat(rows(shop)).isEqualTo(3L);
            assertThatThrownBy(() -> shop.query(measure(io.medallion.spec.Measure.sum("orders.amount")), clerk))
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("amount");
        }
    }

    @Test
    void a_call_after_its_deadline_or_cancelled_ends() {
        try (Medallion medallion = Medallion.on(engine.dataSource())) {
            Pipeline shop = built(medallion, 1);

            assertThatThrownBy(() -> shop.query(measure(count()), CallContext.DEFAULT.until(Instant.EPOCH)))
                    .hasMessageContaining("after its deadline");
            assertThatThrownBy(() -> shop.query(measure(count()), CallContext.DEFAULT.cancelledWhen(() -> true)))
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("cancelled");
        }
    }

    @Test
    void a_file_that_is_no_database_is_a_clear_error(@TempDir Path directory) throws java.io.IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "These are notes, not a database. ".repeat(500));

        assertThatThrownBy(() -> Medallion.embedded(file))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("notes.txt");
    }

    private static Pipeline built(Medallion medallion, int orders) {
        Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(orders));
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        assertThat(shop.status().of(Layer.SILVER)).isEqualTo(PipelineStatus.State.FRESH);
        return shop;
    }

    private static Object rows(Pipeline shop) {
        return java.util.Objects.requireNonNull(
                shop.query(measure(count())).rows().get(0).get(0));
    }

    private static void run(DataSource database, SqlScript script) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (SqlStatement one : script.statements()) {
                statement.execute(one.text());
            }
        }
    }
}
