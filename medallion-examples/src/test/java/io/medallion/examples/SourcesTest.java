package io.medallion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path directory;

    @Test
    void orders_of_a_database_and_targets_of_a_workbook_are_kept_fresh() throws Exception {
        Path targets = directory.resolve("plan 2024.xlsx");
        try (OutputStream out = Files.newOutputStream(targets);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Targets");
            sheet.value(0, 0, "Our targets");
            sheet.value(2, 0, "month");
            sheet.value(2, 1, "target");
            for (int month = 1; month <= 3; month++) {
                sheet.value(2 + month, 0, month);
                sheet.value(2 + month, 1, month * 100.5);
            }
        }
        try (HikariDataSource crm = duckDb("crm");
                Medallion medallion = Medallion.inMemory()) {
            run(
                    crm,
                    "create table orders (id int, amount decimal(10,2), changed_at timestamp)",
                    "insert into orders values (1, 10.50, '2024-01-31 23:59:59'), (2, 20.00, '2024-02-01 00:00:00')");
            Pipeline sales = DatabaseAndWorkbook.pipeline(medallion, crm, targets);

            assertThat(DatabaseAndWorkbook.first(sales).toText())
                    .contains("10.50")
                    .contains("20.00");
            run(crm, "insert into orders values (3, 5.25, '2024-02-01 00:00:00')");
            assertThat(DatabaseAndWorkbook.next(sales).toText())
                    .contains("10.50")
                    .contains("25.25");
            assertThat(sales.silver("targets").head(10).toText()).contains("301.5");
        }
    }

    @Test
    void tenants_are_refreshed_each_in_a_schema_of_its_own() throws Exception {
        List<String> tenants = List.of("acme", "globex");
        Set<String> heard = ConcurrentHashMap.newKeySet();
        Map<String, CountDownLatch> finished =
                Map.of("tenant_acme", new CountDownLatch(1), "tenant_globex", new CountDownLatch(1));
        try (HikariDataSource crm = duckDb("crm");
                HikariDataSource pool = duckDb("warehouse")) {
            for (String tenant : tenants) {
                run(
                        crm,
                        "create schema " + tenant,
                        "create table " + tenant + ".orders as select 1 as id, '" + tenant + "' as who",
                        "create table " + tenant + ".audit_log (id int)");
            }
            ManyTenants product = new ManyTenants(pool, crm, (tenant, json) -> {
                heard.add(tenant);
                if (json.contains("left as they are")) {
                    finished.get(tenant).countDown();
                }
            });
            ScheduledThreadPoolExecutor host = new ScheduledThreadPoolExecutor(1);
            product.schedule(host, tenants);
            for (CountDownLatch latch : finished.values()) {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            }
            host.shutdown();
            assertThat(host.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            assertThat(heard).containsExactlyInAnyOrder("tenant_acme", "tenant_globex");
            for (String tenant : tenants) {
                assertThat(product.orders(tenant).tables()).containsExactly("orders");
                assertThat(product.orders(tenant).bronze().batches("orders"))
                        .extracting(batch -> batch.rows())
                        .containsExactly(1L);
            }
        }
    }

    private HikariDataSource duckDb(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:duckdb:" + directory.resolve(name + ".duckdb"));
        return new HikariDataSource(config);
    }

    private static void run(HikariDataSource database, String... statements) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
