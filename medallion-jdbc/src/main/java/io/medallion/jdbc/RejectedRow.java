package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
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
 * @param witness the row that kept the value this one repeats, or null for rules that look at one row
 * @param specVersion the version of the specs that refused it last; null for Bronze
 * @param firstSeen when a build refused the row for the first time; null for Bronze
 * @param lastSeen when a build refused it last; null for Bronze
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRow(
        @JsonProperty(required = true) String batchId,
        @JsonProperty(required = true) long rowNumber,
        @Nullable Long line,
        @JsonProperty(required = true) String rule,
        @Nullable String column,
        @Nullable String value,
        @Nullable Witness witness,
        @Nullable Integer specVersion,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class) @Nullable
                Instant firstSeen,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class) @Nullable
                Instant lastSeen) {

    /**
     * The address of another row.
     *
     * @param batchId the batch of the row
     * @param rowNumber its number in its source, from 1
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Witness(
            @JsonProperty(required = true) String batchId, @JsonProperty(required = true) long rowNumber) {}

    /** A record that could not become a Bronze row. */
    static RejectedRow ofBronze(String batchId, long rowNumber, long line, String reason, @Nullable String raw) {
        return new RejectedRow(batchId, rowNumber, line, reason, null, raw, null, null, null, null);
    }
}
