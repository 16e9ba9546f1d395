package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.Expression;

/**
 * A column computed from the measures and groupings of an aggregate after grouping: a ratio of sums, a difference.
 *
 * @param name the name of the column
 * @param expression over the names of groupings and measures
 */
public record DerivedColumn(
        @JsonProperty(required = true) String name, @JsonProperty(required = true) Expression expression) {}
