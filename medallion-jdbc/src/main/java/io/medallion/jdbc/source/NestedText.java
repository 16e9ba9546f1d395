package io.medallion.jdbc.source;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/**
 * The text of arrays, lists, structs and maps: JSON without blanks. Numbers and booleans are written as such, NaN, infinities and everything else as
 * texts, keys as texts; a struct without names is an array.
 */
final class NestedText {

    /** Types within a nested DuckDB type whose values its driver changes or cannot hand over; names of fields are followed by a blank. */
    private static final Pattern AS_TEXT = Pattern.compile("\"(?:[^\"]|\"\")*\""
            + "|\\b(?:TIMESTAMP(?:_NS|_MS|_S)?|DATE|TIME(?:_NS)?|INTERVAL|BLOB|BIT)(?: WITH TIME ZONE)?(?=[,)\\[]|$)");

    private NestedText() {}

    /** A type like this nested one that holds texts where DuckDB's driver would change the values. */
    static String readableType(String duckDbType) {
        return AS_TEXT.matcher(duckDbType)
                .replaceAll(
                        found -> found.group().startsWith("\"") ? Matcher.quoteReplacement(found.group()) : "VARCHAR");
    }

    static String of(Object value) throws SQLException {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    static void text(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }

    private static void write(StringBuilder json, @Nullable Object value) throws SQLException {
        if (value == null) {
            json.append("null");
        } else if (value instanceof Array array) {
            list(json, (Object[]) array.getArray());
        } else if (value instanceof Object[] elements) {
            list(json, elements);
        } else if (value instanceof Struct struct) {
            struct(json, struct);
        } else if (value instanceof Map<?, ?> map) {
            map(json, map);
        } else {
            scalar(json, value);
        }
    }

    private static void list(StringBuilder json, @Nullable Object[] elements) throws SQLException {
        json.append('[');
        for (int i = 0; i < elements.length; i++) {
            json.append(i == 0 ? "" : ",");
            write(json, elements[i]);
        }
        json.append(']');
    }

    /** DuckDB hands out the fields of a struct by name. */
    private static void struct(StringBuilder json, Struct struct) throws SQLException {
        @Nullable Object[] values = struct.getAttributes();
        Map<?, ?> named = isDuckDb(struct) ? DuckDb.fields(struct) : Map.of();
        if (named.size() == values.length) {
            map(json, named);
        } else {
            list(json, values);
        }
    }

    private static boolean isDuckDb(Struct struct) {
        return struct.getClass().getName().startsWith("org.duckdb.");
    }

    /** Apart, because its driver need not be there. */
    private static final class DuckDb {

        static Map<?, ?> fields(Struct struct) throws SQLException {
            return ((DuckDBStruct) struct).getMap();
        }
    }

    private static void map(StringBuilder json, Map<?, ?> map) throws SQLException {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator);
            key(json, entry.getKey());
            json.append(':');
            write(json, entry.getValue());
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private static void key(StringBuilder json, Object key) throws SQLException {
        StringBuilder written = new StringBuilder();
        write(written, key);
        if (written.charAt(0) == '"') {
            json.append(written);
        } else {
            text(json, written.toString());
        }
    }

    private static void scalar(StringBuilder json, Object value) throws SQLException {
        if (value instanceof Double number) {
            real(json, NumberText.of(number.doubleValue()));
        } else if (value instanceof Float number) {
            real(json, NumberText.of(number.floatValue()));
        } else if (value instanceof BigDecimal number) {
            json.append(NumberText.of(number));
        } else if (value instanceof Boolean || value instanceof Number || value instanceof BigInteger) {
            json.append(value);
        } else if (value instanceof Blob blob) {
            text(json, BinaryText.of(blob.getBytes(1, Math.toIntExact(blob.length()))));
        } else if (value instanceof byte[] bytes) {
            text(json, BinaryText.of(bytes));
        } else {
            text(json, value.toString());
        }
    }

    private static void real(StringBuilder json, String number) {
        if (Character.isDigit(number.charAt(number.length() - 1))) {
            json.append(number);
        } else {
            text(json, number);
        }
    }
}
