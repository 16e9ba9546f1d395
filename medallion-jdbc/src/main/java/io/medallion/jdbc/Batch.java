package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.medallion.jdbc.load.LoadedBatch;
import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.SchemaChangeRow;
import io.medallion.spec.BatchMode;
import io.medallion.spec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file (or one run of a row producer) in Bronze. Immutable, thread-safe.
 *
 * @param id what its rows carry as {@code _batch_id}
 * @param pipeline the pipeline
 * @param table the logical name of the Bronze table
 * @param sequence its place among the batches of the table, from 1
 * @param mode what it meant for the batches before it
 * @param sourceFile the name of the file, or of the source
 * @param rows its rows in Bronze
 * @param rejects records that could not be read
 * @param schemaVersion the version of the columns it was loaded with
 * @param loadedAt when it was loaded
 * @param inForce whether Silver reads it
 * @param added false when the same content was already there and nothing was loaded
 * @param latency from the event to the load, or null where the table names no event time or no row has one
 * @param format how the file is written and where that is known from, in sentences; empty for what is not CSV, and for batches
 *     read from the log
 * @param columnChanges what it changed about the columns, in words
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Batch(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String pipeline,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) long sequence,
        @JsonProperty(required = true) BatchMode mode,
        @JsonProperty(required = true) String sourceFile,
        @JsonProperty(required = true) long rows,
        @JsonProperty(required = true) long rejects,
        @JsonProperty(required = true) int schemaVersion,
        @JsonProperty(required = true)
                @JsonSerialize(using = ToStringSerializer.class)
                @JsonDeserialize(using = InstantText.class)
                Instant loadedAt,
        @JsonProperty(required = true) boolean inForce,
        @JsonProperty(required = true) boolean added,
        @Nullable Latency latency,
        @JsonProperty(required = true) String format,
        @JsonProperty(required = true) List<String> columnChanges) {

    /**
     * From the event time of rows to their load, in seconds.
     *
     * @param rows how many rows have an event time that can be read
     * @param least of the newest event
     * @param greatest of the oldest event
     * @param mean over these rows
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Latency(
            @JsonProperty(required = true) long rows,
            @JsonProperty(required = true) double least,
            @JsonProperty(required = true) double greatest,
            @JsonProperty(required = true) double mean) {}

    public Batch {
        columnChanges = List.copyOf(columnChanges);
    }

    static Batch of(LoadedBatch loaded) {
        return of(
                loaded.batch(),
                loaded.added(),
                loaded.format().map(CsvFormat::explain).orElse(""),
                loaded.changes());
    }

    static Batch of(BatchRow row) {
        return of(row, true, "", List.of());
    }

    private static Batch of(BatchRow row, boolean added, String format, List<SchemaChangeRow> changes) {
        io.medallion.jdbc.store.Latency latency = row.latency();
        return new Batch(
                row.batchId(),
                row.pipeline(),
                row.table(),
                row.sequence(),
                row.mode(),
                row.sourceFile(),
                row.rows(),
                row.rejects(),
                row.schemaVersion(),
                row.loadedAt(),
                row.inForce(),
                added,
                latency == null
                        ? null
                        : new Latency(latency.rows(), latency.least(), latency.greatest(), latency.mean()),
                format,
                changes.stream()
                        .map(c -> "column '" + c.column() + "' "
                                + c.change().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Reads a batch. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static Batch fromJson(String json) {
        return Json.read(json, Batch.class);
    }

    /** The batch in words. */
    public String explain() {
        return added
                ? String.format(
                        Locale.ROOT,
                        "bronze.%s: %,d rows from %s%s%s\n",
                        table,
                        rows,
                        sourceFile,
                        rejects == 0 ? "" : String.format(Locale.ROOT, ", %,d records rejected", rejects),
                        columnChanges.isEmpty() || sequence == 1 ? "" : "; " + String.join(", ", columnChanges))
                : String.format(
                        Locale.ROOT,
                        "bronze.%s: %s is already there as batch %d, nothing added\n",
                        table,
                        sourceFile,
                        sequence);
    }

    /** This batch as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }
}
