package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.sql.SQLException;

/**
 * Writes the records of one part the fastest way the database has, within the transaction of the session. One class per way; drivers are optional, so
 * each is named in the class of its way alone.
 */
interface BulkWriter {

    /**
     * Writes rows and rejects until the queue ends; throws when anything did not arrive as it is.
     *
     * @return how many rows the database says it has taken, {@link Loaded#UNCOUNTED} where it says nothing
     */
    long write(RowQueue records) throws SQLException, InterruptedException;

    /** The way of this database. */
    static BulkWriter of(Session session, Target target) throws SQLException {
        return switch (session.sql().dialect()) {
            case DUCKDB -> new DuckDbAppend(session, target);
            case POSTGRES -> new PostgresCopy(session, target);
            case MARIADB, MYSQL ->
                LocalRows.of(session)
                        .<BulkWriter>map(driver -> new LoadData(session, target, driver))
                        .orElseGet(() -> new MultiRowInsert(session, target));
        };
    }
}
