package io.medallion.jdbc.load;

import io.medallion.spec.BronzeSpec;
import java.util.List;

/**
 * What came of one load of one table.
 *
 * @param spec of the table as it is now; recorded by the keeper of the request
 * @param batches one for each file of the source, in order
 */
public record LoadResult(BronzeSpec spec, List<LoadedBatch> batches) {

    public LoadResult {
        batches = List.copyOf(batches);
    }

    /** Whether anything was added. */
    public boolean changed() {
        return batches.stream().anyMatch(LoadedBatch::added);
    }
}
