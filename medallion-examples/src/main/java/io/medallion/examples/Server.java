package io.medallion.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.Medallion;
import io.medallion.sql.Naming;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A database server that is measured, and what its own fastest way of loading a file is. */
final class Server implements AutoCloseable {

    /** Where the library works; made anew for each run. */
    private static final String OURS = "medallion_benchmark";

    /** Where the baseline works. */
    static final String PLAIN = "medallion_benchmark_plain";

    private final HikariDataSource pool;
    private final boolean mariaDb;

    Server(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.mariaDb = url.startsWith("jdbc:mariadb:");
    }

    boolean isMariaDb() {
        return mariaDb;
    }

    Medallion medallion() {
        return Medallion.on(pool).in(Naming.inSchema(OURS));
    }

    /** Forgets what the library made. */
    void forget() throws SQLException {
        recreate(OURS, false);
    }

    /** Forgets what the baseline made. */
    void forgetPlain() throws SQLException {
        recreate(PLAIN, true);
    }

    private void recreate(String schema, boolean create) throws SQLException {
        run("drop schema if exists " + schema + (mariaDb ? "" : " cascade"));
        if (create) {
            run("create schema " + schema + (mariaDb ? " character set utf8mb4 collate utf8mb4_nopad_bin" : ""));
        }
    }

    /** A table of nothing but text. */
    void createPlain(String table, List<String> columns) throws SQLException {
        String type = mariaDb ? " longtext" : " text";
        run("create table " + PLAIN + "." + table + " ("
                + columns.stream().map(column -> column + type).collect(Collectors.joining(", ")) + ")");
    }

    /** The database's own way: the file goes in as it is. */
    void loadPlain(String table, Path file) throws Exception {
        try (Connection connection = pool.getConnection()) {
            if (mariaDb) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "load data local infile '" + file + "' into table " + PLAIN + "." + table
                                    + " character set utf8mb4 fields terminated by ',' optionally enclosed by '\"' ignore 1 lines");
                }
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy " + PLAIN + "." + table + " from stdin with (format csv, header)",
                                    in,
                                    1 << 16);
                }
            }
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
