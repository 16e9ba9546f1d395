package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Database;

/**
 * Loads sources into Bronze. One load is one transaction: it is all there afterwards, or nothing is. Immutable, thread-safe; two loads of one table
 * must not run at once, which the lock of its pipeline sees to.
 */
public final class BronzeLoader {

    private final Database database;

    /** Loads into this database. */
    public BronzeLoader(Database database) {
        this.database = database;
    }

    /**
     * Loads every part of a source: makes the table or follows the changes of its columns, adds what is new, counts.
     *
     * @throws io.medallion.jdbc.source.SourceException when a file cannot be read
     * @throws LoadException when the columns changed under {@code DriftPolicy.FAIL}, the database cannot hold them, or rows and rejects do not add up
     * @throws io.medallion.jdbc.store.DatabaseException when the database refuses
     */
    public LoadResult load(LoadRequest request) {
        throw new UnsupportedOperationException(request + " into " + database);
    }
}
