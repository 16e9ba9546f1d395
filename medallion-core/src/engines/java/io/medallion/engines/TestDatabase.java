package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that is dropped when it is closed. Thread-safe. */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final String name;
    private final String url;

    TestDatabase(DatabaseServer server, String name, String url) {
        this.server = server;
        this.name = name;
        this.url = url;
    }

    /** The product. */
    public Dialect dialect() {
        return server.dialect();
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Its URL, with user and password in it. */
    public String url() {
        return url;
    }

    /** A new connection, to be closed. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** New connections each time, no pool. */
    public DataSource dataSource() {
        return new Unpooled(url);
    }

    /** Runs one statement on a connection of its own. */
    public void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        server.drop(name);
    }

    private record Unpooled(String url) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
