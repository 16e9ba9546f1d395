package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.Layer;

/**
 * One difference between two pipeline specs.
 *
 * @param layer the layer of the table
 * @param table the table
 * @param kind how far it reaches
 * @param what the difference in words
 * @param rebuilds whether the table has to be built again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        @JsonProperty(required = true) Layer layer,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) Changes.Kind kind,
        @JsonProperty(required = true) String what,
        @JsonProperty(required = true) boolean rebuilds) {}
