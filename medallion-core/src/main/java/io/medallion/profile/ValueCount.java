package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A value and how many rows hold it.
 *
 * @param value exactly as it stands in the table
 * @param rows at least 1
 */
public record ValueCount(@JsonProperty(required = true) String value, @JsonProperty(required = true) long rows) {}
