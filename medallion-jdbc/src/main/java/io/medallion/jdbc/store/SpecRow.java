package io.medallion.jdbc.store;

import java.time.Instant;

/**
 * A spec of one table, or the semantic model, as of one version.
 *
 * @param pipeline whose it is
 * @param layer {@code BRONZE}, {@code SILVER}, {@code GOLD}, or {@code MODEL} for the semantic model
 * @param table the logical name of the table; empty for the model
 * @param version from 1
 * @param fingerprint of what decides the rows
 * @param json the spec
 * @param createdAt when it was recorded
 * @param inForce whether it holds now
 */
public record SpecRow(
        String pipeline,
        String layer,
        String table,
        int version,
        String fingerprint,
        String json,
        Instant createdAt,
        boolean inForce) {}
