package io.medallion.jdbc.store;

/**
 * Ingestion latency of a batch: from the event time of its rows to their load, in seconds. Rows without a readable event time do not count.
 *
 * @param rows how many rows have one
 * @param least of the newest event
 * @param greatest of the oldest event
 * @param mean over the rows
 */
public record Latency(long rows, double least, double greatest, double mean) {}
