package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Latency;
import org.jspecify.annotations.Nullable;

/**
 * What one part brought into the table.
 *
 * @param records records of the source, as its reader counts them
 * @param rows how many rows the database says it has taken, {@link #UNCOUNTED} where it says nothing
 * @param contentHash of what was read
 * @param latency from event to load, as far as it was measured on the way
 */
record Loaded(long records, long rows, String contentHash, @Nullable Latency latency) {

    static final long UNCOUNTED = -1;
}
