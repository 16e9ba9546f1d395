package io.medallion.jdbc.store;

import io.medallion.Layer;
import java.time.Instant;

/**
 * What readers of a Silver or Gold table see.
 *
 * @param layer of the table
 * @param table the logical name of the table
 * @param version from 1, one more with every build that was published
 * @param buildId the build that published it
 * @param specFingerprint of what was built
 * @param builtFrom what it was built from, as JSON
 * @param rows how many rows
 * @param publishedAt when readers began to see it
 * @param inDoubt whether a later version may be what readers see: it was about to be published, and nobody came back to say
 */
public record TableStateRow(
        Layer layer,
        String table,
        long version,
        String buildId,
        String specFingerprint,
        String builtFrom,
        long rows,
        Instant publishedAt,
        boolean inDoubt) {}
