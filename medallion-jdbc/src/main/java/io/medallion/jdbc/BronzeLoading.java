package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.load.BronzeLoader;
import io.medallion.jdbc.load.LoadRequest;
import io.medallion.jdbc.load.LoadResult;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Loads sources and keeps their specs; the pipeline is locked by the caller. */
final class BronzeLoading {

    private final Engine engine;
    private final Database database;

    BronzeLoading(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    List<Batch> load(Source source) {
        String table = source.name();
        Announcer announcer = engine.announcer(Layer.BRONZE, table);
        announcer.started("load");
        try {
            BronzeSpec known = known(table);
            LoadResult result = new BronzeLoader(database)
                    .load(new LoadRequest(
                            engine.pipeline(),
                            source,
                            known,
                            (name, file, done, total) ->
                                    announcer.progress("load " + file, done, total == 0 ? null : total),
                            this::keep));
            engine.workspace().formats().remember(engine.pipeline(), table, result.batches());
            List<Batch> batches = result.batches().stream().map(Batch::of).toList();
            long rows =
                    batches.stream().filter(Batch::added).mapToLong(Batch::rows).sum();
            announcer.finished(String.format(Locale.ROOT, "%,d rows", rows));
            return batches;
        } catch (MedallionException failed) {
            announcer.failed(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    private @Nullable BronzeSpec known(String table) {
        return engine.specs().bronze().stream()
                .filter(b -> b.table().equals(table))
                .findFirst()
                .orElse(null);
    }

    private void keep(Session session, BronzeSpec spec) {
        SpecBook book = new SpecBook(session, engine.pipeline());
        book.put(spec, book.next(), database.now());
    }
}
