package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.store.Limits;
import io.medallion.plan.PlanBase;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.StalePlanException;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlStatement;
import java.util.List;
import java.util.Optional;

/** One Silver table of a pipeline: planned, previewed, built. Thread-safe. */
public final class SilverLayer {

    private final Engine engine;
    private final String table;

    SilverLayer(Engine engine, String table) {
        this.engine = engine;
        this.table = table;
    }

    /** Its logical name. */
    public String table() {
        return table;
    }

    /**
     * Works out what the Bronze table of the same name could become, and measures what that would do; writes nothing.
     *
     * @throws MedallionException when nothing was loaded yet
     */
    public SilverPlan plan() {
        return plan(engine.settings().context());
    }

    /** The same on behalf of a caller. */
    public SilverPlan plan(CallContext context) {
        BronzeSpec bronze = engine.bronze(table);
        return engine.settings().silverPlanner().plan(new Measurements(engine).silverRequest(bronze, context));
    }

    /** The plan with what it would do measured on the data and versions of now; its decisions and edits stay. Writes nothing. */
    public SilverPlan measure(SilverPlan plan) {
        requireOwn(plan.table());
        BronzeSpec bronze = engine.bronze(table);
        return plan.measured(
                new Measurements(engine).silverRequest(bronze, engine.settings().context()));
    }

    /**
     * The spec with every mean, median and mode that its null policies name worked out on the rows in force now, and otherwise as it
     * is; writes nothing. A spec that was read from a file and is to be built as it stands has its constants already.
     *
     * @throws MedallionException when a column has no value to work a constant out from
     */
    public SilverSpec fit(SilverSpec spec) {
        requireOwn(spec.table());
        return new Measurements(engine).fitted(spec);
    }

    /** At most {@code n} rows of Bronze with what the plan would make of them; writes nothing. */
    public Preview preview(SilverPlan plan, int n) {
        return preview(fit(plan.toSpec()), n);
    }

    /** At most {@code n} rows of Bronze with what the spec would make of them; writes nothing. */
    public Preview preview(SilverSpec spec, int n) {
        requireOwn(spec.table());
        if (n < 1) {
            throw new MedallionException(
                    Problem.at("preview of " + n + " rows", "shows nothing.").advise("Ask for at least 1."));
        }
        spec.checkAgainst(engine.bronze(spec.from()));
        SqlStatement statement = engine.database().sql().preview(spec, n);
        Rows rows = engine.database()
                .inSnapshot(
                        Limits.timeout(engine.settings().timeout()),
                        session -> Rows.of(session, statement, spec.types()));
        return new Preview(rows.columns(), rows.values(), statement.text());
    }

    /**
     * Builds what the plan decides, after looking whether what it was made on is still so. Means, medians and modes that were not
     * worked out by measuring the plan are worked out first; {@link #spec} shows the constants.
     *
     * @throws StalePlanException when the columns of Bronze or the Silver spec in force have changed since; build its {@link
     *     SilverPlan#toSpec() spec} to override
     * @throws BuildFailedException when a check that must hold does not, or the database refuses; the version before stays
     * @throws PipelineBusyException when another writer works for longer than we wait
     */
    public Build build(SilverPlan plan) {
        requireOwn(plan.table());
        return engine.writing(writer -> {
            SilverLayer layer = new SilverLayer(writer, table);
            List<Problem> moved = plan.base().movedTo(layer.base());
            if (!moved.isEmpty()) {
                throw new StalePlanException(moved, plan);
            }
            return new LayerBuilder(writer).build(layer.fit(plan.toSpec()), writer.nextSpecVersion());
        });
    }

    /**
     * Builds this spec, whatever was planned or built before.
     *
     * @throws MedallionException when it reads a column that Bronze does not have, with the nearest name, or names a mean, median
     *     or mode that is not worked out: {@link #fit} does that
     * @throws BuildFailedException when a check that must hold does not, or the database refuses; the version before stays
     * @throws PipelineBusyException when another writer works for longer than we wait
     */
    public Build build(SilverSpec spec) {
        requireOwn(spec.table());
        return engine.writing(writer -> new LayerBuilder(writer).build(spec, writer.nextSpecVersion()));
    }

    /** What is built; empty when nothing is. */
    public Optional<SilverSpec> spec() {
        return engine.specs().silver(table);
    }

    /** At most {@code n} rows of the table, in the order of its columns; refused when it is not built. */
    public Preview head(int n) {
        SilverSpec spec = spec().orElseThrow(() -> new MedallionException(
                Problem.at("silver." + table, "is not built.").advise("Build it first.")));
        return new Head(engine).of(spec, List.copyOf(spec.types().keySet()), n);
    }

    /** The rows that the current version refused, with the reasons. */
    public Rejects rejects() {
        return new Rejects(engine, Layer.SILVER, table);
    }

    /**
     * Removes the table, its rejects and its duplicates; the spec stays readable among the versions. Nothing happens when it
     * is not built.
     *
     * @throws MedallionException when Gold reads it, naming the tables
     */
    public void drop() {
        engine.writing(writer -> {
            TableRemoval removal = new TableRemoval(writer);
            removal.requireUnused(table);
            writer.specs().silver(table).ifPresent(spec -> removal.remove(spec, writer.nextSpecVersion()));
            return table;
        });
    }

    private PlanBase base() {
        BronzeSpec bronze = engine.bronze(table);
        return engine.reading(
                PlanBase.of(bronze, 0, 0),
                session -> PlanBase.of(
                        bronze,
                        BuiltFrom.bronze(session, table),
                        new SpecBook(session, engine.pipeline()).version(Layer.SILVER, table)));
    }

    private void requireOwn(String other) {
        if (!other.equals(table)) {
            throw new MedallionException(Problem.at("silver." + table, "was given what is made for '" + other + "'.")
                    .advise("Use silver(\"" + other + "\")."));
        }
    }
}
