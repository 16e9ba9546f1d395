package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.BronzeSpec;
import org.jspecify.annotations.Nullable;

/**
 * One load of one table.
 *
 * @param pipeline whose table it is; the caller holds its lock
 * @param source what to load; the table has its name
 * @param spec what is known of the table, null for the first load, which makes the spec
 * @param progress is told how far the load is
 * @param keeper records the spec of the table
 */
public record LoadRequest(
        String pipeline, Source source, @Nullable BronzeSpec spec, LoadProgress progress, SpecKeeper keeper) {

    /** A load nobody watches. */
    public static LoadRequest of(String pipeline, Source source, @Nullable BronzeSpec spec) {
        return new LoadRequest(pipeline, source, spec, LoadProgress.NONE, SpecKeeper.NONE);
    }
}
