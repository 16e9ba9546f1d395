package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.InnerSelect;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Database;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads sources into Bronze. One load is one transaction: it is all there afterwards, or nothing is. Immutable, thread-safe; two loads of one table
 * must not run at once, which the lock of its pipeline sees to.
 *
 * <p>On DuckDB a regular CSV file is read by the database itself; everything else goes record by record into the fastest way in that the database has
 * ({@code COPY} on PostgreSQL, {@code LOAD DATA LOCAL} on MariaDB and MySQL). Tables and queries of the very database that is
 * loaded into do not leave it where their columns allow that, but on MySQL. The rows are the same either way. Memory is bounded by a few
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
        List<SourcePart> parts = parts(request.source());
        Map<SourcePart, Way> ways = new IdentityHashMap<>();
        for (SourcePart part : parts) {
            ways.put(part, way(part, request.spec()));
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
            SqlStatement make = new SqlStatement(
                    Step.CREATE,
                    "schema " + schema,
                    "create schema if not exists " + database.sql().quoted(schema));
            database.inShortTransaction(session -> session.run(make));
        }
    }

    /** A source in this very database is looked at over a connection of it: there may be no other. */
    private List<SourcePart> parts(Source source) {
        return source instanceof Jdbc jdbc && jdbc.reads(database.dataSource())
                ? database.read(session -> jdbc.parts(session.connection()))
                : source.parts();
    }

    private Way way(SourcePart part, @Nullable BronzeSpec spec) {
        if (part.select().isPresent() && isInner(part.select().get(), spec)) {
            return Way.INNER;
        }
        return switch (database.dialect()) {
            case DUCKDB ->
                part.format().isPresent()
                                && part.file().filter(BronzeLoader::isLarge).isPresent()
                        ? Way.UNSCANNED
                        : Way.SCANNED;
            case POSTGRES, MARIADB, MYSQL -> Way.STREAMED;
        };
    }

    /** On servers latencies are measured, and hashes are canonical, only as rows go by, or in UTF-8. */
    private boolean isInner(InnerSelect select, @Nullable BronzeSpec spec) {
        boolean able =
                switch (database.dialect()) {
                    case DUCKDB -> true;
                    case POSTGRES, MARIADB -> spec == null || spec.eventTime() == null;
                    case MYSQL -> false;
                };
        return able
                && database.read(
                        session -> session.asHost(host -> select.isSeenBy(database.dataSource(), session.connection()))
                                && (database.dialect() != Dialect.POSTGRES
                                        || session.first("show server_encoding", row -> row.getString(1))
                                                .filter("UTF8"::equals)
                                                .isPresent()));
    }

    private static boolean isLarge(Path file) {
        return ReadCsv.canName(file) && FileSize.of(file) >= WORTH_TWO_THREADS;
    }
}
