package io.medallion.sql;

import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real database that runs what was generated, and shows values alike whatever the driver gives. What a test itself says is
 * written once for all databases; see {@link PortableSql}.
 */
final class Engine implements AutoCloseable {

    private final Dialect dialect;
    private final Connection connection;
    private final Closeable server;

    private Engine(Dialect dialect, Connection connection, Closeable server) {
        this.dialect = dialect;
        this.connection = connection;
        this.server = server;
    }

    static Engine of(Dialect dialect) throws SQLException {
        return switch (dialect) {
            case DUCKDB -> duckDb();
            case POSTGRES -> postgres();
            case MARIADB, MYSQL -> on(Engines.server(dialect));
        };
    }

    static Engine duckDb() throws SQLException {
        return prepared(new Engine(Dialect.DUCKDB, DriverManager.getConnection("jdbc:duckdb:"), () -> {}));
    }

    static Engine postgres() throws SQLException {
        return on(Engines.postgres());
    }

    private static Engine on(DatabaseServer server) throws SQLException {
        TestDatabase database = server.database();
        return prepared(new Engine(server.dialect(), database.connect(), database::close));
    }

    private static Engine prepared(Engine engine) throws SQLException {
        for (SessionSetting setting : SessionSetting.of(engine.dialect)) {
            engine.execute(setting.set());
        }
        return engine;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The newest version there is, so that what only it can do is tried. */
    SqlGenerator generator() {
        return SqlGenerator.forDialect(dialect).atVersion(dialect == Dialect.POSTGRES ? 17 : dialect.oldestVersion());
    }

    /** Removes every table and schema, and makes the schemas anew. */
    void clear() throws SQLException {
        for (String statement : PortableSql.clear(dialect, this::exactRows)) {
            execute(statement);
        }
    }

    /** Runs one statement of the test. */
    void run(String sql) throws SQLException {
        execute(PortableSql.on(dialect, sql));
    }

    /** Runs a generated statement as it is. */
    void run(SqlStatement statement) throws SQLException {
        execute(statement.text());
    }

    void run(SqlScript script) throws SQLException {
        for (SqlStatement statement : script.statements()) {
            run(statement);
        }
    }

    /** Runs a script as its file reads. */
    void runFile(String text) throws SQLException {
        switch (dialect) {
            case DUCKDB, POSTGRES -> execute(text);
            case MARIADB, MYSQL -> {
                for (String statement : PortableSql.statements(text)) {
                    execute(statement);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Adds rows to a table, whatever is in them. */
    void insert(String table, List<? extends List<? extends @Nullable Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.get(0).size(), "?"));
        String insert = PortableSql.on(dialect, "insert into " + table + " values (" + places + ")");
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (List<? extends @Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Rows of a query of the test with their values joined by {@code " | "}. */
    List<String> rows(String sql) throws SQLException {
        return exactRows(PortableSql.on(dialect, sql));
    }

    /** Rows of a generated query. */
    List<String> rows(SqlStatement statement) throws SQLException {
        return exactRows(statement.text());
    }

    /** Rows of a query that is a file or has a generated one in it. */
    List<String> exactRows(String sql) throws SQLException {
        return exactCells(sql).stream().map(row -> String.join(" | ", row)).toList();
    }

    /** The cells of the rows of a query of the test. */
    List<List<String>> cells(String sql) throws SQLException {
        return exactCells(PortableSql.on(dialect, sql));
    }

    private List<List<String>> exactCells(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> shown = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(shown(rows, i));
                }
                shown.add(values);
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
                    : String.valueOf(rows.getObject(column, LocalDateTime.class));
        }
        if (value instanceof java.sql.Time) {
            return String.valueOf(rows.getObject(column, LocalTime.class));
        }
        return shown(value);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant().toString() : String.valueOf(value);
    }

    /** Rows as they can be compared: MariaDB has no instants, and a condition is a number where it is not a column. */
    List<String> comparable(List<String> rows) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> rows;
            case MARIADB, MYSQL -> rows.stream().map(PortableSql::mariadbRow).toList();
        };
    }

    /** A message of this database: tables are called otherwise on MariaDB. */
    String named(String message) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> message;
            case MARIADB, MYSQL -> message.replaceAll("\\b(silver|gold)\\.", "$1_");
        };
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
