package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.Batches;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import java.util.ArrayList;
import java.util.List;

/** The raw copies of a pipeline's sources. Thread-safe. */
public final class BronzeLayer {

    private final Engine engine;
    private final PipelineSources sources;

    BronzeLayer(Engine engine, PipelineSources sources) {
        this.engine = engine;
        this.sources = sources;
    }

    /**
     * Loads every source of the pipeline, each in one transaction: a table has all of its source, or nothing new.
     *
     * @return a batch per file; those whose content was already there say so
     * @throws io.medallion.jdbc.source.SourceException when a file cannot be read; sources before it stay loaded
     * @throws PipelineBusyException when another writer works for longer than we wait
     */
    public List<Batch> load() {
        if (sources.isEmpty()) {
            throw new MedallionException(Problem.at("pipeline '" + engine.pipeline() + "'", "has no source to load.")
                    .advise("Give it one: medallion.pipeline(name, Csv.file(path))."));
        }
        List<Source> single = sources.single();
        return engine.writing(writer -> {
            BronzeLoading loading = new BronzeLoading(writer);
            List<Batch> batches = new ArrayList<>();
            single.forEach(source -> batches.addAll(loading.load(source)));
            return List.copyOf(batches);
        });
    }

    /**
     * Loads one source into the table of its name, whether the pipeline was made with it or not; a source of several tables
     * into all of them.
     *
     * @return the batch; of a source of several files or tables the last one
     */
    public Batch load(Source source) {
        List<Source> tables = new PipelineSources(engine.pipeline(), List.of(source)).single();
        List<Batch> batches = engine.writing(writer -> {
            BronzeLoading loading = new BronzeLoading(writer);
            return tables.stream()
                    .flatMap(single -> loading.load(single).stream())
                    .toList();
        });
        return batches.get(batches.size() - 1);
    }

    /** What is known of the values of a table, measured now; writes nothing. */
    public TableProfile profile(String table) {
        return new Measurements(engine).profile(engine.bronze(table));
    }

    /** What a table holds, and what a further batch means. An unknown one is refused with the nearest. */
    public BronzeSpec spec(String table) {
        return engine.bronze(table);
    }

    /** The batches of a table, oldest first, those that are no longer in force included. */
    public List<Batch> batches(String table) {
        return engine.reading(List.of(), session -> new Batches(session)
                .of(table).stream().map(Batch::of).toList());
    }

    /** The records of a table's batches in force that could not be read. */
    public Rejects rejects(String table) {
        return new Rejects(engine, Layer.BRONZE, table);
    }
}
