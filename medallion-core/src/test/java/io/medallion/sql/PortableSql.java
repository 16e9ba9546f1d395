package io.medallion.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What tests say to databases: written for DuckDB and PostgreSQL, put into the words of MariaDB by a few fixed rules. */
final class PortableSql {

    private static final List<String> SCHEMAS = List.of("bronze", "silver", "gold", "medallion");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private PortableSql() {}

    interface Reader {
        List<String> rows(String sql) throws SQLException;
    }

    static String on(Dialect dialect, String sql) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> sql;
            case MARIADB, MYSQL -> mariadb(sql);
        };
    }

    /** A schema is a prefix; instants are UTC; a backslash escapes. */
    private static String mariadb(String sql) {
        return sql.replaceAll("\\b(bronze|silver|gold|medallion)\\.(?=[a-z])", "$1_")
                .replaceAll("timestamptz ('[^']*)\\+00'", "timestamp $1'")
                .replaceAll(
                        "table_schema = '([a-z]+)' and table_name = '",
                        "table_schema = database() and table_name = '$1_")
                .replaceAll(
                        "table_schema = '([a-z]+)'", "table_schema = database() and table_name like '$1!_%' escape '!'")
                .replaceAll("select table_name", "select regexp_replace(table_name, '^[a-z]+_', '') as table_name")
                .replaceAll("(\\w+) nulls last", "$1 is null, $1")
                .replaceAll("varchar([,)])", "varchar(99) character set utf8mb4$1")
                .replaceAll("(?<=[ (])\"([a-z]+)\"(?=[ ),])", "`$1`")
                .replaceAll("^create schema .*|^rollback$", "do 0")
                .replace("\\", "\\\\");
    }

    /** What leaves an empty database with its schemas. */
    static List<String> clear(Dialect dialect, Reader reader) throws SQLException {
        List<String> statements = new ArrayList<>();
        switch (dialect) {
            case DUCKDB, POSTGRES ->
                SCHEMAS.forEach(schema -> {
                    statements.add("drop schema if exists " + schema + " cascade");
                    statements.add("create schema " + schema);
                });
            case MARIADB, MYSQL ->
                reader.rows("select concat(case when table_type = 'VIEW' then 'view `' else 'table `' end,"
                                + " replace(table_name, '`', '``'), '`') from information_schema.tables"
                                + " where table_schema = database()")
                        .forEach(table -> statements.add("drop " + table));
        }
        return statements;
    }

    /** The statements of a file as the command line of MariaDB reads it. */
    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        String end = ";";
        for (String line : text.split("\n")) {
            if (line.startsWith("delimiter ")) {
                end = line.substring("delimiter ".length());
            } else if (statement.length() > 0 || !line.isBlank() && !line.startsWith("--")) {
                statement.append(line).append('\n');
                if (line.endsWith(end)) {
                    statements.add(statement.substring(0, statement.length() - 1 - end.length()));
                    statement.setLength(0);
                }
            }
        }
        return statements;
    }

    /** Instants are UTC, truth is a number. */
    static String mariadbRow(String row) {
        return instants(row).replaceAll("(?<![^ ])true(?![^ ])", "1").replaceAll("(?<![^ ])false(?![^ ])", "0");
    }

    private static String instants(String row) {
        return INSTANT.matcher(row)
                .replaceAll(found -> LocalDateTime.ofInstant(Instant.parse(found.group()), ZoneOffset.UTC)
                        .toString());
    }
}
