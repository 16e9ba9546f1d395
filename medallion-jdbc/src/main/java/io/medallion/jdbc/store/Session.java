package io.medallion.jdbc.store;

import io.medallion.Layer;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection during one operation. Runs statements, maps rows, and turns what the database refuses into {@link DatabaseException}. Used by one
 * thread; only {@link #cancel()} may come from another.
 *
 * <p>Values are bound to the question marks of a statement: instants as timestamps in UTC, enums by name, null as NULL.
 */
public final class Session {

    private static final int LONGEST_WHERE = 120;
    private static final String MAKE_SCHEMA = "create schema if not exists ";

    private final Connection connection;
    private final SqlGenerator sql;
    private final Object lock = new Object();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable Statement running;
    private boolean cancelled;

    Session(Connection connection, SqlGenerator sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** The connection, for what only its driver can do; neither to be closed, committed nor changed. */
    public Connection connection() {
        return connection;
    }

    /** What generates the SQL for this database and its names. */
    public SqlGenerator sql() {
        return sql;
    }

    /** One of the library's own tables as it is written in SQL. */
    public String own(String table) {
        return sql.quoted(sql.naming().own(table));
    }

    /** Columns as they are written in SQL, from their names with a comma and a blank between them. */
    public String columns(String names) {
        return Arrays.stream(names.split(", ")).map(sql::quoted).collect(Collectors.joining(", "));
    }

    /** The table of a layer as it is written in SQL. */
    public String table(Layer layer, String table) {
        return sql.quoted(sql.naming().table(layer, table));
    }

    /** Runs a generated statement; gives the number of rows it changed, 0 where it changes none. */
    public long run(SqlStatement statement) {
        if (makesWhatIsThere(statement.text())) {
            return 0;
        }
        return timed(statement, s -> {
            s.execute(statement.text());
            return Math.max(0, s.getUpdateCount());
        });
    }

    /** PostgreSQL asks for the right to make a schema even where it is there, which a user who is given one schema has not. */
    private boolean makesWhatIsThere(String text) {
        return sql.dialect() == Dialect.POSTGRES
                && text.startsWith(MAKE_SCHEMA)
                && first(
                                "select to_regnamespace(?) is not null",
                                row -> row.getBoolean(1),
                                text.substring(MAKE_SCHEMA.length()))
                        .orElse(false);
    }

    /** Runs a script in order. */
    public void run(SqlScript script) {
        script.statements().forEach(this::run);
    }

    /** Runs a generated statement and reads every row of its result. */
    public <T> List<T> query(SqlStatement statement, RowReader<T> reader) {
        return timed(statement, s -> {
            try (ResultSet rows = s.executeQuery(statement.text())) {
                return all(rows, reader);
            }
        });
    }

    /** Runs a generated statement and hands over its result as a whole, standing before the first row. */
    public <T> T result(SqlStatement statement, RowReader<T> reader) {
        return timed(statement, s -> {
            try (ResultSet rows = s.executeQuery(statement.text())) {
                return reader.read(rows);
            }
        });
    }

    /** Changes rows; gives how many. */
    public long update(String text, @Nullable Object... values) {
        return prepared(text, values, PreparedStatement::executeLargeUpdate);
    }

    /**
     * Changes rows by a generated statement; gives how many.
     *
     * @param running is given the statement when it begins and null when it has ended
     */
    public long run(SqlStatement generated, Consumer<@Nullable Statement> running) {
        try (Statement statement = connection.createStatement()) {
            return watched(statement, () -> {
                running.accept(statement);
                try {
                    return statement.executeLargeUpdate(generated.text());
                } finally {
                    running.accept(null);
                }
            });
        } catch (SQLException e) {
            throw SqlErrors.translate(generated.label(), e);
        }
    }

    /** Reads every row. */
    public <T> List<T> query(String text, RowReader<T> reader, @Nullable Object... values) {
        return prepared(text, values, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return all(rows, reader);
            }
        });
    }

    /** Reads the first row, if there is one. */
    public <T> Optional<T> first(String text, RowReader<T> reader, @Nullable Object... values) {
        return prepared(text, values, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        });
    }

    /** Reads the one number that the statement gives. */
    public long number(String text, @Nullable Object... values) {
        return first(text, row -> row.getLong(1), values).orElseThrow();
    }

    /**
     * Does work that runs SQL of the host: on MariaDB under its own settings, as far as they decide what SQL means, but in UTC. DuckDB and PostgreSQL
     * have no such settings that were replaced, or a query that depends on them is not run here.
     */
    public <T extends @Nullable Object> T asHost(SqlWork<T> work) throws SQLException {
        if (sql.dialect() != Dialect.MARIADB) {
            return work.run(this);
        }
        SessionSettings.putMeaningBack(connection);
        T result;
        try {
            result = work.run(this);
        } catch (SQLException | RuntimeException e) {
            try {
                SessionSettings.replaceMeaning(connection);
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        SessionSettings.replaceMeaning(connection);
        return result;
    }

    /** Changes a setting of the connection until the end of the operation, on databases that know {@code set name = 'value'}. */
    public void set(String setting, String value) {
        settings.putIfAbsent(
                setting,
                first("select current_setting('" + setting + "')", row -> row.getString(1))
                        .orElseThrow());
        update("set " + setting + " = '" + value + "'");
    }

    /** Undoes what {@link #set} has done; the transaction is over. */
    void restoreSettings() throws SQLException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set " + setting.getKey() + " = '" + setting.getValue() + "'");
            }
        }
    }

    /** Stops the statement that is running and refuses further ones. May be called from any thread. */
    public void cancel() {
        synchronized (lock) {
            cancelled = true;
            if (running != null) {
                try {
                    running.cancel();
                } catch (SQLException e) {
                    // it has ended in between
                }
            }
        }
    }

    /** The instant that a timestamp column holds, null when it is NULL. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = dateTime(row, row.findColumn(column));
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    /**
     * Date and time without zone as the database has them. MariaDB's driver moves hours that summer time of the JVM's zone skips, unless it
     * is asked for date and time apart.
     */
    public static @Nullable LocalDateTime dateTime(ResultSet row, int column) throws SQLException {
        if (!row.getMetaData().getColumnTypeName(column).equals("DATETIME")) {
            return row.getObject(column, LocalDateTime.class);
        }
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? null : LocalDateTime.of(date, row.getObject(column, LocalTime.class));
    }

    private <T> T timed(SqlStatement statement, Work<Statement, T> work) {
        try (Statement s = connection.createStatement()) {
            return watched(s, () -> work.run(s));
        } catch (SQLException e) {
            throw statement.step() == Step.AUDIT
                    ? SqlErrors.translateOwn(statement.label(), e)
                    : SqlErrors.translate(statement.label(), e);
        }
    }

    private <T> T prepared(String text, @Nullable Object[] values, Work<PreparedStatement, T> work) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return watched(statement, () -> work.run(statement));
        } catch (SQLException e) {
            throw SqlErrors.translate(abbreviated(text), e);
        }
    }

    private <T> T watched(Statement statement, Call<T> call) throws SQLException {
        synchronized (lock) {
            if (cancelled) {
                throw new SQLException("cancelled before it began", "57014");
            }
            running = statement;
        }
        try {
            return call.run();
        } finally {
            synchronized (lock) {
                running = null;
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            statement.setObject(index, value);
        }
    }

    private static <T> List<T> all(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            read.add(reader.read(rows));
        }
        return read;
    }

    private static String abbreviated(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_WHERE ? line.substring(0, LONGEST_WHERE) + "..." : line;
    }

    private interface Work<S, T> {
        T run(S statement) throws SQLException;
    }

    private interface Call<T> {
        T run() throws SQLException;
    }
}
