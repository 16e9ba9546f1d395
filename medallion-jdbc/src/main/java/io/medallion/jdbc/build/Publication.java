package io.medallion.jdbc.build;

import io.medallion.jdbc.store.Session;

/**
 * What is recorded in the transaction that shows the next version to readers.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface Publication<T> {

    /** Writes the record and gives it; the transaction is committed right after. */
    T record(Session session, BuildCounts counts);
}
