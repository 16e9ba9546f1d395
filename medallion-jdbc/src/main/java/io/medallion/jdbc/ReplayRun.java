package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.store.RejectSightings;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the refused rows of a Silver table again, by building it from Bronze; the pipeline is locked by the caller. */
final class ReplayRun {

    private final Engine engine;
    private final String table;

    ReplayRun(Engine engine, String table) {
        this.engine = engine;
        this.table = table;
    }

    /** Builds with this spec, or with the one in force; nothing is built when that would give what is there. */
    Replay run(@Nullable SilverSpec fixed) {
        SilverSpec inForce = engine.specs().silver(table).orElseThrow(this::notBuilt);
        SilverSpec spec = fixed == null ? inForce : fixed;
        long version = engine.reading(0L, session -> new TableStates(session)
                .of(Layer.SILVER, table)
                .map(TableStateRow::version)
                .orElseThrow(this::notBuilt));
        long before = engine.reading(0L, session -> new RejectSightings(session).refused(table, version));
        boolean fresh = engine.reading(
                false, session -> StatusReport.whyStale(session, spec).isEmpty());
        if (fresh) {
            return new Replay(before, 0, 0, 0, before, 0, reasons(), null);
        }
        Build build = new LayerBuilder(engine).build(spec, engine.nextSpecVersion());
        List<RejectSummary.Rule> reasons = reasons();
        return engine.database().inSnapshot(session -> {
            RejectSightings sightings = new RejectSightings(session);
            long accepted = sightings.accepted(table, version);
            long duplicates = sightings.duplicates(table, version);
            long again = sightings.refusedAgain(table, build.version(), version);
            return new Replay(
                    before,
                    accepted,
                    duplicates,
                    before - accepted - duplicates - again,
                    again,
                    build.rows().rejected() - again,
                    reasons,
                    build);
        });
    }

    private List<RejectSummary.Rule> reasons() {
        return new Rejects(engine, Layer.SILVER, table).summary().rules();
    }

    private MedallionException notBuilt() {
        return new MedallionException(Problem.at("silver." + table, "is not built, so nothing was refused.")
                .advise("Build it first."));
    }
}
