package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.medallion.Layer;
import io.medallion.spec.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline has, and how current it is. Immutable, thread-safe.
 *
 * @param pipeline the pipeline
 * @param tables every table, by layer, then by name
 */
@JsonPropertyOrder(alphabetic = true)
public record PipelineStatus(
        @JsonProperty(required = true) String pipeline, @JsonProperty(required = true) List<Table> tables) {

    /** How current a table or layer is. A layer is as current as the worst of its tables, in this order. */
    public enum State {
        /** It shows what the layers below it hold, by the spec in force. */
        FRESH,
        /** What it was built from, or its spec, has changed since. */
        STALE,
        /** It was never built. */
        MISSING,
        /** It is being built; readers see the version before. */
        BUILDING,
        /** Its last build failed; readers see the version before. */
        FAILED
    }

    /**
     * One table.
     *
     * @param layer its layer
     * @param table its logical name
     * @param state how current it is
     * @param why the reason for the state, in words; empty for a fresh one
     * @param version the version readers see, 0 for none
     * @param rows the rows readers see
     * @param publishedAt when that version was published, or null
     */
    @JsonPropertyOrder(alphabetic = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Table(
            @JsonProperty(required = true) Layer layer,
            @JsonProperty(required = true) String table,
            @JsonProperty(required = true) State state,
            @JsonProperty(required = true) String why,
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long rows,
            @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class) @Nullable
                    Instant publishedAt) {}

    public PipelineStatus {
        tables = List.copyOf(tables);
    }

    /** Reads a status. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static PipelineStatus fromJson(String json) {
        return Json.read(json, PipelineStatus.class);
    }

    /** The state of a layer: that of its worst table, {@link State#MISSING} without tables. */
    public State of(Layer layer) {
        return tables.stream()
                .filter(t -> t.layer() == layer)
                .map(Table::state)
                .max(State::compareTo)
                .orElse(State.MISSING);
    }

    /** The table of this layer and name, if the pipeline has it. */
    public Optional<Table> table(Layer layer, String name) {
        return tables.stream()
                .filter(t -> t.layer() == layer && t.table().equals(name))
                .findFirst();
    }

    /** The tables as an aligned table. */
    public String explain() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Table t : tables) {
            rows.add(Arrays.asList(
                    t.layer().name().toLowerCase(Locale.ROOT) + "." + t.table(),
                    t.state().name().toLowerCase(Locale.ROOT),
                    t.rows(),
                    t.version(),
                    t.why()));
        }
        return "Pipeline '" + pipeline + "'\n"
                + AlignedText.of(List.of("table", "state", "rows", "version", "why"), rows);
    }

    /** This status as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public String toString() {
        return explain();
    }
}
