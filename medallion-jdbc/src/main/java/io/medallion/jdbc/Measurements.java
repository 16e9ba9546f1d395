package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.jdbc.measure.DatabaseProbe;
import io.medallion.jdbc.measure.InclusionProbe;
import io.medallion.jdbc.measure.Profiler;
import io.medallion.jdbc.store.Database;
import io.medallion.plan.Fitting;
import io.medallion.plan.GoldPlanRequest;
import io.medallion.plan.PlanContext;
import io.medallion.plan.PlanRequest;
import io.medallion.plan.Probe;
import io.medallion.plan.RelationshipPlanRequest;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What planners are told about the data; only reads. A connection is held while the database measures, not while a planner
 * thinks.
 */
final class Measurements {

    private final Engine engine;
    private final Database database;

    Measurements(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    TableProfile profile(BronzeSpec bronze) {
        return database.inSnapshot(session -> Profiler.using(session.sql()).bronze(session.connection(), bronze));
    }

    /** Answers each round of questions in a transaction of its own: no connection is held while a planner thinks. */
    private Probe probe(BronzeSpec bronze) {
        return questions -> database.inSnapshot(
                session -> new DatabaseProbe(session.sql(), session.connection(), bronze).ask(questions));
    }

    PlanRequest silverRequest(BronzeSpec bronze, CallContext call) {
        PlanContext context = engine.reading(
                PlanContext.DEFAULT,
                session -> new PlanContext(
                        call,
                        BuiltFrom.bronze(session, bronze.table()),
                        new SpecBook(session, engine.pipeline()).version(Layer.SILVER, bronze.table()),
                        LocalDate.ofInstant(database.now(), ZoneOffset.UTC)));
        return PlanRequest.of(bronze, profile(bronze), probe(bronze))
                .in(context)
                .showingValues(engine.settings().showValues())
                .read(engine.workspace().formats().of(engine.pipeline(), bronze.table()))
                .built(engine.specs().silver(bronze.table()).orElse(null));
    }

    /** The spec with its means, medians and modes worked out on the rows in force now. */
    SilverSpec fitted(SilverSpec spec) {
        if (spec.unfitted().isEmpty()) {
            return spec;
        }
        BronzeSpec bronze = engine.bronze(spec.from());
        spec.checkAgainst(bronze);
        long throughBatch = engine.reading(0L, session -> BuiltFrom.bronze(session, bronze.table()));
        return Fitting.to(probe(bronze), throughBatch).fit(spec);
    }

    GoldPlanRequest goldRequest(PipelineSpec specs) {
        return GoldPlanRequest.of(specs.silver(), profiles(specs))
                .with(SpecBook.model(specs).relationships());
    }

    RelationshipPlanRequest relationshipRequest(PipelineSpec specs) {
        return new RelationshipPlanRequest(
                specs.silver(),
                profiles(specs),
                SpecBook.model(specs).relationships(),
                questions -> database.inSnapshot(
                        session -> new InclusionProbe(session.sql(), session.connection()).ask(questions)));
    }

    private List<TableProfile> profiles(PipelineSpec specs) {
        return database.inSnapshot(session -> specs.silver().stream()
                .map(silver -> Profiler.using(session.sql()).silver(session.connection(), silver))
                .toList());
    }
}
