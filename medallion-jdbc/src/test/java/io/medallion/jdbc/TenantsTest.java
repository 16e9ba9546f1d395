package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.source.Source;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Tenants in schemas of their own, all on one small pool and with one spec. {@code -Dmedallion.tenants=500} tries as many on
 * PostgreSQL, and a fifth of them elsewhere.
 */
class TenantsTest {

    private static final int TENANTS = Integer.getInteger("medallion.tenants", 60);
    private static final int FEWER = Integer.getInteger("medallion.tenants", 12);
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 8;

    @Test
    void share_a_duckdb_file_without_meeting() {
        try (EngineUnderTest engine = EngineUnderTest.of(Dialect.DUCKDB)) {
            live(engine.dataSource(), "tenant_", FEWER);
        }
    }

    @Test
    void share_a_pool_of_postgres_without_meeting() {
        try (TestDatabase database = Engines.postgres().database();
                HikariDataSource pool = pool(database)) {
            live(pool, "tenant_", TENANTS);
        }
    }

    @Test
    void share_a_pool_of_mariadb_without_meeting() {
        liveOnDatabasesOf(Engines.mariaDb());
    }

    @Test
    void share_a_pool_of_mysql_without_meeting() {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        liveOnDatabasesOf(Engines.mySql());
    }

    private static void liveOnDatabasesOf(DatabaseServer server) {
        try (TestDatabase database = server.database();
                HikariDataSource pool = pool(database)) {
            String prefix = database.name() + "_";
            try {
                live(pool, prefix, FEWER);
            } finally {
                for (int tenant = 0; tenant < FEWER; tenant++) {
                    database.run("drop database if exists " + prefix + tenant);
                }
            }
        }
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(Duration.ofMinutes(5).toMillis());
        return new HikariDataSource(config);
    }

    private static void live(DataSource dataSource, String prefix, int tenants) {
        ThreadLocal<String> workingFor = new ThreadLocal<>();
        Queue<String> strayed = new ConcurrentLinkedQueue<>();
        Medallion medallion = Medallion.builder()
                .listener(event -> {
                    if (!event.where().schema().equals(workingFor.get())) {
                        strayed.add(event + " while working for " + workingFor.get());
                    }
                })
                .on(dataSource);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> lives = new ArrayList<>();
            for (int i = 0; i < tenants; i++) {
                int tenant = i;
                lives.add(threads.submit(() -> {
                    workingFor.set(prefix + tenant);
                    live(medallion.in(Naming.inSchema(prefix + tenant)), tenant);
                    return tenant;
                }));
            }
            for (Future<?> life : lives) {
                life.get();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
        assertThat(strayed).isEmpty();
        assertThat(medallion.pipelines()).isEmpty();
        assertThat(medallion.in(Naming.inSchema(prefix + "0")).pipelines()).containsExactly("shop");
    }

    /** One tenant: loads rows that tell whose they are, builds, asks, and finds nothing else. */
    private static void live(Medallion medallion, int tenant) {
        int rows = 1 + tenant % 5;
        Pipeline shop = medallion.pipeline("shop", orders(tenant, rows));
        shop.bronze().load();
        Build build = shop.silver().build(Shop.ORDERS);
        assertThat(build.version()).isEqualTo(1);
        assertThat(build.rows().written()).isEqualTo(rows);
        List<Object> answer = shop.query(measure(sum("orders.amount").named("a"), count()))
                .rows()
                .get(0);
        assertThat(new BigDecimal(String.valueOf(answer.get(0))))
                .isEqualByComparingTo(BigDecimal.valueOf((long) rows * tenant));
        assertThat(new BigDecimal(String.valueOf(answer.get(1)))).isEqualByComparingTo(BigDecimal.valueOf(rows));
        assertThat(shop.refresh().builds()).isEmpty();
        assertThat(shop.history(5)).hasSize(1);
    }

    private static Source orders(int tenant, int rows) {
        return Source.rows("orders", List.of("id", "ordered_on", "amount", "segment"), sink -> {
            for (int i = 1; i <= rows; i++) {
                sink.row(String.valueOf(i), "2024-01-01", String.valueOf(tenant), "a");
            }
        });
    }
}
