package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a suggestion would do to the data, measured by the library.
 *
 * @param effect what happens to the rows
 * @param rows how many
 * @param of out of how many
 * @param exact whether every row was looked at; otherwise a sample of {@code of} rows
 * @param throughBatch the sequence number of the last batch that was measured, 0 when it is not known
 */
public record Evidence(
        @JsonProperty(required = true) Effect effect,
        @JsonProperty(required = true) long rows,
        @JsonProperty(required = true) long of,
        @JsonProperty(required = true) boolean exact,
        @JsonProperty(required = true) long throughBatch) {

    /** What happens to rows. */
    public enum Effect {
        /** The value is read. */
        READ,
        /** The value is missing in Silver: NULL, blank or a null word in Bronze. */
        MISSING,
        /** The value cannot be read and is NULL in Silver, with a warning. */
        NULLED,
        /** The row is rejected. */
        REJECTED,
        /** The row is kept and counted as a warning. */
        WARNED,
        /** A missing value is filled. */
        FILLED,
        /** The text is replaced by another spelling. */
        REPLACED,
        /** The row is left out as a duplicate of another. */
        DUPLICATE,
        /** The row finds the row of another table it refers to. */
        FOUND,
        /** The row refers to a row that is not there. */
        ORPHAN
    }

    /** In words: {@code 3 of 120 rows rejected}. */
    public String describe() {
        String what =
                switch (effect) {
                    case READ -> "read";
                    case MISSING -> "without a value";
                    case NULLED -> "changed to null";
                    case REJECTED -> "rejected";
                    case WARNED -> "warned about";
                    case FILLED -> "filled";
                    case REPLACED -> "with another spelling";
                    case DUPLICATE -> "left out as duplicates";
                    case FOUND -> "with a partner";
                    case ORPHAN -> "without a partner";
                };
        return rows + " of " + of + (exact ? " rows " : " sampled rows ") + what;
    }
}
