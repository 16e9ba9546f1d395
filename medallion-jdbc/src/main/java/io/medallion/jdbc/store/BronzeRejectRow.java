package io.medallion.jdbc.store;

/**
 * A record of a source that could not become a Bronze row.
 *
 * @param table the logical name of the table
 * @param batchId its batch
 * @param rowNumber its number in the source, from 1
 * @param line the line it begins on
 * @param reason why
 * @param raw the record as it was, shortened when it is long
 */
public record BronzeRejectRow(String table, String batchId, long rowNumber, long line, String reason, String raw) {}
