package io.medallion.jdbc.build;

import io.medallion.jdbc.store.Session;
import io.medallion.sql.SqlScript;

/**
 * What is recorded of a build when readers are shown its version. May be asked more than once: what a transaction that failed
 * has written is gone.
 *
 * @param <T> the record
 */
public interface Publication<T> {

    /**
     * Writes the record and gives it; the transaction is committed right after. It is the one that shows the version, unless the
     * database cannot do both in one: then {@link #doubt} came before.
     *
     * @param script the statements that ran, and those that clean up
     */
    T record(Session session, BuildCounts counts, SqlScript script);

    /** Notes, in a transaction of its own, that from now on it is not certain which version readers see. */
    void doubt(Session session);

    /** Takes the note back: readers see the version before. */
    void certain(Session session);
}
