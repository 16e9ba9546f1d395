package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/** Numbers the rows of a source that has no lines, and rejects those that no database takes. */
final class NumberedRecords {

    private final RecordSink sink;
    private long number;

    NumberedRecords(RecordSink sink) {
        this.sink = sink;
    }

    /** The rows so far. */
    long count() {
        return number;
    }

    void next(@Nullable String[] values) {
        number++;
        if (holdsNul(values)) {
            sink.reject(number, number, Flaw.NUL.reason(), RawText.of(String.join(",", withoutNulls(values))));
        } else {
            sink.record(number, number, values);
        }
    }

    private static boolean holdsNul(@Nullable String[] values) {
        for (String value : values) {
            if (value != null && value.indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String[] withoutNulls(@Nullable String[] values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] == null ? "" : values[i];
        }
        return texts;
    }
}
