package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How many rows of a column are what.
 *
 * @param rows rows looked at
 * @param nulls rows without a value
 * @param blanks rows whose value is empty or white space
 * @param distinct different values, NULL not counted
 * @param shortest code points of the shortest value, 0 when there is none
 * @param longest code points of the longest value, 0 when there is none
 */
@JsonPropertyOrder(alphabetic = true)
public record ColumnCounts(
        @JsonProperty(required = true) long rows,
        @JsonProperty(required = true) long nulls,
        @JsonProperty(required = true) long blanks,
        @JsonProperty(required = true) long distinct,
        @JsonProperty(required = true) int shortest,
        @JsonProperty(required = true) int longest) {

    /** Rows with something in them: neither NULL nor blank. */
    public long filled() {
        return rows - nulls - blanks;
    }

    /** Whether every row has a value and no two the same. */
    public boolean unique() {
        return rows > 0 && nulls == 0 && blanks == 0 && distinct == rows;
    }
}
