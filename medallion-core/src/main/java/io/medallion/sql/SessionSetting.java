package io.medallion.sql;

import java.util.List;

/**
 * One setting of a connection on which the generated SQL relies: with others, texts of dates, divisions or literals would mean
 * something else, or values would be cut without an error. Whoever runs the SQL on a connection of a host reads the value before,
 * sets this one, and sets the old one again afterwards.
 *
 * @param name as the database knows it
 * @param value what it must be, as it is read by {@link #current()}
 */
public record SessionSetting(Dialect dialect, String name, String value) {

    private static final String STRICT = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    /** Everything that must be set on a connection to a database, in this order. */
    public static List<SessionSetting> of(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> List.of(new SessionSetting(dialect, "TimeZone", "UTC"));
            case POSTGRES ->
                List.of(
                        new SessionSetting(dialect, "TimeZone", "UTC"),
                        new SessionSetting(dialect, "DateStyle", "ISO, YMD"),
                        new SessionSetting(dialect, "IntervalStyle", "postgres"),
                        new SessionSetting(dialect, "extra_float_digits", "3"),
                        new SessionSetting(dialect, "standard_conforming_strings", "on"),
                        // compiling the long expressions of a build takes longer than running them
                        new SessionSetting(dialect, "jit", "off"));
            case MARIADB ->
                List.of(
                        new SessionSetting(dialect, "sql_mode", STRICT),
                        new SessionSetting(dialect, "time_zone", "+00:00"),
                        new SessionSetting(dialect, "character_set_client", "utf8mb4"),
                        new SessionSetting(dialect, "character_set_results", "utf8mb4"),
                        new SessionSetting(dialect, "character_set_connection", "utf8mb4"),
                        new SessionSetting(dialect, "collation_connection", ColumnTypes.collation(dialect)),
                        // texts are sorted and grouped by so many of their first bytes, and fifteen rows must fit the
                        // buffer
                        new SessionSetting(dialect, "max_sort_length", "65536"),
                        new SessionSetting(dialect, "sort_buffer_size", "33554432"),
                        // tables without an index are joined by hash
                        new SessionSetting(dialect, "join_cache_level", "4"),
                        new SessionSetting(dialect, "join_buffer_size", "33554432"),
                        new SessionSetting(dialect, "div_precision_increment", "4"),
                        // it takes each text for as long as it may be in a page, and refuses tables from some 200
                        // columns
                        // on; without it a row that is too long is still an error
                        new SessionSetting(dialect, "innodb_strict_mode", "0"),
                        new SessionSetting(dialect, "sql_auto_is_null", "0"),
                        new SessionSetting(dialect, "sql_safe_updates", "0"),
                        new SessionSetting(dialect, "sql_select_limit", "18446744073709551615"));
            case MYSQL ->
                List.of(
                        new SessionSetting(dialect, "sql_mode", STRICT),
                        new SessionSetting(dialect, "time_zone", "+00:00"),
                        new SessionSetting(dialect, "character_set_client", "utf8mb4"),
                        new SessionSetting(dialect, "character_set_results", "utf8mb4"),
                        new SessionSetting(dialect, "character_set_connection", "utf8mb4"),
                        new SessionSetting(dialect, "collation_connection", ColumnTypes.collation(dialect)),
                        // texts are sorted and grouped by so many of their first bytes
                        new SessionSetting(dialect, "max_sort_length", "65536"),
                        new SessionSetting(dialect, "sort_buffer_size", "33554432"),
                        new SessionSetting(dialect, "join_buffer_size", "33554432"),
                        new SessionSetting(dialect, "div_precision_increment", "4"),
                        new SessionSetting(dialect, "sql_auto_is_null", "0"),
                        new SessionSetting(dialect, "sql_safe_updates", "0"),
                        new SessionSetting(dialect, "sql_select_limit", "18446744073709551615"));
        };
    }

    /** A query of one row and column: the value the connection has now. */
    public String current() {
        return switch (dialect) {
            case DUCKDB -> "select current_setting('" + name + "')";
            case POSTGRES -> "select current_setting('" + name + "')";
            case MARIADB, MYSQL -> "select @@session." + name;
        };
    }

    /** The statement that sets {@link #value()}. */
    public String set() {
        return set(value);
    }

    /** The statement that sets a value read by {@link #current()}. */
    public String set(String to) {
        return switch (dialect) {
            case DUCKDB, MARIADB, MYSQL -> "set session " + name + " = " + literal(to);
            case POSTGRES -> "select set_config('" + name + "', " + literal(to) + ", false)";
        };
    }

    /** {@link #value()} as it is written in SQL. */
    public String literal() {
        return literal(value);
    }

    /** Numbers of MariaDB and MySQL are refused in quotes. */
    private String literal(String of) {
        boolean plain =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> false;
                    case MARIADB, MYSQL -> of.matches("[0-9]+");
                };
        return plain ? of : "'" + of.replace("'", "''") + "'";
    }
}
