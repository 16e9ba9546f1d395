package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Advice on how to run Gold, beside the tables themselves. Nothing is done with it automatically.
 *
 * @param table the Gold or Silver table it is about
 * @param topic what it is about
 * @param advice what to do
 * @param confidence 0 to 1
 * @param reason why
 */
public record GoldAdvice(
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) Topic topic,
        @JsonProperty(required = true) String advice,
        @JsonProperty(required = true) double confidence,
        @JsonProperty(required = true) String reason) {

    /** What advice is about. */
    public enum Topic {
        INCREMENTAL_LOAD,
        PARTITIONING,
        INDEX,
        MATERIALIZATION,
        REFRESH
    }
}
