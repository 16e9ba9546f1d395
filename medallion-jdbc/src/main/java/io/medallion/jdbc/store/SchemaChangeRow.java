package io.medallion.jdbc.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the columns that a Bronze table was loaded from.
 *
 * @param table the logical name of the table
 * @param version the version of the columns that the change led to, from 1
 * @param change what happened
 * @param column the column it is about
 * @param original its header in the source, null where it is not known
 * @param batchId the batch that brought the change
 * @param changedAt when
 */
public record SchemaChangeRow(
        String table,
        int version,
        Kind change,
        String column,
        @Nullable String original,
        String batchId,
        Instant changedAt) {

    /** What happened to a column. */
    public enum Kind {
        /** The table has it from now on. */
        ADDED,
        /** The source does not have it any more; it is NULL from now on. */
        MISSING,
        /** The source has it again. */
        BACK,
        /** The source has it, the policy keeps it out of the table. */
        IGNORED,
        /** The columns came in another order. */
        REORDERED
    }
}
