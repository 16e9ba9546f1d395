package io.medallion.sql;

import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real database that runs what was generated, and shows values alike whatever the driver gives. */
final class Engine implements AutoCloseable {

    private final Dialect dialect;
    private final Connection connection;
    private final Closeable server;

    private Engine(Dialect dialect, Connection connection, Closeable server) {
        this.dialect = dialect;
        this.connection = connection;
        this.server = server;
    }

    static Engine duckDb() throws SQLException {
        Engine engine = new Engine(Dialect.DUCKDB, DriverManager.getConnection("jdbc:duckdb:"), () -> {});
        engine.run("set TimeZone = 'UTC'");
        return engine;
    }

    static Engine postgres() throws SQLException {
        Engine engine = on(Engines.postgres());
        engine.run("set extra_float_digits = 3");
        return engine;
    }

    static Engine mariaDb() throws SQLException {
        return on(Engines.mariaDb());
    }

    private static Engine on(DatabaseServer server) throws SQLException {
        TestDatabase database = server.database();
        return new Engine(server.dialect(), database.connect(), database::close);
    }

    Dialect dialect() {
        return dialect;
    }

    /** The newest version there is, so that what only it can do is tried. */
    SqlGenerator generator() {
        return SqlGenerator.forDialect(dialect).atVersion(dialect == Dialect.POSTGRES ? 17 : dialect.oldestVersion());
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void run(SqlScript script) throws SQLException {
        for (SqlStatement statement : script.statements()) {
            run(statement.text());
        }
    }

    /** Rows with their values joined by {@code " | "}. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> shown = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(shown(rows, i));
                }
                shown.add(String.join(" | ", values));
            }
            return shown;
        }
    }

    private static String shown(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value instanceof java.sql.Timestamp) {
            boolean zoned = rows.getMetaData().getColumnTypeName(column).equalsIgnoreCase("timestamptz");
            return zoned
                    ? String.valueOf(
                            rows.getObject(column, OffsetDateTime.class).toInstant())
                    : String.valueOf(rows.getObject(column, java.time.LocalDateTime.class));
        }
        return shown(value);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof java.sql.Time time) {
            return time.toLocalTime().toString();
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant().toString() : String.valueOf(value);
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
