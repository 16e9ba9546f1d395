package io.medallion.jdbc.source;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical text of a value, as {@link Jdbc} tells it, in the SQL of its database. Only types whose text is exactly the same as the one
 * {@link ColumnTexts} reads; floating-point numbers, intervals and nested values are not among them.
 */
final class InnerText {

    private static final Pattern DUCKDB_DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    /** The day, its era and the time, as DuckDB writes them. */
    private static final String DUCKDB_TIME =
            "'^(\\d+-\\d\\d-\\d\\d)( \\(BC\\))? (\\d\\d:\\d\\d:\\d\\d)(\\.\\d*[1-9])?\\.?0*$'";

    private InnerText() {}

    /**
     * The expression, in the session of a load.
     *
     * @param name the column as it is written in SQL
     */
    static Optional<String> of(SourceProduct product, ResultSetMetaData data, int column, String name)
            throws SQLException {
        String type = String.valueOf(data.getColumnTypeName(column));
        return Optional.ofNullable(
                switch (product) {
                    case DUCKDB -> duckDb(type, name);
                    case POSTGRES -> postgres(type, data.getColumnType(column), name);
                    case MARIADB -> MariaDbInnerText.of(data, column, name);
                    case MYSQL, OTHER -> null;
                });
    }

    private static @Nullable String duckDb(String type, String name) {
        String text = "cast(" + name + " as varchar)";
        if (type.startsWith("DECIMAL")) {
            return hasWholeDigits(type) ? text : null;
        }
        if (type.startsWith("ENUM(")) {
            return text;
        }
        return switch (type) {
            case "VARCHAR" -> name;
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT",
                    "BOOLEAN",
                    "UUID",
                    "JSON" -> text;
            case "DATE" -> "replace(" + text + ", ' (BC)', ' BC')";
            case "TIME" -> "regexp_replace(" + text + ", '^(\\d\\d:\\d\\d:\\d\\d)(\\.\\d*[1-9])?\\.?0*$', '\\1\\2')";
            case "TIMESTAMP" -> duckDbTime(text, "");
            case "TIMESTAMP WITH TIME ZONE" ->
                "case when isfinite(" + name + ") then "
                        + duckDbTime("cast(make_timestamp(epoch_us(" + name + ")) as varchar)", "Z") + " else " + text
                        + " end";
            case "BLOB" -> "'0x' || lower(hex(" + name + "))";
            default -> null;
        };
    }

    /** Without digits before the point DuckDB writes none. */
    private static boolean hasWholeDigits(String decimal) {
        Matcher size = DUCKDB_DECIMAL.matcher(decimal);
        return size.matches() && Integer.parseInt(size.group(1)) > Integer.parseInt(size.group(2));
    }

    private static String duckDbTime(String text, String zone) {
        return "replace(regexp_replace(" + text + ", " + DUCKDB_TIME + ", '\\1T\\3\\4" + zone
                + "\\2'), ' (BC)', ' BC')";
    }

    private static @Nullable String postgres(String type, int jdbcType, String name) {
        String text = "cast(" + name + " as text)";
        return switch (type) {
            case "int2",
                    "int4",
                    "int8",
                    "smallserial",
                    "serial",
                    "bigserial",
                    "oid",
                    "numeric",
                    "bool",
                    "text",
                    "varchar",
                    "uuid",
                    "json",
                    "jsonb",
                    "date",
                    "time" -> text;
            case "timetz" ->
                "regexp_replace(regexp_replace(" + text + ", '([+-][0-9]{2})$', '\\1:00'), '[+-]00:00$', 'Z')";
            // a cast trims and adds what writing out does not
            case "bpchar",
                    "name",
                    "bit",
                    "varbit",
                    "xml",
                    "money",
                    "inet",
                    "cidr",
                    "macaddr",
                    "macaddr8",
                    "int4range",
                    "int8range",
                    "numrange",
                    "daterange",
                    "tsrange",
                    "tstzrange",
                    "tsvector" -> postgresWritten(name);
            case "timestamp" -> "regexp_replace(" + text + ", ' ', 'T')";
            case "timestamptz" -> "regexp_replace(" + text + ", '^([0-9-]+) ([0-9:.]+)[+]00', '\\1T\\2Z')";
            case "bytea" -> "'0x' || encode(" + name + ", 'hex')";
            // its driver calls enums so
            default -> jdbcType == Types.VARCHAR ? postgresWritten(name) : null;
        };
    }

    private static String postgresWritten(String name) {
        return "case when " + name + " is not null then concat(" + name + ") end";
    }
}
