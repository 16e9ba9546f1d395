package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.engines.DatabaseServer;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.jdbc.source.SourceException;
import io.medallion.spec.BatchMode;
import io.medallion.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcPipelineTest {

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"DUCKDB", "POSTGRES"})
    void the_tables_of_a_schema_become_tables_of_the_pipeline(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect);
                Medallion medallion = Medallion.inMemory()) {
            crm.run(
                    "create schema acme",
                    "create table acme.orders (id int, amount decimal(10,2))",
                    "insert into acme.orders values (1, 1.50)",
                    "create table acme.customers (id int)",
                    "create table acme.audit_log (id int)");
            Pipeline pipeline = medallion.pipeline("orders", Jdbc.tables(crm.pool, "acme", "audit_%"));
            assertThat(pipeline.tables()).as("nobody was asked").isEmpty();

            assertThat(pipeline.bronze().load()).extracting(Batch::rows).containsExactly(0L, 1L);
            assertThat(pipeline.tables()).containsExactly("customers", "orders");
            assertThat(pipeline.bronze().spec("orders").batches()).isEqualTo(BatchMode.REPLACE_ALL);

            crm.run(
                    "update acme.orders set amount = 2.5",
                    "create table acme.products (id int)",
                    "drop table acme.customers");
            List<Batch> second = pipeline.bronze().load();
            assertThat(second).extracting(Batch::table).containsExactly("orders", "products");
            assertThat(pipeline.bronze().batches("orders"))
                    .extracting(Batch::inForce)
                    .containsExactly(false, true);
            assertThat(pipeline.tables()).containsExactly("customers", "orders", "products");
            assertThat(pipeline.bronze().load()).extracting(Batch::added).containsOnly(false);
        }
    }

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void a_database_may_be_source_and_target_at_once(Dialect dialect) {
        DatabaseServer server = Engines.server(dialect);
        try (TestDatabase shop = server.database();
                Medallion medallion = Medallion.on(shop.dataSource())) {
            shop.run("create table orders (id int, amount decimal(10,2), note varchar(20))");
            shop.run("insert into orders values (1, 1.50, ''), (2, 2.25, null)");
            Pipeline pipeline = medallion.pipeline(
                    "orders", Jdbc.table(shop.dataSource(), "orders").watermark("id"));
            pipeline.bronze().load();
            shop.run("insert into orders values (3, 0.25, 'new')");
            assertThat(pipeline.bronze().load()).extracting(Batch::rows).containsExactly(1L);
            pipeline.silver().build(pipeline.silver().plan().acceptAll());

            assertThat(pipeline.silver().head(10).toText())
                    .contains("1.50")
                    .contains("2.25")
                    .contains("0.25");
            assertThat(pipeline.bronze().load()).extracting(Batch::added).containsExactly(false);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void one_connection_is_enough_for_a_database_that_is_source_and_target(Dialect dialect) {
        try (SourceDatabase shop = SourceDatabase.of(dialect);
                Medallion medallion = Medallion.on(shop.pool)) {
            shop.run(
                    "create schema acme",
                    "create table acme.orders (id int, amount decimal(10,2))",
                    "insert into acme.orders values (1, 1.50)",
                    "create table acme.customers (id int)");
            Pipeline pipeline = medallion.pipeline("orders", Jdbc.tables(shop.pool, "acme"));

            assertThat(pipeline.bronze().load()).extracting(Batch::rows).containsExactly(0L, 1L);
            assertThat(pipeline.bronze().load()).extracting(Batch::added).containsOnly(false);
            pipeline.silver("orders").build(pipeline.silver("orders").plan().acceptAll());
            shop.run("insert into acme.orders values (2, 2.25)");
            pipeline.refresh();
            assertThat(pipeline.silver("orders").head(10).toText())
                    .contains("1.50")
                    .contains("2.25");
        }
    }

    @Test
    void two_sources_of_one_table_are_found_when_they_are_loaded() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB);
                Medallion medallion = Medallion.inMemory()) {
            crm.run("create table orders (id int)");
            Pipeline pipeline = medallion.pipeline(
                    "orders", Source.rows("Orders", List.of("id"), sink -> {}), Jdbc.tables(crm.pool, "main"));

            assertThatThrownBy(() -> pipeline.bronze().load())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("table 'orders'")
                    .hasMessageContaining("is filled by two sources")
                    .hasMessageContaining("named(..)");
        }
    }

    @Test
    void a_connection_that_breaks_leaves_no_batch() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.POSTGRES);
                Medallion medallion = Medallion.inMemory()) {
            // the backend ends itself after some rows have been fetched
            String suicidal = "select n, case when n = 30000 then pg_terminate_backend(pg_backend_pid()) end as x"
                    + " from generate_series(1, 100000) n";
            Pipeline pipeline = medallion.pipeline("p", Jdbc.query(crm.pool, "numbers", suicidal));

            assertThatThrownBy(() -> pipeline.bronze().load())
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("query 'numbers'")
                    .hasMessageContaining("cannot be read after")
                    .hasMessageContaining("nothing of this load is kept");
            assertThat(medallion.pipeline("p").tables()).isEmpty();

            medallion
                    .pipeline("p", Jdbc.query(crm.pool, "numbers", "select n from generate_series(1, 100) n"))
                    .bronze()
                    .load();
            assertThat(medallion.pipeline("p").bronze().batches("numbers"))
                    .extracting(Batch::rows)
                    .containsExactly(100L);
        }
    }
}
