package io.medallion.jdbc.load;

/**
 * What one part brought into the table.
 *
 * @param records records of the source, as its reader counts them
 * @param contentHash of what was read
 */
record Loaded(long records, String contentHash) {}
