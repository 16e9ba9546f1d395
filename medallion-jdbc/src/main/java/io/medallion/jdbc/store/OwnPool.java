package io.medallion.jdbc.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.Problem;
import io.medallion.jdbc.store.DatabaseException.Kind;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The pool of connections that this library opens where the host brings none. */
final class OwnPool {

    private OwnPool() {}

    /**
     * Opens a pool and a first connection.
     *
     * @param user null when the URL or the server knows
     * @param size the most connections at once
     * @throws DatabaseException when the driver is missing or the server does not let us in
     */
    static HikariDataSource open(String url, @Nullable String user, @Nullable String password, int size) {
        String where = "connection to " + withoutParameters(url);
        if (url.startsWith("jdbc:duckdb:")) {
            throw new DatabaseException(
                    Kind.OTHER,
                    new Problem(where, "is a DuckDB database, which needs no pool.", "Use embedded(..) or inMemory()."),
                    null);
        }
        requireDriver(where, url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("medallion");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException refused) {
            throw refused.getCause() instanceof SQLException error
                    ? SqlErrors.translate(where, error)
                    : SqlErrors.translate(where, new SQLException(String.valueOf(refused.getMessage()), "08001"));
        }
    }

    private static void requireDriver(String where, String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException none) {
            throw new DatabaseException(
                    Kind.DRIVER_MISSING,
                    new Problem(where, "has no driver on the classpath.", "Add " + driver(url) + "."),
                    null);
        }
    }

    private static String driver(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return "the dependency org.postgresql:postgresql";
        }
        if (url.startsWith("jdbc:mysql:")) {
            return "the dependency com.mysql:mysql-connector-j or, with a jdbc:mariadb: URL, org.mariadb.jdbc:mariadb-java-client";
        }
        return url.startsWith("jdbc:mariadb:")
                ? "the dependency org.mariadb.jdbc:mariadb-java-client"
                : "the driver of that database, or check the URL";
    }

    /** What is behind the question mark may be a password, and so may be what is before an at sign. */
    private static String withoutParameters(String url) {
        String text = url.replaceAll("[?;].*", "");
        return text.replaceAll("//[^/]*@", "//");
    }
}
