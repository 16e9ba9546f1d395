package io.medallion.jdbc.build;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.spec.LayerSpec;
import io.medallion.sql.Publish;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a version that was audited to readers. Where the host made something on the standing table, it stays and gets the new
 * rows; else it is swapped. A swap needs the table for itself for a moment: it waits for readers only so long that no other
 * reader has to wait behind it, then it is tried again after a longer pause, and where readers never leave the table, the rows
 * are published in place, which no reader keeps from being done.
 */
final class Publisher<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private static final int SWAPS = 4;
    private static final int TRIES = 12;
    private static final long FIRST_PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000;
    private static final String DEPENDENTS_STILL_EXIST = "2BP01";

    private final Database database;
    private final LayerSpec spec;
    private final Function<Publish, SqlScript> scripts;
    private final Consumer<SqlStatement> observer;
    private SqlScript script;

    /** @param observer is told of each statement before it runs */
    Publisher(
            Database database, LayerSpec spec, Function<Publish, SqlScript> scripts, Consumer<SqlStatement> observer) {
        this.database = database;
        this.spec = spec;
        this.scripts = scripts;
        this.observer = observer;
        this.script = scripts.apply(Publish.SWAP);
    }

    /** The script of the shape that was chosen last. */
    SqlScript script() {
        return script;
    }

    T publish(Publication<T> publication, BuildCounts counts) {
        long pause = FIRST_PAUSE_NANOS;
        for (int tried = 1; ; tried++) {
            Publish how = shape(tried);
            script = scripts.apply(how);
            try {
                return isOneTransaction(how) ? together(publication, counts) : renamed(publication, counts);
            } catch (DatabaseException failed) {
                if (!mayPass(failed) || tried == TRIES) {
                    throw failed;
                }
                LOG.debug("{} is published again ({}): {}", spec.table(), how, failed.getMessage());
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    private Publish shape(int tried) {
        Standing standing = database.read(session -> Standing.of(session, spec));
        List<Problem> obstacles = standing.obstacles();
        if (!obstacles.isEmpty()) {
            throw new MedallionException(obstacles, null);
        }
        Publish how = standing.shape();
        return tried > SWAPS && !how.inPlace() && standing.inPlace().keepsColumns() ? Publish.IN_PLACE : how;
    }

    /** On MariaDB and MySQL DDL commits: a swap and its record are two. */
    private boolean isOneTransaction(Publish how) {
        return how.inPlace()
                || switch (database.dialect()) {
                    case DUCKDB, POSTGRES -> true;
                    case MARIADB, MYSQL -> false;
                };
    }

    private T together(Publication<T> publication, BuildCounts counts) {
        run(Step.PREPARE);
        return database.inTransaction(session -> {
            script.only(Step.PUBLISH).statements().forEach(statement -> {
                observer.accept(statement);
                session.run(statement);
            });
            return publication.record(session, counts, script);
        });
    }

    /**
     * Between the swap and its record nobody can tell what readers see, and a crash may make that last: the doubt is noted
     * before, and the record ends it.
     */
    private T renamed(Publication<T> publication, BuildCounts counts) {
        database.inShortTransaction(session -> {
            publication.doubt(session);
            return spec;
        });
        try {
            run(Step.PREPARE);
            run(Step.PUBLISH);
        } catch (DatabaseException failed) {
            endDoubt(publication, failed);
            throw failed;
        }
        return database.inShortTransaction(session -> publication.record(session, counts, script));
    }

    private void run(Step step) {
        List<SqlStatement> statements = script.only(step).statements();
        if (!statements.isEmpty()) {
            database.read(session -> {
                statements.forEach(statement -> {
                    observer.accept(statement);
                    session.run(statement);
                });
                return spec;
            });
        }
    }

    /** A swap that was refused did not take place as long as the next version is still beside. */
    private void endDoubt(Publication<T> publication, DatabaseException failed) {
        try {
            database.inShortTransaction(session -> {
                if (Standing.of(session, spec).nextIsBeside()) {
                    publication.certain(session);
                }
                return spec;
            });
        } catch (DatabaseException left) {
            failed.addSuppressed(left);
        }
    }

    /** Readers leave, other writers end; a key of the host that is violated stays violated. */
    private static boolean mayPass(DatabaseException failed) {
        SQLException cause = failed.getCause() instanceof SQLException said ? said : new SQLException();
        String state = String.valueOf(cause.getSQLState());
        boolean key =
                state.startsWith("23") || String.valueOf(cause.getMessage()).contains("duplicate key");
        return failed.kind() == Kind.CONFLICT && !key || state.equals(DEPENDENTS_STILL_EXIST);
    }
}
