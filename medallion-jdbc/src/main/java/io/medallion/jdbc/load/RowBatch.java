package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Utf8Record;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records on their way from the reader to the database: enough to be worth handing over, few enough to be held several times. */
final class RowBatch {

    private static final int MOST_ROWS = 2_048;
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_BYTES_OF_CHARACTER = 3;

    /** A Bronze row: its number, its values in the order of the source, and the digits of its hash where the table has one. */
    record Row(long number, Utf8Record values, byte @Nullable [] hash) {

        int size() {
            // a NULL costs something too: wide tables of nothing must not pile up
            return values.count() + values.bytes().length;
        }
    }

    /** A record that did not become one. */
    record Reject(long number, long line, String reason, String raw) {

        int size() {
            return MOST_BYTES_OF_CHARACTER * raw.length();
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int size;

    void add(Row row) {
        rows.add(row);
        size += row.size();
    }

    void add(Reject reject) {
        rejects.add(reject);
        size += reject.size();
    }

    List<Row> rows() {
        return rows;
    }

    List<Reject> rejects() {
        return rejects;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return rows.size() + rejects.size() >= MOST_ROWS || size >= MOST_BYTES;
    }

    boolean isEmpty() {
        return rows.isEmpty() && rejects.isEmpty();
    }
}
