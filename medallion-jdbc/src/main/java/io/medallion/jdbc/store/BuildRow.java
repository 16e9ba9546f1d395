package io.medallion.jdbc.store;

import io.medallion.Layer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the build log.
 *
 * @param buildId what names it
 * @param pipeline whose build it is
 * @param layer of the table
 * @param table the logical name of the table
 * @param version of the table after the build
 * @param specFingerprint of what was built
 * @param status in the words of the runtime: {@code RUNNING}, {@code PUBLISHED}, {@code FAILED}
 * @param startedAt when it began
 * @param finishedAt when it ended, null while it runs
 * @param rowsRead rows it read
 * @param rowsWritten rows readers see
 * @param rowsRejected rows refused
 * @param rowsDuplicate rows another one stands for
 * @param sqlText what ran
 * @param error why it failed, or null
 */
public record BuildRow(
        String buildId,
        String pipeline,
        Layer layer,
        String table,
        long version,
        String specFingerprint,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long rowsRead,
        long rowsWritten,
        long rowsRejected,
        long rowsDuplicate,
        String sqlText,
        @Nullable String error) {}
