package io.medallion.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.Layer;
import java.util.Map;
import java.util.Objects;

/**
 * What a build has produced: the published version of one table.
 *
 * @param layer the layer
 * @param table the logical name
 * @param version the number of the published version, growing with every build
 * @param specFingerprint the fingerprint of the spec it was built by
 * @param builtFrom for each table of the layer below the version that was read
 * @param rows how many rows it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableState(
        @JsonProperty(required = true) Layer layer,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) long version,
        @JsonProperty(required = true) String specFingerprint,
        Map<String, Long> builtFrom,
        @JsonProperty(required = true) long rows) {

    public TableState {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(specFingerprint, "specFingerprint");
        builtFrom = builtFrom == null ? Map.of() : Map.copyOf(builtFrom);
    }
}
