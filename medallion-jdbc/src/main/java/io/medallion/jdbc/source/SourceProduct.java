package io.medallion.jdbc.source;

import java.util.Locale;

/** Which database a source is, as far as reading its values depends on it. */
enum SourceProduct {
    DUCKDB,
    POSTGRES,
    /** MySQL too: it has the same types and its driver hands over the same texts. */
    MARIADB,
    /** Any other, read by what JDBC promises. */
    OTHER;

    static SourceProduct of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "duckdb" -> DUCKDB;
            case "postgresql" -> POSTGRES;
            case "mariadb", "mysql" -> MARIADB;
            default -> OTHER;
        };
    }
}
