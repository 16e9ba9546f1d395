package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.Layer;
import io.medallion.spec.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run through all layers did. Immutable, thread-safe.
 *
 * @param pipeline the pipeline
 * @param batches what was loaded, in order; empty without sources
 * @param builds what was built, in order
 * @param skipped what was left as it was, and why
 */
@JsonPropertyOrder(alphabetic = true)
public record Refresh(
        @JsonProperty(required = true) String pipeline,
        @JsonProperty(required = true) List<Batch> batches,
        @JsonProperty(required = true) List<Build> builds,
        @JsonProperty(required = true) List<Skipped> skipped) {

    /**
     * A table that was not built.
     *
     * @param layer its layer
     * @param table its logical name
     * @param why why it was not needed
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Skipped(
            @JsonProperty(required = true) Layer layer,
            @JsonProperty(required = true) String table,
            @JsonProperty(required = true) String why) {}

    public Refresh {
        batches = List.copyOf(batches);
        builds = List.copyOf(builds);
        skipped = List.copyOf(skipped);
    }

    /** Reads a refresh. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static Refresh fromJson(String json) {
        return Json.read(json, Refresh.class);
    }

    /** What was loaded, built and left, in words. */
    public String explain() {
        String loaded = batches.stream().map(Batch::explain).collect(Collectors.joining());
        String built = builds.stream().map(Build::explain).collect(Collectors.joining());
        String left = skipped.stream()
                .map(s -> s.layer().name().toLowerCase(Locale.ROOT) + "." + s.table() + " left as it is: " + s.why()
                        + "\n")
                .collect(Collectors.joining());
        String all = loaded + built + left;
        return all.isEmpty() ? "Nothing to do in pipeline '" + pipeline + "'.\n" : all;
    }

    /** This refresh as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public String toString() {
        return explain();
    }
}
