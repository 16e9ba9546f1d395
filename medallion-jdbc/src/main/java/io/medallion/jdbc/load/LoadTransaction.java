package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One load on one connection: what has to come before its transaction, the transaction, and what is to be tidied up after it.
 *
 * <p>On MariaDB and MySQL a change of a table commits, so the table is made or extended before; a load that fails then removes the table or the
 * columns it made. One that is killed leaves an empty table or columns of NULL, which the next load of the pipeline takes over and nothing else reads:
 * what belongs to a table is what its spec names.
 */
final class LoadTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(LoadTransaction.class);

    private final Database database;
    private final LoadRequest request;
    private final List<SourcePart> parts;
    private final Map<SourcePart, Way> ways;
    private final Stage stage;
    private final Instant loadedAt;
    private @Nullable TableColumns columns;
    private @Nullable TableShape shape;
    private boolean made;
    private boolean claimed;
    private boolean done;

    LoadTransaction(Database database, LoadRequest request, List<SourcePart> parts, Map<SourcePart, Way> ways) {
        this.database = database;
        this.request = request;
        this.parts = parts;
        this.ways = ways;
        this.stage = new Stage(request, parts, ways);
        this.loadedAt = database.now();
    }

    /** Every statement stands for itself. */
    @Nullable
    Void before(Session session) {
        switch (database.dialect()) {
            case DUCKDB -> stage.fill(session);
            case POSTGRES -> {}
            case MARIADB, MYSQL -> prepare(session);
        }
        return null;
    }

    LoadResult within(Session session) throws SQLException {
        switch (database.dialect()) {
            case DUCKDB, POSTGRES -> prepare(session);
            case MARIADB, MYSQL -> {}
        }
        TableColumns prepared = Objects.requireNonNull(columns);
        prepared.record(session);
        try {
            LoadResult result = new TableLoad(session, request, ways, stage, prepared, made, loadedAt).run(parts);
            done = true;
            return result;
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every statement stands for itself again, whatever has happened. */
    @Nullable
    Void after(Session session) {
        switch (database.dialect()) {
            case DUCKDB -> stage.drop(session);
            case POSTGRES -> {}
            case MARIADB, MYSQL -> undo(session);
        }
        return null;
    }

    private void prepare(Session session) {
        TableRegistry registry = new TableRegistry(session);
        registry.register(request.pipeline(), loadedAt);
        String table = request.source().name();
        boolean known = request.spec() != null;
        boolean ours = registry.ownerOf(Layer.BRONZE, table).isPresent();
        registry.claim(request.pipeline(), Layer.BRONZE, table);
        claimed = !ours;
        TableColumns found = TableColumns.of(database, session, request, parts, loadedAt);
        columns = found;
        TableShape wanted = new TableShape(session, found.spec());
        shape = wanted;
        made = wanted.make(known, ours);
    }

    private void undo(Session session) {
        if (done) {
            return;
        }
        try {
            if (shape != null) {
                shape.undo();
            }
            if (claimed) {
                new TableRegistry(session)
                        .release(Layer.BRONZE, request.source().name());
            }
        } catch (DatabaseException e) {
            LOG.warn(
                    "an empty table of '{}', or empty columns, stay: {}",
                    request.source().name(),
                    e.getMessage());
        }
    }
}
