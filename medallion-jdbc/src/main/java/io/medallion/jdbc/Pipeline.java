package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.BuildLog;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.question.Interpretation;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Named tables from one or more sources, one Gold area, one semantic model. A handle: making one reads and writes nothing.
 * Thread-safe; of everything that writes one works at a time, in all processes.
 */
public final class Pipeline {

    private final Engine engine;
    private final PipelineSources sources;

    Pipeline(Engine engine, PipelineSources sources) {
        this.engine = engine;
        this.sources = sources;
    }

    /** Its name. */
    public String name() {
        return engine.pipeline();
    }

    /**
     * Its Bronze tables: those of the sources in the order given, then those loaded before. A source of several tables is not
     * asked for them: they are there once it was loaded.
     */
    public List<String> tables() {
        Set<String> tables = new LinkedHashSet<>(sources.known());
        tables.addAll(engine.reading(
                List.of(), session -> new TableRegistry(session).tables(engine.pipeline(), Layer.BRONZE)));
        return List.copyOf(tables);
    }

    /** The raw copies. */
    public BronzeLayer bronze() {
        return new BronzeLayer(engine, sources);
    }

    /**
     * The cleaned rows of the only table.
     *
     * @throws MedallionException when there is none or more than one, naming them
     */
    public SilverLayer silver() {
        List<String> tables = tables();
        if (tables.size() != 1) {
            String advice = tables.isEmpty()
                    ? "Give it a source, or name the table with silver(..)."
                    : "Name one of them with silver(..): " + String.join(", ", tables) + ".";
            throw new MedallionException(Problem.at(
                            "pipeline '" + name() + "'",
                            tables.isEmpty() ? "has no table." : "has " + tables.size() + " tables.")
                    .advise(advice));
        }
        return silver(tables.get(0));
    }

    /** The cleaned rows of one table. */
    public SilverLayer silver(String table) {
        return new SilverLayer(engine, table);
    }

    /** The aggregates. */
    public GoldLayer gold() {
        return new GoldLayer(engine);
    }

    /** Which Silver tables refer to which. */
    public Relationships relationships() {
        return new Relationships(engine);
    }

    /** The specs and the semantic model. */
    public Specs specs() {
        return new Specs(engine);
    }

    /** Answers a query on behalf of the default caller. */
    public Answer query(SemanticQuery query) {
        return query(query, engine.settings().context());
    }

    /**
     * Answers a query from the best table: Gold where that is exactly what Silver would answer, else Silver. What was decided
     * and what is read belong to one moment.
     *
     * @throws MedallionException when a name is unknown or hidden from the caller, or the query takes too long
     */
    public Answer query(SemanticQuery query, CallContext context) {
        return new QueryRun(engine).answer(query, context);
    }

    /** Answers a question in words on behalf of the default caller. */
    public Reply ask(String question) {
        return ask(question, engine.settings().context());
    }

    /** Answers a question in words, or asks back. What may not be answered is refused, not thrown. */
    public Reply ask(String question, CallContext context) {
        SemanticModel model = SpecBook.model(engine.specs());
        Interpretation meaning = engine.settings().translator().translate(question, model);
        if (meaning instanceof Interpretation.Understood understood) {
            try {
                return new Reply.Answered(query(understood.query(), context), understood.reading());
            } catch (DatabaseException failed) {
                throw failed;
            } catch (MedallionException refused) {
                return new Reply.Refused(String.valueOf(refused.getMessage()), List.of());
            }
        }
        if (meaning instanceof Interpretation.Ambiguous ambiguous) {
            return new Reply.Ambiguous(ambiguous.readings());
        }
        Interpretation.NotUnderstood not = (Interpretation.NotUnderstood) meaning;
        return new Reply.Refused(not.why(), not.nearest());
    }

    /**
     * Loads every source, then builds each built Silver table whose Bronze or spec changed, then each built Gold table whose
     * Silver or spec changed. What has not changed is left and said so. Nothing is planned.
     */
    public Refresh refresh() {
        List<Source> single = sources.single();
        return engine.writing(writer -> new RefreshRun(writer, single).refresh());
    }

    /**
     * Everything: loads every source and builds every Silver and Gold table, changed or not. A table without a Silver spec is
     * planned and what the plan proposes with a confidence of at least 0.8 is built; without any Gold spec the three best
     * proposals are.
     */
    public Refresh build() {
        List<Source> single = sources.single();
        return engine.writing(writer -> new RefreshRun(writer, single).everything());
    }

    /** What it has and how current that is. */
    public PipelineStatus status() {
        return StatusReport.of(engine, tables());
    }

    /** The newest builds, newest first, at most {@code n}. */
    public List<Build> history(int n) {
        return engine.reading(List.of(), session -> {
            BuildLog log = new BuildLog(session);
            List<Build> builds = new ArrayList<>();
            log.newest(engine.pipeline(), n)
                    .forEach(row -> builds.add(BuildRecords.build(row, log.reasons(row.buildId()))));
            return List.copyOf(builds);
        });
    }

    @Override
    public String toString() {
        return "pipeline '" + name() + "'";
    }
}
