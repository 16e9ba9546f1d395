package io.medallion.jdbc.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a source while it is read: in a read-only transaction, as cursors need one, and with settings under which values are written the
 * same way whatever the host has set. Given back as it was.
 */
final class SourceConnection implements AutoCloseable {

    /** Until the end of the transaction; the host's settings return with it. */
    private static final List<String> POSTGRES_SETTINGS = List.of(
            "set local datestyle to 'ISO, YMD'",
            "set local intervalstyle to 'iso_8601'",
            "set local timezone to 'UTC'",
            "set local extra_float_digits to 3",
            "set local bytea_output to 'hex'");

    /** Drivers write and read UTF-8 whatever was set; a limit for statements of the host must not cut the rows of a source. */
    private static final String MARIADB_SETTINGS = "set time_zone = '+00:00', character_set_client = utf8mb4,"
            + " character_set_results = utf8mb4, sql_select_limit = " + Long.toUnsignedString(-1);

    private static final String MARIADB_RESTORE =
            "'set time_zone = ''', @@session.time_zone, ''', character_set_client = ',"
                    + " @@session.character_set_client, ', character_set_results = ', coalesce(@@session.character_set_results, 'null'),"
                    + " ', sql_select_limit = ', @@session.sql_select_limit";

    private static final Logger LOG = LoggerFactory.getLogger(SourceConnection.class);

    private final Connection connection;
    private final SourceProduct product;
    private final String quote;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final boolean held;
    private @Nullable String restore;

    private SourceConnection(Connection connection, boolean held) throws SQLException {
        this.connection = connection;
        this.held = held;
        this.product = SourceProduct.of(connection.getMetaData().getDatabaseProductName());
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
    }

    static SourceConnection open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            SourceConnection opened = new SourceConnection(connection, false);
            opened.prepare();
            return opened;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Over a connection that the caller holds: for looking at what is there; nothing of it is changed, and it stays open. */
    static SourceConnection over(Connection connection) throws SQLException {
        return new SourceConnection(connection, true);
    }

    Connection connection() {
        return connection;
    }

    SourceProduct product() {
        return product;
    }

    /** A name as it is written in SQL. */
    String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** A table as it is written in SQL. */
    String quoted(@Nullable String schema, String table) {
        return schema == null ? quoted(table) : quoted(schema) + "." + quoted(table);
    }

    /** A statement whose rows come in portions. */
    PreparedStatement stream(String sql) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        boolean connectorOfMySql = connection
                .getMetaData()
                .getDriverName()
                .toLowerCase(Locale.ROOT)
                .startsWith("mysql");
        statement.setFetchSize(connectorOfMySql ? Integer.MIN_VALUE : FetchSize.FIRST);
        return statement;
    }

    private void prepare() throws SQLException {
        // DuckDB knows read-only databases, not connections
        if (product != SourceProduct.DUCKDB && !readOnly) {
            connection.setReadOnly(true);
        }
        if (product.speaksMySql()) {
            restore = text("select concat(" + MARIADB_RESTORE + ")");
            run(MARIADB_SETTINGS);
        }
        connection.setAutoCommit(false);
        if (product == SourceProduct.POSTGRES) {
            for (String setting : POSTGRES_SETTINGS) {
                run(setting);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A broken connection has no settings to restore; its pool finds out, and why it broke was said by what was read from it. */
    @Override
    public void close() {
        if (held) {
            return;
        }
        attempt(connection::rollback);
        attempt(() -> connection.setAutoCommit(autoCommit));
        String before = restore;
        if (before != null) {
            attempt(() -> run(before));
        }
        if (product != SourceProduct.DUCKDB && !readOnly) {
            attempt(() -> connection.setReadOnly(false));
        }
        attempt(connection::close);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            LOG.debug("a connection to a source could not be restored", e);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }
}
