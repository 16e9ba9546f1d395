package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column beyond its values. Not part of the fingerprint: changing it rebuilds nothing.
 *
 * @param semanticType such as {@code EMAIL}, {@code COUNTRY}, {@code POSTAL_CODE}, or null
 * @param role what the column is for, or null when not known
 * @param personal whether it holds personal data; its values are masked in messages and logs
 * @param unit such as {@code kg}, {@code EUR}, {@code percent}, or null
 * @param description in words, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Annotations(
        @Nullable String semanticType,
        @Nullable Role role,
        boolean personal,
        @Nullable String unit,
        @Nullable String description) {

    /** Nothing is known. */
    public static final Annotations NONE = new Annotations(null, null, false, null, null);

    @JsonCreator
    static Annotations of(
            @JsonProperty("semanticType") @Nullable String semanticType,
            @JsonProperty("role") @Nullable Role role,
            @JsonProperty("personal") @Nullable Boolean personal,
            @JsonProperty("unit") @Nullable String unit,
            @JsonProperty("description") @Nullable String description) {
        return new Annotations(semanticType, role, personal != null && personal, unit, description);
    }
}
