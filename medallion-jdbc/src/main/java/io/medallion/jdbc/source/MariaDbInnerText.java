package io.medallion.jdbc.source;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of {@link InnerText} on MariaDB. They mean the same under every {@code sql_mode} and whatever the charset of the connection is: all
 * results are in utf8mb4, there is no backslash, no empty literal, and nothing is made of NULL.
 *
 * <p>The rows of a load are kept in a temporary table for a moment, as long as MariaDB takes each value to be at most. It is wrong about some
 * expressions, a negative {@code decimal(5,5)} as text among them, and cuts them without a word. So lengths are stated, and what is computed, not
 * stored in a column of a table, is written only where nothing could be cut.
 */
final class MariaDbInnerText {

    private MariaDbInnerText() {}

    static @Nullable String of(ResultSetMetaData data, int column, String name) throws SQLException {
        String type = ColumnTexts.unsigned(String.valueOf(data.getColumnTypeName(column)));
        String plain = "cast(" + name + " as char(100) character set utf8mb4)";
        return switch (type) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT", "BOOLEAN", "DATE", "UUID" -> plain;
            default -> isStored(data, column) ? stored(type, data, column, name, plain) : null;
        };
    }

    private static @Nullable String stored(String type, ResultSetMetaData data, int column, String name, String plain)
            throws SQLException {
        return switch (type) {
            case "DECIMAL", "YEAR" -> plain;
            // enums and sets too
            case "CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "JSON" -> utf8(name);
            case "TIME" -> fraction(plain);
            case "DATETIME" -> moment(name, plain, "");
            case "TIMESTAMP" -> moment(name, plain, ", 'Z'");
            case "BIT" -> utf8("lpad(bin(" + name + " + 0), " + Math.max(1, data.getPrecision(column)) + ", '0')");
            default ->
                ColumnTexts.isBinary(data.getColumnType(column))
                        ? "case when " + name + " is not null then " + utf8("concat('0x', lower(hex(" + name + ")))")
                                + " end"
                        : null;
        };
    }

    /** Only a column of a table is in a database. */
    private static boolean isStored(ResultSetMetaData data, int column) throws SQLException {
        return !data.getCatalogName(column).isEmpty();
    }

    private static String utf8(String value) {
        return "convert(" + value + " using utf8mb4)";
    }

    /** Without the zeros at the end of a fraction. */
    private static String fraction(String text) {
        return "case when locate('.', " + text + ") = 0 then " + text
                + " else trim(trailing '.' from trim(trailing '0' from " + text + ")) end";
    }

    /** What is no day of the calendar stays as the server writes it. */
    private static String moment(String name, String text, String zone) {
        String day = "substr(" + text + ", 9, 2)";
        String noDay = "substr(" + text + ", 1, 4) = '0000' or substr(" + text + ", 6, 2) = '00' or " + day
                + " = '00' or " + day + " > '28' and " + day + " > day(last_day(concat(left(" + text + ", 8), '01')))";
        return "case when " + name + " is null then null when " + noDay + " then " + text + " else concat(left(" + text
                + ", 10), 'T', " + fraction("substr(" + text + ", 12)") + zone + ") end";
    }
}
