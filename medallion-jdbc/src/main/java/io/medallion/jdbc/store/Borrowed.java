package io.medallion.jdbc.store;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a data source with the settings that results rely on; closing gives it back as it was. One that cannot be
 * given back as it was is ended, so that its pool makes a new one.
 */
final class Borrowed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Borrowed.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final @Nullable String catalog;
    private final SessionSettings settings;
    private final Product product;
    private boolean inUse;

    private Borrowed(
            Connection connection,
            Product product,
            boolean autoCommit,
            @Nullable String catalog,
            SessionSettings settings) {
        this.connection = connection;
        this.product = product;
        this.autoCommit = autoCommit;
        this.catalog = catalog;
        this.settings = settings;
    }

    static Borrowed from(DataSource dataSource, Product product, Mode mode) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            String catalog = into(connection, product);
            return new Borrowed(
                    connection, product, autoCommit, catalog, SessionSettings.replace(connection, product, mode));
        } catch (SQLException | RuntimeException e) {
            end(connection, e);
            throw e;
        }
    }

    /** Goes to the database where the tables are, on MariaDB, where that is a setting; gives the one to return to. */
    private static @Nullable String into(Connection connection, Product product) throws SQLException {
        return switch (product.dialect()) {
            case DUCKDB, POSTGRES -> null;
            case MARIADB, MYSQL -> {
                String here = product.databaseOf(connection);
                if (product.catalog() == null || Objects.equals(here, product.catalog())) {
                    yield null;
                }
                go(connection, product, product.catalog());
                yield here;
            }
        };
    }

    private static void go(Connection connection, Product product, String database) throws SQLException {
        if (product.dialect() != Dialect.MYSQL) {
            connection.setCatalog(database);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("use " + product.sql().quoted(database));
        }
    }

    Connection connection() {
        return connection;
    }

    /** Begins a piece of work; one at a time. */
    void begin(Mode mode) throws SQLException {
        if (inUse) {
            throw new IllegalStateException("a second piece of work on one connection");
        }
        connection.setAutoCommit(!mode.isTransaction());
        inUse = true;
    }

    /** Ends a piece of work, whose transaction is over. */
    void end(Session session) {
        inUse = false;
        try {
            session.restoreSettings();
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // a broken connection has no settings; closing finds out
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            settings.restore();
            if (catalog != null) {
                go(connection, product, catalog);
            }
            if (connection.getAutoCommit() != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            end(connection, e);
            return;
        }
        connection.close();
    }

    /** Ends the session on the server, with its settings and locks. */
    void abort(Exception why) {
        end(connection, why);
    }

    /** A pool learns from an error that a connection is over; closing one of MySQL's driver that was aborted is none. */
    private static void notice(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            LOG.debug("a connection that was ended still makes {}", statement);
        } catch (SQLException expected) {
            // that is the one
        }
    }

    private static void end(Connection connection, Exception why) {
        LOG.debug("a connection is not given back as it was", why);
        try {
            connection.abort(Runnable::run);
            notice(connection);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
