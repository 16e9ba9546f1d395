package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A database server on which tests make databases of their own. Thread-safe. */
public final class DatabaseServer implements AutoCloseable {

    private final Dialect dialect;
    private final String url;
    private final String origin;
    private final Runnable stop;

    /**
     * @param url of a database whose user may make others, with user and password in it
     * @param origin where the server comes from, in words
     */
    DatabaseServer(Dialect dialect, String url, String origin, Runnable stop) {
        this.dialect = dialect;
        this.url = url;
        this.origin = origin;
        this.stop = stop;
    }

    /** Its product. */
    public Dialect dialect() {
        return dialect;
    }

    /** Where it comes from, in words. */
    public String origin() {
        return origin;
    }

    /** Its version as it says itself. */
    public String version() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database; closing it drops it. */
    public TestDatabase database() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        run("create database " + name);
        hostile(name).forEach(this::run);
        return new TestDatabase(this, name, urlOf(name));
    }

    /** Defaults that would change results if anything relied on them. */
    private List<String> hostile(String name) {
        return switch (dialect) {
            case POSTGRES ->
                List.of(
                        "alter database " + name + " set timezone to 'America/New_York'",
                        "alter database " + name + " set datestyle to 'SQL, DMY'",
                        "alter database " + name + " set extra_float_digits to 0",
                        "alter database " + name + " set bytea_output to 'escape'");
            case MARIADB, MYSQL -> List.of("alter database " + name + " character set latin1 collate latin1_swedish_ci");
            case DUCKDB -> List.of();
        };
    }

    void drop(String name) {
        run("drop database if exists " + name + (dialect == Dialect.POSTGRES ? " with (force)" : ""));
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The URL with another database in it: {@code jdbc:x://host:1/NAME?parameters}. */
    private String urlOf(String name) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int parameters = url.indexOf('?', path);
        return url.substring(0, path + 1) + name + (parameters < 0 ? "" : url.substring(parameters));
    }

    @Override
    public void close() {
        stop.run();
    }
}
