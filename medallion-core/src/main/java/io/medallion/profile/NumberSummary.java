package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the values of a column read as numbers.
 *
 * @param min the least
 * @param max the greatest
 * @param mean the arithmetic mean, or null when it was not computed
 * @param lowerQuartile a quarter of the values is at most this, approximately; null when it was not computed
 * @param median half of the values is at most this, approximately; null when it was not computed
 * @param upperQuartile three quarters of the values are at most this, approximately; null when it was not computed
 */
public record NumberSummary(
        @JsonProperty(required = true) BigDecimal min,
        @JsonProperty(required = true) BigDecimal max,
        @Nullable Double mean,
        @Nullable Double lowerQuartile,
        @Nullable Double median,
        @Nullable Double upperQuartile) {}
