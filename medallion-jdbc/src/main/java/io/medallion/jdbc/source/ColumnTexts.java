package io.medallion.jdbc.source;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses how each column is read; what that gives for which type is told by {@link Jdbc}. */
final class ColumnTexts {

    private static final Set<String> CHANGED_BY_POSTGRES =
            Set.of("numeric", "float4", "float8", "date", "time", "timetz", "timestamp", "timestamptz", "interval");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private static final ColumnText AS_WRITTEN = ResultSet::getString;
    private static final ColumnText BYTES = (row, i) -> {
        byte[] bytes = row.getBytes(i);
        return bytes == null ? null : BinaryText.of(bytes);
    };
    private static final ColumnText NESTED = (row, i) -> {
        Object value = row.getObject(i);
        return value == null ? null : NestedText.of(value);
    };
    private static final ColumnText DECIMAL = (row, i) -> {
        BigDecimal value = row.getBigDecimal(i);
        return value == null ? null : NumberText.of(value);
    };
    private static final ColumnText DOUBLE = (row, i) -> {
        double value = row.getDouble(i);
        return row.wasNull() ? null : NumberText.of(value);
    };
    private static final ColumnText FLOAT = (row, i) -> {
        float value = row.getFloat(i);
        return row.wasNull() ? null : NumberText.of(value);
    };
    private static final ColumnText BOOLEAN = (row, i) -> {
        boolean value = row.getBoolean(i);
        return row.wasNull() ? null : String.valueOf(value);
    };

    private ColumnTexts() {}

    static ColumnText of(SourceProduct product, ResultSetMetaData data, int column) throws SQLException {
        String type = String.valueOf(data.getColumnTypeName(column));
        return switch (product) {
            case DUCKDB -> duckDb(type);
            case POSTGRES -> postgres(type);
            case MARIADB, MYSQL -> mariaDb(unsigned(type), data.getColumnType(column), data.getPrecision(column));
            case OTHER -> standard(data.getColumnType(column), type);
        };
    }

    /** The name of a type of MariaDB or MySQL in upper case, without the attributes of numbers. */
    static String unsigned(String type) {
        return type.toUpperCase(Locale.ROOT).replace(" UNSIGNED", "").replace(" ZEROFILL", "");
    }

    /**
     * The expression under which a column has to be selected so that its driver hands it over unchanged.
     *
     * @param name the column as it is written in SQL
     */
    static String selected(SourceProduct product, ResultSetMetaData data, int column, String name) throws SQLException {
        String type = String.valueOf(data.getColumnTypeName(column));
        return switch (product) {
            case DUCKDB -> {
                // the driver moves days of the year 1582 and hours that summer time skips, and knows no infinity
                String readable = isTime(type) ? "VARCHAR" : isNested(type) ? NestedText.readableType(type) : type;
                yield readable.equals(type) ? name : "cast(" + name + " as " + readable + ")";
            }
            // the server writes a FLOAT with six digits only
            case MARIADB, MYSQL ->
                type.startsWith("FLOAT")
                        ? "cast(" + name + " as double)"
                        : isChangedByDriver(type) ? "cast(" + name + " as char)" : name;
            // the driver's binary format loses offsets, bounds of arrays and the plain form of decimals; a cast trims
            // CHAR(n)
            case POSTGRES ->
                (CHANGED_BY_POSTGRES.contains(type) || type.startsWith("_")) ? "cast(" + name + " as text)" : name;
            case OTHER -> name;
        };
    }

    /**
     * The driver of MariaDB moves hours that summer time skips, the one of MySQL makes a date of a year and fills numbers with as many
     * zeros as their type has digits. A double is parsed anyway.
     */
    private static boolean isChangedByDriver(String type) {
        return type.startsWith("DATETIME")
                || type.startsWith("TIMESTAMP")
                || type.equals("YEAR")
                || type.contains("UNSIGNED") && !type.startsWith("DOUBLE");
    }

    private static ColumnText duckDb(String type) {
        if (isNested(type)) {
            return NESTED;
        }
        if (type.startsWith("DECIMAL")) {
            return DECIMAL;
        }
        if (type.startsWith("TIMESTAMP")) {
            return written(TimeText::ofTimestamp);
        }
        if (type.startsWith("TIME")) {
            return written(TimeText::ofTime);
        }
        return switch (type) {
            case "BOOLEAN" -> BOOLEAN;
            case "FLOAT" -> FLOAT;
            case "DOUBLE" -> DOUBLE;
            case "DATE" -> written(TimeText::ofDate);
            case "INTERVAL" -> written(IntervalText::ofDuckDb);
            case "BLOB", "GEOMETRY" -> ColumnTexts::blob;
            default -> AS_WRITTEN;
        };
    }

    private static boolean isTime(String duckDbType) {
        return duckDbType.startsWith("TIME") || duckDbType.equals("DATE") || duckDbType.equals("INTERVAL");
    }

    private static boolean isNested(String duckDbType) {
        return duckDbType.endsWith("]")
                || duckDbType.startsWith("STRUCT(")
                || duckDbType.startsWith("MAP(")
                || duckDbType.startsWith("UNION(");
    }

    private static ColumnText postgres(String type) {
        if (type.startsWith("_")) {
            String element = type.substring(1);
            boolean bare = element.matches("int[248]|numeric|float[48]|bool|oid");
            return written(text -> PostgresArray.json(text, bare, postgresText(element)));
        }
        return switch (type) {
            case "bool" -> BOOLEAN;
            case "bytea" -> BYTES;
            default -> written(postgresText(type));
        };
    }

    private static UnaryOperator<String> postgresText(String type) {
        return switch (type) {
            case "bool" -> text -> text.startsWith("t") ? "true" : "false";
            case "float4" -> text -> NumberText.of(Float.parseFloat(text));
            case "float8" -> text -> NumberText.of(Double.parseDouble(text));
            case "timestamp", "timestamptz" -> TimeText::ofTimestamp;
            case "time", "timetz" -> TimeText::ofTime;
            case "bytea" -> text -> text.startsWith("\\x") ? "0x" + text.substring(2) : text;
            default -> UnaryOperator.identity();
        };
    }

    private static ColumnText mariaDb(String type, int jdbcType, int precision) {
        return switch (type) {
            // the driver of MySQL writes small ones with an exponent
            case "DECIMAL" -> written(text -> text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString());
            case "FLOAT" -> written(text -> NumberText.of((float) Double.parseDouble(text)));
            case "DOUBLE" -> written(text -> NumberText.of(Double.parseDouble(text)));
            case "DATETIME" -> written(TimeText::ofTimestamp);
            case "TIMESTAMP" -> written(text -> moment(TimeText.ofTimestamp(text)));
            case "TIME" -> written(TimeText::ofTime);
            case "BIT" -> (row, i) -> bits(row, i, precision);
            default -> isBinary(jdbcType) ? BYTES : AS_WRITTEN;
        };
    }

    /** The driver of MySQL calls {@code tinyint(1)} a bit, whose number it still knows. */
    private static @Nullable String bits(ResultSet row, int i, int precision) throws SQLException {
        String text = precision <= 1 ? row.getString(i) : null;
        if (text != null && WHOLE_NUMBER.matcher(text).matches()) {
            return text;
        }
        byte[] bytes = row.getBytes(i);
        return bytes == null ? null : BinaryText.bits(bytes, Math.max(1, precision));
    }

    /** The session of the reading is in UTC. */
    private static String moment(String text) {
        return text.indexOf('T') < 0 ? text : text + "Z";
    }

    private static ColumnText standard(int jdbcType, String type) {
        JDBCType known;
        try {
            known = JDBCType.valueOf(jdbcType);
        } catch (IllegalArgumentException e) {
            return AS_WRITTEN;
        }
        return switch (known) {
            case DECIMAL, NUMERIC -> DECIMAL;
            case FLOAT, DOUBLE -> DOUBLE;
            case REAL -> FLOAT;
            case BOOLEAN -> BOOLEAN;
            case BIT -> type.toUpperCase(Locale.ROOT).startsWith("BOOL") ? BOOLEAN : AS_WRITTEN;
            case DATE ->
                (row, i) -> {
                    LocalDate value = row.getObject(i, LocalDate.class);
                    return value == null ? null : TimeText.of(value);
                };
            case TIME ->
                (row, i) -> {
                    LocalTime value = row.getObject(i, LocalTime.class);
                    return value == null ? null : TimeText.of(value);
                };
            case TIMESTAMP ->
                (row, i) -> {
                    LocalDateTime value = row.getObject(i, LocalDateTime.class);
                    return value == null ? null : TimeText.of(value);
                };
            case TIMESTAMP_WITH_TIMEZONE ->
                (row, i) -> {
                    OffsetDateTime value = row.getObject(i, OffsetDateTime.class);
                    return value == null ? null : TimeText.of(value);
                };
            case TIME_WITH_TIMEZONE ->
                (row, i) -> {
                    OffsetTime value = row.getObject(i, OffsetTime.class);
                    return value == null ? null : TimeText.of(value);
                };
            case BINARY, VARBINARY, LONGVARBINARY -> BYTES;
            case BLOB -> ColumnTexts::blob;
            case CLOB, NCLOB -> ColumnTexts::clob;
            case ARRAY, STRUCT -> NESTED;
            default -> AS_WRITTEN;
        };
    }

    private static ColumnText written(UnaryOperator<String> text) {
        return (row, i) -> {
            String value = row.getString(i);
            return value == null ? null : text.apply(value);
        };
    }

    static boolean isBinary(int jdbcType) {
        return switch (jdbcType) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    private static @Nullable String blob(ResultSet row, int i) throws SQLException {
        Blob blob = row.getBlob(i);
        return blob == null ? null : BinaryText.of(blob.getBytes(1, Math.toIntExact(blob.length())));
    }

    private static @Nullable String clob(ResultSet row, int i) throws SQLException {
        Clob clob = row.getClob(i);
        return clob == null ? null : clob.getSubString(1, Math.toIntExact(clob.length()));
    }
}
