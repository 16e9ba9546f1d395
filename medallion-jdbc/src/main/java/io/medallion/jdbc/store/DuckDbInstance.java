package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.jdbc.store.DatabaseException.Kind;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One DuckDB database opened in this process. Every connection is a fresh one on the same instance: making one takes microseconds, and a fresh one
 * carries no settings of the operation before, so no pool stands in front.
 */
public final class DuckDbInstance implements DataSource, AutoCloseable {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    /** What a file is called inside DuckDB when its own name is that of a schema. */
    private static final String ATTACHED = "embedded_database";

    private final DuckDBConnection root;
    private final boolean attached;

    private DuckDbInstance(DuckDBConnection root, boolean attached) {
        this.root = root;
        this.attached = attached;
    }

    /**
     * Opens a file, made when it is not there.
     *
     * @param schemas the schemas in use: DuckDB calls a database after its file and cannot tell it from a schema of that name,
     *     so such a file is attached under another name
     */
    static DuckDbInstance open(Path file, Map<String, String> settings, List<String> schemas) {
        requireDriver();
        String where = "database file " + file;
        Path directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new DatabaseException(
                    Kind.UNREACHABLE, new Problem(where, "is a directory.", "Name a file in it."), null);
        }
        if (directory != null && !Files.isDirectory(directory)) {
            throw new DatabaseException(
                    Kind.UNREACHABLE,
                    new Problem(where, "its directory does not exist.", "Make " + directory + " first."),
                    null);
        }
        if (directory != null && !Files.isWritable(Files.exists(file) ? file : directory)) {
            throw new DatabaseException(
                    Kind.READ_ONLY,
                    new Problem(where, "may not be written by this process.", SqlErrors.adviceFor(Kind.READ_ONLY)),
                    null);
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        String database = dot < 0 ? name : name.substring(0, dot);
        return schemas.stream().anyMatch(database::equalsIgnoreCase)
                ? attach(where, file, settings)
                : connect(where, "jdbc:duckdb:" + file.toAbsolutePath(), settings);
    }

    private static DuckDbInstance attach(String where, Path file, Map<String, String> settings) {
        DuckDbInstance memory = connect(where, "jdbc:duckdb:", settings);
        String path = file.toAbsolutePath().toString().replace("'", "''");
        try (Statement statement = memory.root.createStatement()) {
            statement.execute("attach '" + path + "' as " + ATTACHED);
            return new DuckDbInstance(memory.root, true);
        } catch (SQLException e) {
            memory.close();
            throw refused(where, e);
        }
    }

    /** A fresh database in memory, gone when closed; the settings are DuckDB's. */
    public static DuckDbInstance inMemory(Map<String, String> settings) {
        requireDriver();
        return connect("database in memory", "jdbc:duckdb:", settings);
    }

    private static DuckDbInstance connect(String where, String url, Map<String, String> settings) {
        Properties properties = new Properties();
        settings.forEach(properties::setProperty);
        try {
            return new DuckDbInstance(DuckDBConnection.newConnection(url, false, properties), false);
        } catch (SQLException e) {
            throw refused(where, e);
        } catch (Exception e) {
            throw refused(where, new SQLException(e.getMessage(), e));
        }
    }

    private static DatabaseException refused(String where, SQLException error) {
        DatabaseException translated = SqlErrors.translate(where, error);
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("not a valid duckdb database")) {
            return new DatabaseException(
                    Kind.UNREACHABLE,
                    new Problem(where, "is no DuckDB database.", "Name a new file, or one that DuckDB has made."),
                    translated.getCause());
        }
        if (translated.kind() == Kind.HELD) {
            String holder = SqlErrors.holderOf(error);
            return new DatabaseException(
                    Kind.HELD,
                    new Problem(where, "is held by another process" + holder + ".", SqlErrors.adviceFor(Kind.HELD)),
                    translated.getCause());
        }
        return translated;
    }

    private static void requireDriver() {
        try {
            Class.forName(DRIVER, false, DuckDbInstance.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new DatabaseException(
                    Kind.DRIVER_MISSING,
                    new Problem(
                            "embedded database",
                            "the DuckDB driver is not on the classpath.",
                            "Add the dependency org.duckdb:duckdb_jdbc."),
                    e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = root.duplicate();
        if (attached) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("use " + ATTACHED);
            }
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw SqlErrors.translate("closing the database", e);
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // DuckDB writes none
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // there is no login
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no java.util.logging here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!isWrapperFor(type)) {
            throw new SQLException("is no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
