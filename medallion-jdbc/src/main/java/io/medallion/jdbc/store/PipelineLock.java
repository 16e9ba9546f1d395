package io.medallion.jdbc.store;

import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.sql.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to one pipeline, held by one owner at a time, between threads and between processes. {@link #close()} gives it back.
 *
 * <p>On a server the lock is the session's that writes: everything its owner writes goes over {@link #database()}, one connection, and when that
 * connection ends, because the process was killed or the network broke, the lock ends with it and nothing more can be written. So nobody waits for
 * the dead, and two never write. A row in the own table {@code locks} tells the others who it is. This needs a connection that keeps its session: a
 * pooler between the data source and the server must not be in transaction mode.
 *
 * <p>On DuckDB the row is the lock. A file belongs to one process at a time, so a row that another process left there is a dead one's and is taken over.
 */
public final class PipelineLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineLock.class);
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final Database database;
    private final String pipeline;
    private final String owner;
    private final SessionLock session;
    private @Nullable Borrowed connection;

    private PipelineLock(Database database, String pipeline, String owner) {
        this.database = database;
        this.pipeline = pipeline;
        this.owner = owner;
        this.session = SessionLock.of(database, pipeline);
    }

    /** What came of trying to get the lock. */
    public sealed interface Attempt {}

    /**
     * The lock is ours.
     *
     * @param lock to be closed
     */
    public record Held(PipelineLock lock) implements Attempt {}

    /**
     * Somebody else still had it when the time to wait was over.
     *
     * @param owner who, in the words they gave
     * @param process the process they are in
     * @param since when they got it
     */
    public record Busy(String owner, String process, Instant since) implements Attempt {}

    private record Row(String owner, String process, Instant since) {}

    /**
     * Gets the lock, waiting while somebody else has it.
     *
     * @param owner who asks, in words a person understands; an id is added, so two equal owners are still two
     * @param wait the longest time to wait; zero tries once
     */
    public static Attempt acquire(Database database, String pipeline, String owner, Duration wait) {
        PipelineLock lock = new PipelineLock(database, pipeline, owner + " #" + database.newId());
        long end = System.nanoTime() + wait.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            Optional<Row> holder = lock.attempt();
            if (holder.isEmpty()) {
                return new Held(lock);
            }
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                Row row = holder.get();
                return new Busy(withoutId(row.owner()), row.process(), row.since());
            }
            LockSupport.parkNanos(Math.min(pause, Math.max(1, end - System.nanoTime())));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    /** What its owner writes with, from one thread at a time. */
    public Database database() {
        return connection == null ? database : database.holding(connection);
    }

    /** Gives the lock back; a second time does nothing. */
    @Override
    public void close() {
        if (!SessionLock.isOn(database.dialect())) {
            database.inShortTransaction(this::forget);
            return;
        }
        Borrowed held = connection;
        if (held == null) {
            return;
        }
        connection = null;
        try (held) {
            database.holding(held).read(s -> {
                forget(s);
                session.release(s);
                return s;
            });
        } catch (SQLException | DatabaseException e) {
            // the lock ends with its session
            LOG.debug("pipeline '{}': the lock ends with its connection", pipeline, e);
            held.abort(e);
        }
    }

    private long forget(Session s) {
        return s.update("delete from " + s.own("locks") + " where pipeline = ? and owner = ?", pipeline, owner);
    }

    /** Takes the lock when it is free; gives who has it otherwise. */
    private Optional<Row> attempt() {
        return SessionLock.isOn(database.dialect()) ? takeWithConnection() : takeRow();
    }

    private Optional<Row> takeWithConnection() {
        Borrowed borrowed = borrowed();
        boolean taken = false;
        try {
            Database on = database.holding(borrowed);
            Optional<Row> other = on.read(s -> session.tryTake(s)
                    ? Optional.empty()
                    : Optional.of(holder(s).orElse(unnamed())));
            taken = other.isEmpty();
            if (taken) {
                on.inTransaction(this::sign);
                connection = borrowed;
            }
            return other;
        } finally {
            if (connection == null) {
                giveBack(borrowed, taken);
            }
        }
    }

    private Borrowed borrowed() {
        try {
            return database.borrow();
        } catch (SQLException e) {
            throw SqlErrors.translate("database " + database.dialect().product(), e);
        }
    }

    private void giveBack(Borrowed borrowed, boolean locked) {
        try {
            if (locked) {
                borrowed.abort(new IllegalStateException("the lock could not be signed"));
            } else {
                borrowed.close();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate("database " + database.dialect().product(), e);
        }
    }

    /** Takes the place of whatever a dead owner left. */
    private long sign(Session s) {
        s.update("delete from " + s.own("locks") + " where pipeline = ?", pipeline);
        return insert(s);
    }

    /** Between taking the lock and signing it, its owner has no name. */
    private Row unnamed() {
        return new Row("somebody", "another session", database.now());
    }

    private Optional<Row> takeRow() {
        while (true) {
            try {
                return database.inTransaction(this::take);
            } catch (DatabaseException e) {
                if (e.kind() != Kind.CONFLICT) {
                    throw e;
                }
                Optional<Row> winner = database.read(this::holder);
                if (winner.isPresent()) {
                    return winner;
                }
            }
        }
    }

    private Optional<Row> take(Session session) {
        Optional<Row> holder = holder(session);
        if (holder.isPresent() && !isDead(holder.get())) {
            return holder;
        }
        if (holder.isPresent()) {
            session.update(
                    "update " + session.own("locks") + " set owner = ?, process = ?, since = ? where pipeline = ?",
                    owner,
                    process(),
                    database.now(),
                    pipeline);
        } else {
            insert(session);
        }
        return Optional.empty();
    }

    private long insert(Session session) {
        return session.update(
                "insert into " + session.own("locks") + " (pipeline, owner, process, since) values (?, ?, ?, ?)",
                pipeline,
                owner,
                process(),
                database.now());
    }

    private Optional<Row> holder(Session session) {
        return session.first(
                "select owner, process, since from " + session.own("locks") + " where pipeline = ?",
                row -> new Row(
                        row.getString("owner"),
                        row.getString("process"),
                        Objects.requireNonNull(Session.instant(row, "since"))),
                pipeline);
    }

    private boolean isDead(Row holder) {
        return database.dialect() == Dialect.DUCKDB && !holder.process().equals(process());
    }

    /** This process, told from earlier ones with the same number by its start. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return "PID " + self.pid()
                + self.info().startInstant().map(start -> " started " + start).orElse("");
    }

    private static String withoutId(String owner) {
        int id = owner.lastIndexOf(" #");
        return id < 0 ? owner : owner.substring(0, id);
    }
}
