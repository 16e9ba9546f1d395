package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Database;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads sources into Bronze. One load is one transaction: it is all there afterwards, or nothing is. Immutable, thread-safe; two loads of one table
 * must not run at once, which the lock of its pipeline sees to.
 *
 * <p>On DuckDB a regular CSV file is read by the database itself; everything else goes record by record into the fastest way in that the database has
 * ({@code COPY} on PostgreSQL, {@code LOAD DATA LOCAL} on MariaDB). The rows are the same either way. Memory is bounded by a few
 * thousand rows or a few of the longest records, whatever the size of the source.
 */
public final class BronzeLoader {

    /** From this size on scanning a file beside its load saves more time than starting over could cost. */
    private static final long WORTH_TWO_THREADS = 8 << 20;

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
     * @throws io.medallion.MedallionException when the table belongs to another pipeline
     */
    public LoadResult load(LoadRequest request) {
        List<SourcePart> parts = request.source().parts();
        Map<SourcePart, Way> ways = new IdentityHashMap<>();
        for (SourcePart part : parts) {
            ways.put(part, way(part));
        }
        return load(request, parts, ways);
    }

    /** Loads each part in the way stated for it, or in a slower one where that turns out not to do. */
    LoadResult load(LoadRequest request, List<SourcePart> parts, Map<SourcePart, Way> ways) {
        makeSchema(request);
        while (true) {
            LoadTransaction load = new LoadTransaction(database, request, parts, ways);
            try {
                return database.inTransaction(load::before, load::within, load::after);
            } catch (StartOver slower) {
                ways.put(slower.part(), slower.way());
            }
        }
    }

    /** An empty schema is the one thing a failed load may leave; made apart, loads of two pipelines do not get in each other's way. */
    private void makeSchema(LoadRequest request) {
        String schema =
                database.naming().table(Layer.BRONZE, request.source().name()).schema();
        if (schema != null) {
            database.inShortTransaction(session -> session.update(
                    "create schema if not exists " + database.sql().quoted(schema)));
        }
    }

    private Way way(SourcePart part) {
        return switch (database.dialect()) {
            case DUCKDB ->
                part.format().isPresent()
                                && part.file().filter(BronzeLoader::isLarge).isPresent()
                        ? Way.UNSCANNED
                        : Way.SCANNED;
            case POSTGRES, MARIADB -> Way.STREAMED;
        };
    }

    private static boolean isLarge(Path file) {
        return ReadCsv.canName(file) && FileSize.of(file) >= WORTH_TWO_THREADS;
    }
}
