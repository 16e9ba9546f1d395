package io.medallion.jdbc.source;

import java.util.Locale;

/** Which database a source is, as far as reading its values depends on it. */
enum SourceProduct {
    DUCKDB,
    POSTGRES,
    MARIADB,
    /** MariaDB too where the driver is that of MySQL, which calls it so. */
    MYSQL,
    /** Any other, read by what JDBC promises. */
    OTHER;

    static SourceProduct of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "duckdb" -> DUCKDB;
            case "postgresql" -> POSTGRES;
            case "mariadb" -> MARIADB;
            case "mysql" -> MYSQL;
            default -> OTHER;
        };
    }

    /** Whether a schema is what JDBC calls a catalog, and sessions have a time zone that changes values. */
    boolean speaksMySql() {
        return switch (this) {
            case DUCKDB, POSTGRES, OTHER -> false;
            case MARIADB, MYSQL -> true;
        };
    }
}
