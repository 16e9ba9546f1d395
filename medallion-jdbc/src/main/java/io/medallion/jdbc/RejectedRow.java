package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One reason why one row was refused; a row refused for several reasons stands here several times. Values are shown as they
 * are, personal ones too.
 *
 * @param batchId the batch of the row
 * @param rowNumber its number in its source, from 1
 * @param line the line of the file it begins on, for Bronze; null for Silver
 * @param rule the rule it broke: {@code "ordered_on: not a date"}; for Bronze why it could not be read
 * @param column the Silver column the rule is about, or null
 * @param value the value as it stands in Bronze, or null when it is missing; for Bronze the whole record
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRow(
        @JsonProperty(required = true) String batchId,
        @JsonProperty(required = true) long rowNumber,
        @Nullable Long line,
        @JsonProperty(required = true) String rule,
        @Nullable String column,
        @Nullable String value) {}
