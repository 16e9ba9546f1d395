package io.medallion.jdbc.load;

import io.medallion.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What makes rows without an order the same content: how many there are, and for each quarter of their row hashes the sum. Java and databases give the
 * same. It tells contents apart, it protects nothing.
 */
final class RowSums {

    static final int PARTS = 4;

    private static final int DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    private final long[] sums = new long[PARTS];
    private long rows;

    /** Adds a row by its hash. */
    void add(String rowHash) {
        rows++;
        for (int part = 0; part < PARTS; part++) {
            sums[part] += Long.parseLong(rowHash, part * DIGITS, (part + 1) * DIGITS, HEXADECIMAL);
        }
    }

    /** The content; of equal rows in columns of other names it is another one. */
    String content(List<String> columns) {
        return content(rows, Arrays.stream(sums).mapToObj(Long::toString).toList(), columns);
    }

    static String content(long rows, List<String> sums, List<String> columns) {
        ContentHash content = new ContentHash();
        content.add(new String[] {Long.toString(rows), String.join(" ", sums)});
        content.add(columns.toArray(String[]::new));
        return content.value();
    }

    /** The sums as expressions of a database, from an expression for the hash. */
    static String sql(Dialect dialect, String hash) {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> "substr(" + hash + ", " + (part * DIGITS + 1) + ", " + DIGITS + ")")
                .map(digits -> switch (dialect) {
                    case DUCKDB -> "cast('0x' || " + digits + " as bigint)";
                    case POSTGRES -> "cast(cast('x' || " + digits + " as bit(32)) as bigint)";
                    case MARIADB, MYSQL -> "cast(conv(" + digits + ", 16, 10) as unsigned)";
                })
                .map(number -> "coalesce(sum(" + number + "), 0)")
                .collect(Collectors.joining(", "));
    }
}
