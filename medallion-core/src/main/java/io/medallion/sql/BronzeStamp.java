package io.medallion.sql;

import java.time.Instant;

/**
 * What every row of one batch of Bronze carries in its metadata columns.
 *
 * @param batchId {@code _batch_id}
 * @param sourceId {@code _source_id}
 * @param sourceFile {@code _source_file}
 * @param loadedAt {@code _loaded_at}, kept to the microsecond
 * @param schemaVersion {@code _schema_version}, from 1 on
 */
public record BronzeStamp(String batchId, String sourceId, String sourceFile, Instant loadedAt, int schemaVersion) {}
