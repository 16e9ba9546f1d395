package io.medallion.jdbc;

import io.medallion.jdbc.store.Catalog;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.Limits;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.SqlWork;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.sql.Naming;
import java.util.List;
import java.util.function.BiPredicate;

/** A database under one naming, and how the pipelines on it work. */
record Workspace(Database database, Settings settings, FileFormats formats) {

    Workspace(Database database, Settings settings) {
        this(database, settings, new FileFormats());
    }

    Workspace with(Naming naming) {
        return new Workspace(database.with(naming), settings);
    }

    /** The same over another way to the same database. */
    Workspace on(Database other) {
        return new Workspace(other, settings, formats);
    }

    List<String> pipelines() {
        return reading(List.of(), session -> new TableRegistry(session).pipelines());
    }

    /** Makes or checks the library's own tables; called before anything is written. */
    void prepareToWrite() {
        switch (settings.ownTables()) {
            case MIGRATE -> new OwnSchema(database).migrate();
            case VERIFY -> new OwnSchema(database).verify();
        }
    }

    private static boolean isPrepared(Session session) {
        return new Catalog(session).exists(session.sql().naming().own("migrations"));
    }

    /** Reads what belongs to one moment; gives {@code nothing} where nothing was ever written. */
    <T> T reading(T nothing, SqlWork<T> work) {
        return reading(Limits.NONE, nothing, work);
    }

    /** The same within limits. */
    <T> T reading(Limits limits, T nothing, SqlWork<T> work) {
        return database.inSnapshot(limits, session -> isPrepared(session) ? work.run(session) : nothing);
    }

    /**
     * Reads published tables beside the records of them, all of one moment; see {@link PublishedReading}.
     *
     * @param read which tables a result stands on
     */
    <T> T readingPublished(Limits limits, T nothing, SqlWork<T> work, BiPredicate<T, TableStateRow> read) {
        return switch (database.dialect()) {
            case DUCKDB -> reading(limits, nothing, work);
            case POSTGRES, MARIADB, MYSQL -> new PublishedReading<>(this, limits, nothing, work, read).read();
        };
    }
}
