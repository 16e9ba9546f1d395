package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.jdbc.store.BuildLog;
import io.medallion.jdbc.store.BuildRow;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Limits;
import io.medallion.jdbc.store.PipelineLock;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.SqlWork;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the layers of one pipeline work with: its database, its specs, its lock. */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Workspace workspace;
    private final @Nullable Engine outside;
    private final String pipeline;

    Engine(Workspace workspace, String pipeline) {
        this(workspace, null, pipeline);
    }

    private Engine(Workspace workspace, @Nullable Engine outside, String pipeline) {
        this.workspace = workspace;
        this.outside = outside;
        this.pipeline = pipeline;
    }

    String pipeline() {
        return pipeline;
    }

    Workspace workspace() {
        return workspace;
    }

    Database database() {
        return workspace.database();
    }

    Settings settings() {
        return workspace.settings();
    }

    Announcer announcer(@Nullable Layer layer, @Nullable String table) {
        return Announcer.of(workspace, pipeline, layer, table);
    }

    <T> T reading(T nothing, SqlWork<T> work) {
        return workspace.reading(nothing, work);
    }

    /** Reads one published table beside the records of it. */
    <T> T readingPublished(Limits limits, T nothing, Layer layer, String table, SqlWork<T> work) {
        return workspace.readingPublished(
                limits,
                nothing,
                work,
                (result, state) -> state.layer() == layer && state.table().equals(table));
    }

    /** The specs that hold now. */
    PipelineSpec specs() {
        return reading(PipelineSpec.empty(pipeline), session -> new SpecBook(session, pipeline).inForce());
    }

    /** The number of the next version of the specs; steady while the pipeline is locked. */
    int nextSpecVersion() {
        return reading(1, session -> new SpecBook(session, pipeline).next());
    }

    /** The Bronze table a Silver table is read from; that of its own name when it is not built. */
    String bronzeOf(Session session, String silver) {
        return new SpecBook(session, pipeline)
                .inForce()
                .silver(silver)
                .map(SilverSpec::from)
                .orElse(silver);
    }

    /**
     * Does work as the only writer of the pipeline.
     *
     * @param work is given what to write with; on a server that is one connection
     * @throws PipelineBusyException when another one works for longer than we wait
     */
    <T> T writing(Function<Engine, T> work) {
        workspace.prepareToWrite();
        PipelineLock lock = acquire();
        try {
            Engine writer = new Engine(workspace.on(lock.database()), this, pipeline);
            writer.closeAbandonedBuilds();
            return work.apply(writer);
        } finally {
            release(lock);
        }
    }

    /** What is left to write with when the connection of the writer is broken; this where there is nothing else. */
    Engine outside() {
        return outside == null ? this : outside;
    }

    /** The Bronze table of this name; an unknown one is refused with the nearest. */
    BronzeSpec bronze(String table) {
        PipelineSpec specs = specs();
        return specs.bronze().stream()
                .filter(b -> b.table().equals(table))
                .findFirst()
                .orElseThrow(() -> unknown(
                        Layer.BRONZE,
                        table,
                        specs.bronze().stream().map(BronzeSpec::table).toList(),
                        "Load it first with bronze().load()."));
    }

    MedallionException unknown(Layer layer, String table, List<String> known, String otherwise) {
        String place =
                "pipeline '" + pipeline + "': " + layer.name().toLowerCase(Locale.ROOT) + " table '" + table + "'";
        return new MedallionException(Problem.at(place, "is not there.")
                .advise(NearestName.of(table, known)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse(otherwise)));
    }

    /** The work is done, whatever becomes of the lock: a failure is tried again once, then told to the log. */
    private void release(PipelineLock lock) {
        for (int tried = 1; tried <= 2; tried++) {
            try {
                lock.close();
                return;
            } catch (DatabaseException failed) {
                LOG.warn("pipeline '{}': the lock was not given back: {}", pipeline, failed.getMessage());
            }
        }
    }

    private PipelineLock acquire() {
        String owner = "thread '" + Thread.currentThread().getName() + "'";
        PipelineLock.Attempt attempt =
                PipelineLock.acquire(database(), pipeline, owner, settings().waitWhenBusy());
        if (attempt instanceof PipelineLock.Held held) {
            return held.lock();
        }
        PipelineLock.Busy busy = (PipelineLock.Busy) attempt;
        throw new PipelineBusyException(pipeline, busy.owner() + " of " + busy.process() + " since " + busy.since());
    }

    /** Nobody else writes while we hold the lock: a build that still says it runs was killed. */
    private void closeAbandonedBuilds() {
        database().inShortTransaction(session -> {
            BuildLog log = new BuildLog(session);
            List<BuildRow> abandoned = log.running(pipeline);
            abandoned.forEach(row -> log.put(BuildRecords.failed(
                    row, database().now(), "The process that built it ended before the build did.")));
            return abandoned.size();
        });
    }
}
