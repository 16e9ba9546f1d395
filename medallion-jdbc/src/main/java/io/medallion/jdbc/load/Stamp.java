package io.medallion.jdbc.load;

import java.time.Instant;

/**
 * What every row of one batch carries in its metadata columns.
 *
 * @param batchId {@code _batch_id}
 * @param sourceId {@code _source_id}
 * @param sourceFile {@code _source_file}
 * @param loadedAt {@code _loaded_at}
 * @param schemaVersion {@code _schema_version}
 */
record Stamp(String batchId, String sourceId, String sourceFile, Instant loadedAt, int schemaVersion) {}
