package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A form that values have: digits written as {@code 9}, runs of letters as {@code a}, everything else as it is, after
 * surrounding white space was removed. {@code "2024-01-31"} has the shape {@code 9999-99-99}.
 *
 * <p>Values of one shape without letters have equal length and equal positions of their digits, so that the order of their
 * texts is the order of the numbers in them: least and greatest bound them all.
 *
 * @param shape the form; long texts and those beyond the shapes counted fall into {@link #OTHER}
 * @param rows how many rows
 * @param distinct how many different values
 * @param least the first value in code point order
 * @param greatest the last value in code point order
 */
public record ValueShape(
        @JsonProperty(required = true) String shape,
        @JsonProperty(required = true) long rows,
        @JsonProperty(required = true) long distinct,
        @JsonProperty(required = true) String least,
        @JsonProperty(required = true) String greatest) {

    /** The shape of long texts, and of all values whose shape is too rare to be listed. */
    public static final String OTHER = "...";

    /** Whether this gathers values of any form. */
    @JsonIgnore
    public boolean isOther() {
        return shape.equals(OTHER);
    }
}
