package io.medallion.jdbc.build;

import io.medallion.jdbc.store.Session;

/** What is recorded in the transaction that shows the next version to readers. */
@FunctionalInterface
public interface Publication {

    /** Writes the record; the transaction is committed right after. */
    void record(Session session, BuildCounts counts);
}
