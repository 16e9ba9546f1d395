package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.jdbc.store.Session;
import io.medallion.plan.GoldPlanRequest;
import io.medallion.plan.PlanContext;
import io.medallion.plan.PlanRequest;
import io.medallion.plan.Probe;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What planners are told about the data, measured within one session; only reads. */
final class Measurements {

    private final Session session;
    private final Engine engine;

    Measurements(Session session, Engine engine) {
        this.session = session;
        this.engine = engine;
    }

    TableProfile profile(BronzeSpec bronze) {
        return TableProfile.exact(bronze.table(), 0, List.of());
    }

    PlanRequest silverRequest(BronzeSpec bronze, CallContext call) {
        SpecBook book = new SpecBook(session, engine.pipeline());
        @Nullable SilverSpec built = book.inForce().silver(bronze.table()).orElse(null);
        LocalDate today = LocalDate.ofInstant(engine.database().now(), ZoneOffset.UTC);
        PlanContext context = new PlanContext(
                call, BuiltFrom.bronze(session, bronze.table()), book.version(Layer.SILVER, bronze.table()), today);
        return PlanRequest.of(bronze, profile(bronze), Probe.silent())
                .in(context)
                .built(built);
    }

    GoldPlanRequest goldRequest(PipelineSpec specs) {
        return GoldPlanRequest.of(specs.silver(), List.of()).with(specs.model().relationships());
    }
}
