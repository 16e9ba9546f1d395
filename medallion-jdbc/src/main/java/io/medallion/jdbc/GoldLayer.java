package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.plan.GoldPlan;
import io.medallion.plan.GoldPlanRequest;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.PipelineSpec;
import java.util.ArrayList;
import java.util.List;

/** The aggregates of a pipeline. Thread-safe. */
public final class GoldLayer {

    private final Engine engine;

    GoldLayer(Engine engine) {
        this.engine = engine;
    }

    /** Proposes tables worth keeping, from the Silver tables as they are built now, with their SQL; writes nothing. */
    public GoldPlan plan() {
        GoldPlanRequest request = new Measurements(engine).goldRequest(engine.specs());
        return engine.settings()
                .goldPlanner()
                .plan(request)
                .withSql(spec -> engine.database().sql().build(spec).text());
    }

    /** Builds what was accepted, one table after the other. */
    public List<Build> build(GoldPlan plan) {
        return build(plan.toSpecs());
    }

    /**
     * Builds these tables, one after the other; they are added to the Gold area, or replace those of their names.
     *
     * @throws io.medallion.MedallionException when a Silver table they read is not built or has other columns
     * @throws BuildFailedException when one fails; those before it are published
     */
    public List<Build> build(List<? extends GoldSpec> specs) {
        return engine.writing(writer -> {
            PipelineSpec built = writer.specs();
            specs.forEach(spec -> GoldInputs.check(spec, built));
            int version = writer.nextSpecVersion();
            LayerBuilder builder = new LayerBuilder(writer);
            List<Build> builds = new ArrayList<>();
            specs.forEach(spec -> builds.add(builder.build(spec, version)));
            return List.copyOf(builds);
        });
    }

    /** The tables that are built. */
    public List<GoldSpec> specs() {
        return engine.specs().gold();
    }

    /** At most {@code n} rows of a table, in the order of its columns. An unknown name is refused with the nearest. */
    public Preview head(String name, int n) {
        return new Head(engine).of(built(name), built(name).columnNames(), n);
    }

    /** Removes a table; its spec stays readable among the versions. An unknown name is refused with the nearest. */
    public void drop(String name) {
        engine.writing(writer -> {
            new TableRemoval(writer).remove(new GoldLayer(writer).built(name), writer.nextSpecVersion());
            return name;
        });
    }

    private GoldSpec built(String name) {
        List<GoldSpec> specs = specs();
        return specs.stream()
                .filter(s -> s.table().equals(name))
                .findFirst()
                .orElseThrow(() -> engine.unknown(
                        Layer.GOLD, name, specs.stream().map(GoldSpec::table).toList(), "It has no Gold table."));
    }
}
