package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.Layer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param schema the schema of the pipeline's tables; empty when every layer has a schema of its own
 * @param pipeline the name of the pipeline
 * @param layer the layer, or null when the work spans them
 * @param table the logical name of the table, or null when the work spans several
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Where(
        @JsonProperty(required = true) String schema,
        @JsonProperty(required = true) String pipeline,
        @Nullable Layer layer,
        @Nullable String table) {

    @Override
    public String toString() {
        String what = layer == null ? "" : " " + layer.name().toLowerCase(Locale.ROOT);
        return (schema.isEmpty() ? "" : schema + ": ") + pipeline + what + (table == null ? "" : "." + table);
    }
}
