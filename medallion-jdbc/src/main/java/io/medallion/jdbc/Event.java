package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.medallion.spec.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened while a pipeline worked. Values of personal columns never stand in one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
public sealed interface Event {

    /** What it is about. */
    Where where();

    /** When it happened. */
    Instant at();

    /** This event as JSON on one line. */
    default String toJson() {
        return Json.write(this);
    }

    /** Reads an event. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    static Event fromJson(String json) {
        return Json.read(json, Event.class);
    }

    /**
     * A load, build, refresh or query began.
     *
     * @param what the work in words: {@code "load orders.csv"}
     */
    @JsonPropertyOrder(alphabetic = true)
    record Started(
            @JsonProperty(required = true) Where where,
            @JsonProperty(required = true)
                    @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = InstantText.class)
                    Instant at,
            @JsonProperty(required = true) String what)
            implements Event {}

    /**
     * The work got further.
     *
     * @param what the step in words: {@code "stage"}, {@code "rows read"}
     * @param done how much of it is done: statements, or rows
     * @param total how much there is, or null where nobody knows
     */
    @JsonPropertyOrder(alphabetic = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            @JsonProperty(required = true) Where where,
            @JsonProperty(required = true)
                    @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = InstantText.class)
                    Instant at,
            @JsonProperty(required = true) String what,
            @JsonProperty(required = true) long done,
            @Nullable Long total)
            implements Event {}

    /**
     * The work is done.
     *
     * @param what the result in words: {@code "1,000 rows in = 990 out + 8 rejected + 2 duplicates"}
     */
    @JsonPropertyOrder(alphabetic = true)
    record Finished(
            @JsonProperty(required = true) Where where,
            @JsonProperty(required = true)
                    @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = InstantText.class)
                    Instant at,
            @JsonProperty(required = true) String what)
            implements Event {}

    /**
     * The work failed; what readers see is as before.
     *
     * @param error why, without values of personal columns
     */
    @JsonPropertyOrder(alphabetic = true)
    record Failed(
            @JsonProperty(required = true) Where where,
            @JsonProperty(required = true)
                    @JsonSerialize(using = ToStringSerializer.class)
                    @JsonDeserialize(using = InstantText.class)
                    Instant at,
            @JsonProperty(required = true) String error)
            implements Event {}
}
