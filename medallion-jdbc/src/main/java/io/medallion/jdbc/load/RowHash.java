package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Utf8Record;
import io.medallion.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical hash of a row, the same in Java and in every database: over the columns in the order of their names (by code points), for each the
 * number of code points of the value, or -1 where it is missing, then {@code :} and the value; of that the MD5 of the UTF-8 in lower-case
 * hexadecimal digits.
 *
 * <pre>
 * b = 'x', a = NULL, c = 'é'   ->   md5('-1:1:x1:é')
 * </pre>
 *
 * It tells rows apart, it protects nothing. Not thread-safe.
 */
final class RowHash {

    private static final Comparator<String> BY_CODE_POINTS =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    private static final byte[] MISSING = {'-', '1', ':'};
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** PostgreSQL takes at most 100 arguments, three for each column. */
    private static final int IN_ONE_CALL = 33;

    private final int[] positions;
    private final MessageDigest digest = md5();
    private final Bytes input = new Bytes();

    /** For rows of these columns, in the order of their values. */
    RowHash(List<String> columns) {
        this(columns, IntStream.range(0, columns.size()).toArray());
    }

    /** For rows of a source, where the value of each column is at its position; that of -1 is missing. */
    RowHash(List<String> columns, int[] positions) {
        this.positions =
                IntStream.of(order(columns)).map(column -> positions[column]).toArray();
    }

    /** The hash of one row. */
    String of(@Nullable String[] values) {
        return new String(of(Utf8Record.of(values)), StandardCharsets.US_ASCII);
    }

    /** The digits of the hash of one row. */
    byte[] of(Utf8Record values) {
        input.clear();
        for (int position : positions) {
            if (position < 0 || values.isMissing(position)) {
                input.add(MISSING);
            } else {
                input.addDigits(values.codePoints(position));
                input.add(':');
                input.add(values.bytes(), values.from(position), values.to(position));
            }
        }
        digest.update(input.array(), 0, input.length());
        return hexadecimal(digest.digest());
    }

    private static byte[] hexadecimal(byte[] bytes) {
        byte[] digits = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = DIGITS[bytes[i] >> 4 & 0xF];
            digits[2 * i + 1] = DIGITS[bytes[i] & 0xF];
        }
        return digits;
    }

    /** The same as an expression, where texts are in UTF-8; {@code value} gives the text of each column. */
    static String sql(Dialect dialect, List<String> columns, UnaryOperator<String> value) {
        List<String> texts = IntStream.of(order(columns))
                .mapToObj(i -> counted(dialect, value.apply(columns.get(i))))
                .toList();
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += IN_ONE_CALL) {
            List<String> group = texts.subList(from, Math.min(texts.size(), from + IN_ONE_CALL));
            groups.add(String.join(", ", group));
        }
        return groups.size() == 1
                ? "md5(concat(" + groups.get(0) + "))"
                : groups.stream().collect(Collectors.joining("), concat(", "md5(concat(concat(", ")))"));
    }

    private static String counted(Dialect dialect, String text) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> "coalesce(length(" + text + "), -1), ':', " + text;
            // whether concat makes NULL of NULL is a setting
            case MARIADB, MYSQL ->
                "case when " + text + " is null then '-1:' else concat(char_length(" + text + "), ':', " + text
                        + ") end";
        };
    }

    private static int[] order(List<String> columns) {
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(columns::get, BY_CODE_POINTS))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
