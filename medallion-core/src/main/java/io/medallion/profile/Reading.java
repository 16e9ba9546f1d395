package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.spec.Parse;
import java.util.List;

/**
 * One way to read a column, and how much of it is read that way.
 *
 * @param parse how the values are read
 * @param nullWords the words of the column that mean missing in this reading
 * @param matched rows with a value that is read
 * @param missing rows without a value: NULL, blank or a null word
 * @param refused rows with a value that is not read
 * @param refusedValues different values that are not read, at most 1,000 counted
 * @param examples some of the values that are not read, most frequent first
 * @param proven whether the data leaves no other reading of this kind; false for {@code 04/05/2021}
 * @param remark what a person should know, in words; empty when there is nothing
 */
@JsonPropertyOrder(alphabetic = true)
public record Reading(
        @JsonProperty(required = true) Parse parse,
        List<String> nullWords,
        @JsonProperty(required = true) long matched,
        @JsonProperty(required = true) long missing,
        @JsonProperty(required = true) long refused,
        @JsonProperty(required = true) long refusedValues,
        List<ValueCount> examples,
        @JsonProperty(required = true) boolean proven,
        String remark) {

    public Reading {
        nullWords = nullWords == null ? List.of() : List.copyOf(nullWords);
        examples = examples == null ? List.of() : List.copyOf(examples);
        remark = remark == null ? "" : remark;
    }

    /** The share of the values that is read, 0 to 1; 0 when there are none. */
    public double rate() {
        return matched == 0 ? 0 : (double) matched / (matched + refused);
    }
}
