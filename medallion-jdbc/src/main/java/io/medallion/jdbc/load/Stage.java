package io.medallion.jdbc.load;

import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of new files in temporary tables, read before the transaction of their load. From a table that another transaction has made DuckDB
 * numbers and inserts rows on all cores, from a file it does both on one. Only what surely fits into its memory is staged.
 */
final class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    /** A table without compression takes 16 bytes for the shortest value, which a file holds in two. */
    private static final int GROWTH = 16;

    private final LoadRequest request;
    private final List<SourcePart> parts;
    private final Map<SourcePart, Way> ways;
    private final Map<SourcePart, String> tables = new IdentityHashMap<>();

    Stage(LoadRequest request, List<SourcePart> parts, Map<SourcePart, Way> ways) {
        this.request = request;
        this.parts = parts;
        this.ways = ways;
    }

    /** Reads the files that are worth it; every statement stands for itself. */
    @Nullable
    Void fill(Session session) {
        List<SourcePart> unscanned = new ArrayList<>();
        long bytes = 0;
        for (SourcePart part : parts) {
            if (ways.get(part) == Way.UNSCANNED && isNew(session, part)) {
                unscanned.add(part);
                bytes += part.file().map(FileSize::of).orElse(0L);
            }
        }
        if (!unscanned.isEmpty() && bytes <= MemoryLimit.of(session) / GROWTH && keepsOrder(session)) {
            unscanned.forEach(part -> fill(session, part));
        }
        return null;
    }

    /** Where the records of a part are, null when they are still in the file. */
    @Nullable
    String tableOf(SourcePart part) {
        return tables.get(part);
    }

    /** Gives the space back, also when the load was cancelled and its session refuses further statements. */
    @Nullable
    Void drop(Session session) {
        for (String table : tables.values()) {
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("drop table if exists " + table);
            } catch (SQLException e) {
                LOG.warn("{} stays until its connection is closed: {}", table, e.getMessage());
            }
        }
        return null;
    }

    private void fill(Session session, SourcePart part) {
        String table = "temp.main.medallion_stage_" + tables.size();
        session.update("drop table if exists " + table);
        tables.put(part, table);
        try {
            session.run(new SqlStatement(Step.LOAD, "reading of " + part.fileName(), ReadCsv.stage(part, table)));
        } catch (DatabaseException e) {
            if (e.kind() != DatabaseException.Kind.OTHER) {
                throw e;
            }
            throw new StartOver(part, Way.SCANNED);
        }
    }

    private boolean isNew(Session session, SourcePart part) {
        String table = request.spec() == null
                ? request.source().name()
                : request.spec().table();
        return new Batches(session).inForce(table, part.sourceId()).isEmpty();
    }

    private static boolean keepsOrder(Session session) {
        return session.first("select current_setting('preserve_insertion_order') = true", row -> row.getBoolean(1))
                .orElse(false);
    }
}
