package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.medallion.spec.Json;
import io.medallion.spec.PipelineSpec;
import java.time.Instant;

/**
 * The specs of a pipeline as they were after one change. Immutable, thread-safe.
 *
 * @param version its number, from 1, without gaps
 * @param createdAt when it came into force
 * @param spec all specs and the model as of then
 */
@JsonPropertyOrder(alphabetic = true)
public record SpecVersion(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true)
                @JsonSerialize(using = ToStringSerializer.class)
                @JsonDeserialize(using = InstantText.class)
                Instant createdAt,
        @JsonProperty(required = true) PipelineSpec spec) {

    /** Reads a version. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static SpecVersion fromJson(String json) {
        return Json.read(json, SpecVersion.class);
    }

    /** This version as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }
}
