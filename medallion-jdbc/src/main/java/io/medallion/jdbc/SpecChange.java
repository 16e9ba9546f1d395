package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.semantic.SemanticModel;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Change;
import io.medallion.spec.Changes;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries changes of specs out; the pipeline is locked by the caller. */
final class SpecChange {

    private final Engine engine;
    private final Database database;
    private final Changes changes;
    private final int version;
    private final List<Build> builds = new ArrayList<>();
    private final List<Refresh.Skipped> skipped = new ArrayList<>();

    SpecChange(Engine engine, Changes changes) {
        this.engine = engine;
        this.database = engine.database();
        this.changes = changes;
        this.version = engine.nextSpecVersion();
    }

    Refresh apply() {
        requireUnread();
        changeBronze();
        drop(changes.from().gold(), changes.to().gold());
        drop(changes.from().silver(), changes.to().silver());
        LayerBuilder builder = new LayerBuilder(engine);
        for (SilverSpec spec : PipelineSpec.parentsFirst(changes.to().silver())) {
            if (hasToBeBuilt(spec)) {
                builds.add(builder.build(spec, version));
            }
        }
        for (GoldSpec spec : changes.to().gold()) {
            if (hasToBeBuilt(spec)) {
                builds.add(builder.build(spec, version));
            }
        }
        keepModel();
        return new Refresh(engine.pipeline(), List.of(), builds, skipped);
    }

    /** Before anything is changed. */
    private void requireUnread() {
        TableRemoval removal = new TableRemoval(engine);
        for (LayerSpec spec : changes.from().all()) {
            Optional<LayerSpec> after = changes.to().all().stream()
                    .filter(s -> s.layer() == spec.layer() && s.table().equals(spec.table()))
                    .findFirst();
            if (after.isEmpty()) {
                removal.requireUnread(spec);
            } else if (spec instanceof BronzeSpec bronze) {
                Set<String> gone = new TreeSet<>(bronze.columns());
                ((BronzeSpec) after.get()).columns().forEach(gone::remove);
                removal.requireUnread(bronze, gone);
            }
        }
    }

    /** Bronze is changed in place, in one transaction; its rows stay. */
    private void changeBronze() {
        PipelineSpec from = bronzeOnly(changes.from());
        PipelineSpec to = bronzeOnly(changes.to());
        if (from.equals(to)) {
            return;
        }
        database.inTransaction(session -> {
            session.run(database.sql().migrate(to.changesFrom(from)));
            TableRegistry registry = new TableRegistry(session);
            SpecBook book = new SpecBook(session, engine.pipeline());
            registry.register(engine.pipeline(), database.now());
            for (BronzeSpec spec : to.bronze()) {
                registry.claim(engine.pipeline(), Layer.BRONZE, spec.table());
                book.put(spec, version, database.now());
            }
            for (BronzeSpec spec : from.bronze()) {
                if (to.bronze().stream().noneMatch(s -> s.table().equals(spec.table()))) {
                    registry.release(Layer.BRONZE, spec.table());
                    book.retire(Layer.BRONZE, spec.table(), version, database.now());
                }
            }
            return to;
        });
    }

    private void drop(List<? extends LayerSpec> from, List<? extends LayerSpec> to) {
        TableRemoval removal = new TableRemoval(engine);
        from.stream()
                .filter(spec -> to.stream().noneMatch(s -> s.table().equals(spec.table())))
                .forEach(spec -> removal.remove(spec, version));
    }

    /** What changes only in words is recorded; what is built as before is left. */
    private boolean hasToBeBuilt(LayerSpec spec) {
        boolean rebuilds = changes.changes().stream()
                .filter(c -> c.layer() == spec.layer() && c.table().equals(spec.table()))
                .anyMatch(Change::rebuilds);
        boolean stale = engine.reading(
                true, session -> StatusReport.whyStale(session, spec).isPresent());
        if (!rebuilds && !stale) {
            database.inShortTransaction(session -> {
                new SpecBook(session, engine.pipeline()).put(spec, version, database.now());
                return spec;
            });
            skipped.add(new Refresh.Skipped(spec.layer(), spec.table(), "it is built as before"));
        }
        return rebuilds || stale;
    }

    /** The model holds from now on; nothing is built. */
    void keepModel() {
        SemanticModel model = changes.to().model();
        boolean derived = model.equals(SemanticModel.derivedFrom(changes.to().silver()));
        database.inShortTransaction(session -> {
            new TableRegistry(session).register(engine.pipeline(), database.now());
            new SpecBook(session, engine.pipeline()).put(model, derived, version, database.now());
            return model;
        });
    }

    private static PipelineSpec bronzeOnly(PipelineSpec spec) {
        return PipelineSpec.empty(spec.name()).with(spec.bronze().toArray(LayerSpec[]::new));
    }
}
