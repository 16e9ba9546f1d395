package io.medallion.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.store.DuckDbInstance;
import io.medallion.sql.Dialect;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * An empty database of a product, gone when closed.
 *
 * @param dataSource as a host would give it
 * @param drop what ends it
 */
public record EngineUnderTest(Dialect dialect, DataSource dataSource, Runnable drop) implements AutoCloseable {

    public static EngineUnderTest of(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> {
                DuckDbInstance instance = DuckDbInstance.inMemory(Map.of());
                yield new EngineUnderTest(dialect, instance, instance::close);
            }
            case POSTGRES -> of(Engines.postgres().database());
            case MARIADB, MYSQL -> of(Engines.server(dialect).database());
        };
    }

    private static EngineUnderTest of(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        return new EngineUnderTest(database.dialect(), pool, () -> {
            pool.close();
            database.close();
        });
    }

    /** Every database with each way of publishing: whether in place. */
    static Stream<Object[]> swappedAndInPlace() {
        return Engines.dialects().stream()
                .flatMap(dialect -> Stream.of(new Object[] {dialect, false}, new Object[] {dialect, true}));
    }

    /** How many of so many cases a property tries on a database: a server costs more than a database in memory. */
    static int cases(Dialect dialect, int all) {
        return switch (dialect) {
            case DUCKDB -> all;
            case POSTGRES -> Math.max(1, all / 10);
            case MARIADB, MYSQL -> Math.max(1, all / 30);
        };
    }

    /** The same query where the layer is a prefix of the name of the table. */
    public String named(String sql) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> sql;
            case MARIADB, MYSQL -> sql.replaceAll("\\b(bronze|silver|gold|medallion)\\.", "$1_");
        };
    }

    @Override
    public void close() {
        drop.run();
    }
}
