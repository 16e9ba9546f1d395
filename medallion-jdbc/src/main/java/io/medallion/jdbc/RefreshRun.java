package io.medallion.jdbc;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run through all layers; the pipeline is locked by the caller. */
final class RefreshRun {

    private static final double SURE_ENOUGH = 0.8;
    private static final int GOLD_TABLES = 3;

    private final Engine engine;
    private final List<Source> sources;
    private final List<Batch> batches = new ArrayList<>();
    private final List<Build> builds = new ArrayList<>();
    private final List<Refresh.Skipped> skipped = new ArrayList<>();

    RefreshRun(Engine engine, List<Source> sources) {
        this.engine = engine;
        this.sources = sources;
    }

    Refresh refresh() {
        return announced("refresh", () -> {
            load();
            PipelineSpec specs = engine.specs();
            int version = engine.nextSpecVersion();
            PipelineSpec.parentsFirst(specs.silver()).forEach(spec -> rebuildIfStale(spec, version));
            specs.gold().forEach(spec -> rebuildIfStale(spec, version));
        });
    }

    Refresh everything() {
        return announced("build", () -> {
            load();
            int version = engine.nextSpecVersion();
            LayerBuilder builder = new LayerBuilder(engine);
            PipelineSpec.parentsFirst(silver(engine.specs())).forEach(spec -> builds.add(builder.build(spec, version)));
            gold(engine.specs()).forEach(spec -> builds.add(builder.build(spec, version)));
        });
    }

    private Refresh announced(String what, Runnable work) {
        Announcer announcer = engine.announcer(null, null);
        announcer.started(what);
        try {
            work.run();
        } catch (RuntimeException failed) {
            announcer.failed(String.valueOf(failed.getMessage()));
            throw failed;
        }
        announcer.finished(builds.size() + " built, " + skipped.size() + " left as they are");
        return new Refresh(engine.pipeline(), batches, builds, skipped);
    }

    private void load() {
        BronzeLoading loading = new BronzeLoading(engine);
        sources.forEach(source -> batches.addAll(loading.load(source)));
    }

    private void rebuildIfStale(LayerSpec spec, int version) {
        Optional<String> why = engine.reading(Optional.of("never built"), s -> StatusReport.whyStale(s, spec));
        if (why.isEmpty()) {
            skipped.add(new Refresh.Skipped(spec.layer(), spec.table(), "nothing it is built from has changed"));
        } else if (spec instanceof SilverSpec silver) {
            builds.add(new LayerBuilder(engine).build(silver, version));
        } else if (spec instanceof GoldSpec gold) {
            builds.add(new LayerBuilder(engine).build(gold, version));
        }
    }

    private List<SilverSpec> silver(PipelineSpec specs) {
        List<SilverSpec> all = new ArrayList<>(specs.silver());
        specs.bronze().stream()
                .filter(bronze ->
                        specs.silver().stream().noneMatch(s -> s.from().equals(bronze.table())))
                .map(bronze -> new SilverLayer(engine, bronze.table()))
                .forEach(layer -> all.add(
                        layer.fit(layer.plan().acceptAtLeast(SURE_ENOUGH).toSpec())));
        return all;
    }

    private List<GoldSpec> gold(PipelineSpec specs) {
        return specs.gold().isEmpty() && !specs.silver().isEmpty()
                ? new GoldLayer(engine).plan().top(GOLD_TABLES).toSpecs()
                : specs.gold();
    }
}
