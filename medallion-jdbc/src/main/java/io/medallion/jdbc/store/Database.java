package io.medallion.jdbc.store;

import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database with the names, the clock and the ids that are used on it. Every operation takes one connection and gives it back as it was. Immutable,
 * thread-safe.
 */
public final class Database implements AutoCloseable {

    private static final int TRIES = 5;

    private final DataSource dataSource;
    private final @Nullable AutoCloseable opened;
    private final @Nullable Borrowed held;
    private final Product product;
    private final SqlGenerator sql;
    private final Clock clock;
    private final Supplier<String> ids;

    private Database(
            DataSource dataSource,
            @Nullable AutoCloseable opened,
            @Nullable Borrowed held,
            Product product,
            Naming naming,
            Clock clock,
            Supplier<String> ids) {
        this.dataSource = dataSource;
        this.opened = opened;
        this.held = held;
        this.product = product;
        this.sql = product.with(naming);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The database behind a data source, which stays the host's and is never closed here. Asks for product and version once; writes nothing.
     *
     * @param ids gives a new id each time it is asked; ids are never repeated
     * @throws UnsupportedDatabaseException for a product or version no SQL is written for
     * @throws DatabaseException when no connection can be had
     */
    public static Database on(DataSource dataSource, Naming naming, Clock clock, Supplier<String> ids) {
        return new Database(dataSource, null, null, Product.of(dataSource), naming, clock, ids);
    }

    /**
     * A DuckDB file, made when it is not there, opened in this process until {@link #close()}.
     *
     * @param settings of DuckDB by name, as {@code memory_limit}
     * @throws DatabaseException when the driver is missing, another process holds the file, or it cannot be opened or made
     */
    public static Database embedded(
            Path file, Map<String, String> settings, Naming naming, Clock clock, Supplier<String> ids) {
        return opened(DuckDbInstance.open(file, settings, naming.schemas()), naming, clock, ids);
    }

    /** A DuckDB database in memory, gone with {@link #close()}. */
    public static Database inMemory(Map<String, String> settings, Naming naming, Clock clock, Supplier<String> ids) {
        return opened(DuckDbInstance.inMemory(settings), naming, clock, ids);
    }

    /**
     * The database behind a URL, over a pool of connections that is opened here and closed by {@link #close()}. Asks for product and version once;
     * writes nothing.
     *
     * @param user null when the URL or the server knows
     * @param size the most connections at once, at least 1
     * @throws UnsupportedDatabaseException for a product or version no SQL is written for
     * @throws DatabaseException when the driver is missing or no connection can be had
     */
    public static Database connect(
            String url,
            @Nullable String user,
            @Nullable String password,
            int size,
            Naming naming,
            Clock clock,
            Supplier<String> ids) {
        HikariDataSource pool = OwnPool.open(url, user, password, size);
        try {
            return new Database(pool, pool, null, Product.of(pool), naming, clock, ids);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static Database opened(DuckDbInstance instance, Naming naming, Clock clock, Supplier<String> ids) {
        try {
            return new Database(instance, instance, null, Product.of(instance), naming, clock, ids);
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /**
     * The same database under other names; closing either closes both.
     *
     * @throws DatabaseException when a schema has the name of the database, which DuckDB cannot tell apart
     */
    public Database with(Naming naming) {
        return new Database(dataSource, opened, held, product, naming, clock, ids);
    }

    /** What generates the SQL that runs here. */
    public SqlGenerator sql() {
        return sql;
    }

    /** The product. */
    public Dialect dialect() {
        return sql.dialect();
    }

    /** The physical names in use. */
    public Naming naming() {
        return sql.naming();
    }

    /** The data source that connections come from. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The clock of the host. */
    public Clock clock() {
        return clock;
    }

    /** Now, in the microseconds that every database can hold. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A new id. */
    public String newId() {
        return ids.get();
    }

    /** Does work in which every statement stands for itself. */
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        return read(Limits.NONE, work);
    }

    /** The same within limits; a limit that is reached is a {@link DatabaseException} of kind TIMEOUT or CANCELLED. */
    public <T extends @Nullable Object> T read(Limits limits, SqlWork<T> work) {
        return connected(Mode.STATEMENTS, limits, work);
    }

    /** Does work whose changes take place together, or, when it throws, not at all. */
    public <T extends @Nullable Object> T inTransaction(SqlWork<T> work) {
        return inTransaction(Limits.NONE, work);
    }

    /** The same within limits. */
    public <T extends @Nullable Object> T inTransaction(Limits limits, SqlWork<T> work) {
        return connected(Mode.TRANSACTION, limits, work);
    }

    /**
     * Reads what belongs together: everything as it was at one moment. Tried again a few times where a table was replaced in
     * between.
     */
    public <T extends @Nullable Object> T inSnapshot(SqlWork<T> work) {
        return inSnapshot(Limits.NONE, work);
    }

    /** The same within limits, which count for each try. */
    public <T extends @Nullable Object> T inSnapshot(Limits limits, SqlWork<T> work) {
        return retried(() -> connected(Mode.SNAPSHOT, limits, session -> {
            T read = work.run(session);
            if (held == null) {
                new Snapshot(session).requireUnchangedTables();
            }
            return read;
        }));
    }

    /**
     * As {@link #inTransaction(SqlWork)}, between two pieces of work on the same connection in which every statement stands for itself: for temporary
     * tables that the transaction only reads.
     *
     * @param after runs in any case
     */
    public <T extends @Nullable Object> T inTransaction(SqlWork<?> before, SqlWork<T> work, SqlWork<?> after) {
        return connected(Mode.STATEMENTS, Limits.NONE, session -> {
            T result;
            try {
                before.run(session);
                session.connection().setAutoCommit(false);
                result = committed(session, work);
            } catch (SQLException | RuntimeException | Error failed) {
                try {
                    end(session, after);
                } catch (SQLException | RuntimeException broken) {
                    failed.addSuppressed(broken);
                }
                throw failed;
            }
            end(session, after);
            return result;
        });
    }

    private static void end(Session session, SqlWork<?> after) throws SQLException {
        session.connection().setAutoCommit(true);
        after.run(session);
    }

    private static <T extends @Nullable Object> T committed(Session session, SqlWork<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.run(session);
            session.connection().commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(session.connection());
            }
        }
    }

    /**
     * As {@link #inTransaction}, tried again a few times when another transaction changed the same thing; for short work that can be repeated.
     */
    public <T extends @Nullable Object> T inShortTransaction(SqlWork<T> work) {
        return retried(() -> inTransaction(work));
    }

    static <T extends @Nullable Object> T retried(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (DatabaseException e) {
                if (e.kind() != Kind.CONFLICT || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Closes what was opened here; a data source of the host stays open. */
    @Override
    public void close() {
        if (opened != null) {
            try {
                opened.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same database on one connection, which the caller gives back; for one thread at a time. */
    Database holding(Borrowed connection) {
        return new Database(dataSource, opened, connection, product, naming(), clock, ids);
    }

    /** A connection for {@link #holding}, to be closed. */
    Borrowed borrow() throws SQLException {
        return Borrowed.from(dataSource, product, Mode.TRANSACTION);
    }

    /** The database that connections are in, null for none. */
    @Nullable
    String catalog() {
        return product.catalog();
    }

    private <T extends @Nullable Object> T connected(Mode mode, Limits limits, SqlWork<T> work) {
        try {
            if (held != null) {
                return on(held, mode, limits, work);
            }
            try (Borrowed borrowed = Borrowed.from(dataSource, product, mode)) {
                return on(borrowed, mode, limits, work);
            }
        } catch (SQLException e) {
            throw SqlErrors.translate("database " + dialect().product(), e);
        }
    }

    private <T extends @Nullable Object> T on(Borrowed connection, Mode mode, Limits limits, SqlWork<T> work)
            throws SQLException {
        connection.begin(mode);
        Session session = new Session(connection.connection(), sql);
        try {
            return limited(session, limits, mode.isTransaction() ? s -> committed(s, work) : work);
        } finally {
            connection.end(session);
        }
    }

    private <T extends @Nullable Object> T limited(Session session, Limits limits, SqlWork<T> work)
            throws SQLException {
        if (limits.isNone()) {
            return work.run(session);
        }
        try (LimitWatch watch = LimitWatch.start(limits, session)) {
            try {
                return work.run(session);
            } catch (DatabaseException e) {
                throw e.kind() == Kind.CANCELLED && watch.reached() == Kind.TIMEOUT ? e.because(Kind.TIMEOUT) : e;
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // the transaction is over: the database ended it with the error that is being thrown
        }
    }
}
