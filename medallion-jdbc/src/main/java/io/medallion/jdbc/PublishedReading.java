package io.medallion.jdbc;

import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.jdbc.store.Limits;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.SqlWork;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads published tables beside the records of them. A table that is published takes the place of another one, and on PostgreSQL
 * and MariaDB a snapshot from before finds it, empty or with the rows of the next version: so what was read counts only when the
 * records still say the same afterwards. Else it is read again.
 */
final class PublishedReading<T> {

    private static final int MOST_TRIES = 40;
    private static final long PAUSE_NANOS = 5_000_000;

    private final Workspace workspace;
    private final Limits limits;
    private final T nothing;
    private final SqlWork<T> work;
    private final BiPredicate<T, TableStateRow> read;
    private List<TableStateRow> before = List.of();

    PublishedReading(
            Workspace workspace, Limits limits, T nothing, SqlWork<T> work, BiPredicate<T, TableStateRow> read) {
        this.workspace = workspace;
        this.limits = limits;
        this.nothing = nothing;
        this.work = work;
        this.read = read;
    }

    T read() {
        for (int tried = 1; ; tried++) {
            T result = attempt(tried == MOST_TRIES);
            if (result != null) {
                return result;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Null when it has to be tried again. */
    private @Nullable T attempt(boolean last) {
        try {
            T result = workspace.reading(limits, nothing, session -> {
                before = states(session);
                return work.run(session);
            });
            if (of(result, before).equals(of(result, now()))) {
                return result;
            }
            if (last) {
                throw DatabaseException.conflict("reading of published tables");
            }
        } catch (DatabaseException failed) {
            // a column may be gone with the version before
            if (last || failed.kind() != Kind.CONFLICT && before.equals(now())) {
                throw failed;
            }
        }
        return null;
    }

    private List<TableStateRow> of(T result, List<TableStateRow> states) {
        return states.stream().filter(state -> read.test(result, state)).toList();
    }

    private List<TableStateRow> now() {
        return workspace.reading(limits, List.of(), PublishedReading::states);
    }

    private static List<TableStateRow> states(Session session) {
        return new TableStates(session).all();
    }
}
