package io.medallion.jdbc.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database that is read from, behind a pool of one connection: whoever needs two waits in vain. */
public final class SourceDatabase implements AutoCloseable {

    public final Dialect dialect;
    public final HikariDataSource pool;
    private final @Nullable TestDatabase database;

    private SourceDatabase(Dialect dialect, String url, @Nullable TestDatabase database, int connections) {
        this.dialect = dialect;
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        this.pool = new HikariDataSource(config);
    }

    public static SourceDatabase of(Dialect dialect) {
        return of(dialect, 1);
    }

    public static SourceDatabase of(Dialect dialect, int connections) {
        TestDatabase database =
                switch (dialect) {
                    case DUCKDB -> null;
                    case POSTGRES, MARIADB, MYSQL -> Engines.server(dialect).database();
                };
        return new SourceDatabase(dialect, url(database), database, connections);
    }

    /** The connections of a pool share a database in memory by its name. */
    private static String url(@Nullable TestDatabase database) {
        return database == null ? "jdbc:duckdb:memory:" + UUID.randomUUID() : database.url();
    }

    public SourceDatabase run(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
        return this;
    }

    /** The first column of a query. */
    public List<@Nullable String> ask(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<@Nullable String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The texts of the first row of a query. */
    List<@Nullable String> texts(String sql) {
        return WrittenTable.read(Jdbc.query(pool, "q", sql).parts().get(0)).get(0);
    }

    /** Does something where summer time and the century of a date matter. */
    public static void inBerlin(Runnable work) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            work.run();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Override
    public void close() {
        pool.close();
        if (database != null) {
            database.close();
        }
    }
}
