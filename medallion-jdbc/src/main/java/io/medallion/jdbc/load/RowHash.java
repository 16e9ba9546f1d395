package io.medallion.jdbc.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
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

    /** PostgreSQL takes at most 100 arguments, three for each column. */
    private static final int IN_ONE_CALL = 33;

    private final int[] order;
    private final MessageDigest digest = md5();

    /** For rows of these columns, in the order of their values. */
    RowHash(List<String> columns) {
        this.order = order(columns);
    }

    /** The hash of one row. */
    String of(@Nullable String[] values) {
        return of(Utf8.of(values));
    }

    /** The same of values in UTF-8. */
    String of(byte @Nullable [][] values) {
        for (int i : order) {
            byte[] value = values[i];
            if (value == null) {
                digest.update(MISSING);
            } else {
                update(value);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same as an expression of DuckDB and of PostgreSQL in UTF-8; {@code value} gives the text of each column. */
    static String sql(List<String> columns, UnaryOperator<String> value) {
        List<String> texts = IntStream.of(order(columns))
                .mapToObj(i -> value.apply(columns.get(i)))
                .map(text -> "coalesce(length(" + text + "), -1), ':', " + text)
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

    private void update(byte[] value) {
        int codePoints = 0;
        for (byte b : value) {
            // every byte but those that continue a character
            codePoints += (b & 0xC0) == 0x80 ? 0 : 1;
        }
        digest.update(Integer.toString(codePoints).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(value);
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
