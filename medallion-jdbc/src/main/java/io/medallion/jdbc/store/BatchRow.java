package io.medallion.jdbc.store;

import io.medallion.spec.BatchMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One batch of a Bronze table.
 *
 * @param table the logical name of the table
 * @param batchId what Bronze rows carry as {@code _batch_id}
 * @param pipeline whose table it is
 * @param sequence the order of batches of the table, from 1, given when the batch committed
 * @param mode what the batch meant for the ones before it
 * @param sourceId what it was loaded from: the path of a file, else {@code rows:} and a name
 * @param sourceFile the name of the file without its directory, or of the source
 * @param contentHash of what was loaded
 * @param rows rows in Bronze
 * @param rejects records that could not be read
 * @param schemaVersion the version of the columns it was loaded with
 * @param loadedAt when it was loaded
 * @param latency from event to load, where the table names an event time and some row has one
 * @param inForce whether Silver reads it
 */
public record BatchRow(
        String table,
        String batchId,
        String pipeline,
        long sequence,
        BatchMode mode,
        String sourceId,
        String sourceFile,
        String contentHash,
        long rows,
        long rejects,
        int schemaVersion,
        Instant loadedAt,
        @Nullable Latency latency,
        boolean inForce) {}
