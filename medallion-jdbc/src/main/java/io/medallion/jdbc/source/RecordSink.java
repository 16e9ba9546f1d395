package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/**
 * Takes the data records of a {@link SourcePart}, in order. Every record comes once, by one of the two methods. Unchecked exceptions thrown here
 * end the reading and reach the caller as they are.
 */
public interface RecordSink {

    /**
     * A record with exactly one value per column.
     *
     * @param rowNumber 1 for the first data record; rejected records count too
     * @param line the line the record begins on, 1-based; the row number where the source has no lines
     * @param values one per column, null for missing, "" for empty; a fresh array the sink may keep
     */
    void record(long rowNumber, long line, @Nullable String[] values);

    /**
     * The same of values that came out of a decoder, which yields neither NUL characters nor halves of characters, and are encoded already.
     *
     * @param values one per column
     */
    default void record(long rowNumber, long line, Utf8Record values) {
        record(rowNumber, line, values.texts());
    }

    /**
     * A record that cannot be split into the columns, or holds what no database takes.
     *
     * @param reason why, as a phrase: "has 3 fields, expected 5"
     * @param rawText the record as in the file, at most {@link SourcePart#RAW_TEXT_LIMIT} characters; undecodable bytes as {@code \xE9}, NUL as
     *     {@code \x00}
     */
    void reject(long rowNumber, long line, String reason, String rawText);
}
