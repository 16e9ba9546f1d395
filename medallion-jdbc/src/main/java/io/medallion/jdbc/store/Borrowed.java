package io.medallion.jdbc.store;

import java.sql.Connection;
import java.sql.SQLException;
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
    private boolean inUse;

    private Borrowed(Connection connection, boolean autoCommit, @Nullable String catalog, SessionSettings settings) {
        this.connection = connection;
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
            return new Borrowed(connection, autoCommit, catalog, SessionSettings.replace(connection, product, mode));
        } catch (SQLException | RuntimeException e) {
            end(connection, e);
            throw e;
        }
    }

    /** Goes to the database where the tables are, on MariaDB, where that is a setting; gives the one to return to. */
    private static @Nullable String into(Connection connection, Product product) throws SQLException {
        return switch (product.dialect()) {
            case DUCKDB, POSTGRES -> null;
            case MARIADB -> {
                String here = connection.getCatalog();
                if (product.catalog() == null || Objects.equals(here, product.catalog())) {
                    yield null;
                }
                connection.setCatalog(product.catalog());
                yield here;
            }
        };
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
                connection.setCatalog(catalog);
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

    private static void end(Connection connection, Exception why) {
        LOG.debug("a connection is not given back as it was", why);
        try {
            connection.abort(Runnable::run);
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
