package io.medallion.sql;

/**
 * One version of the library's own tables.
 *
 * @param version its number, from 1, without gaps
 * @param description what it brings
 * @param script what leads to it from the version before
 */
public record SqlMigration(int version, String description, SqlScript script) {}
