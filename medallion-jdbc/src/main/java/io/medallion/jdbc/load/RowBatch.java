package io.medallion.jdbc.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records on their way from the reader to the database: enough to be worth handing over, few enough to be held several times. */
final class RowBatch {

    private static final int MOST_ROWS = 2_048;
    private static final int MOST_CHARS = 1 << 20;

    /** A Bronze row: its number, its values in the order of the table, the same in UTF-8, and its hash where the table has one. */
    record Row(long number, @Nullable String[] values, byte @Nullable [][] utf8, @Nullable String hash) {

        int chars() {
            // a NULL costs something too: wide tables of nothing must not pile up
            int chars = values.length;
            for (String value : values) {
                chars += value == null ? 0 : value.length();
            }
            return chars;
        }
    }

    /** A record that did not become one. */
    record Reject(long number, long line, String reason, String raw) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int chars;

    void add(Row row) {
        rows.add(row);
        chars += row.chars();
    }

    void add(Reject reject) {
        rejects.add(reject);
        chars += reject.raw().length();
    }

    List<Row> rows() {
        return rows;
    }

    List<Reject> rejects() {
        return rejects;
    }

    int chars() {
        return chars;
    }

    boolean isFull() {
        return rows.size() + rejects.size() >= MOST_ROWS || chars >= MOST_CHARS;
    }

    boolean isEmpty() {
        return rows.isEmpty() && rejects.isEmpty();
    }
}
