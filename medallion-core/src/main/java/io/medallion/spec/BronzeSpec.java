package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Bronze table: the columns of its source, all text, and what a further batch means. Immutable, thread-safe.
 */
@JsonPropertyOrder(alphabetic = true)
public final class BronzeSpec implements LayerSpec {

    private final String table;
    private final List<String> columns;
    private final Map<String, String> originals;
    private final @Nullable String source;
    private final BatchMode batches;
    private final DriftPolicy drift;
    private final @Nullable String eventTime;
    private final boolean rowHash;

    @JsonCreator
    private BronzeSpec(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty(value = "columns", required = true) List<String> columns,
            @JsonProperty("originals") @Nullable Map<String, String> originals,
            @JsonProperty("source") @Nullable String source,
            @JsonProperty("batches") @Nullable BatchMode batches,
            @JsonProperty("drift") @Nullable DriftPolicy drift,
            @JsonProperty("eventTime") @Nullable String eventTime,
            @JsonProperty("rowHash") @Nullable Boolean rowHash) {
        SpecChecks checks = new SpecChecks("Bronze spec '" + table + "'");
        checks.format(format);
        this.table = checks.name("table", table);
        this.columns = checks.names("columns", columns);
        this.originals = originals == null ? Map.of() : Map.copyOf(originals);
        this.source = source;
        this.batches = batches == null ? BatchMode.REPLACE_SAME_FILE : batches;
        this.drift = drift == null ? DriftPolicy.EVOLVE : drift;
        this.eventTime = eventTime;
        this.rowHash = rowHash == null || rowHash;
        if (eventTime != null) {
            checks.known("event time", eventTime, this.columns);
        }
        this.originals.keySet().forEach(name -> checks.known("original name", name, this.columns));
        checks.done();
    }

    /** A Bronze table with these source columns; files replace themselves, new columns are added, rows are hashed. */
    public static BronzeSpec of(String table, String... columns) {
        return of(table, List.of(columns));
    }

    /** A Bronze table with these source columns; files replace themselves, new columns are added, rows are hashed. */
    public static BronzeSpec of(String table, List<String> columns) {
        return new BronzeSpec(FORMAT, table, columns, null, null, null, null, null, null);
    }

    /** The same table with further columns at the end, as after drift. */
    public BronzeSpec withColumns(List<String> columns) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    /** The same table, remembering the headers of columns that had to be renamed: column name to header. */
    public BronzeSpec withOriginals(Map<String, String> originals) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    /** The same table with a description of the source it is loaded from. */
    public BronzeSpec from(String source) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    /** The same table with another meaning of further batches. */
    public BronzeSpec withBatches(BatchMode batches) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    /** The same table with another policy for changed columns. */
    public BronzeSpec withDrift(DriftPolicy drift) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    /** The same table with the column that says when each row happened; ingestion latency is measured against it. */
    public BronzeSpec withEventTime(@Nullable String column) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, column, rowHash);
    }

    /** The same table with or without {@code _row_hash}. */
    public BronzeSpec withRowHash(boolean rowHash) {
        return new BronzeSpec(FORMAT, table, columns, originals, source, batches, drift, eventTime, rowHash);
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    @Override
    public Layer layer() {
        return Layer.BRONZE;
    }

    @Override
    @JsonProperty
    public String table() {
        return table;
    }

    /** The source columns in order, without the metadata columns. */
    @JsonProperty
    public List<String> columns() {
        return columns;
    }

    /** Column name to header, for the columns whose header could not be used as it was. */
    @JsonProperty
    public Map<String, String> originals() {
        return new TreeMap<>(originals);
    }

    /** What the table is loaded from, in words; an annotation. */
    @JsonProperty
    public @Nullable String source() {
        return source;
    }

    /** What a further batch means. Default {@link BatchMode#REPLACE_SAME_FILE}. */
    @JsonProperty
    public BatchMode batches() {
        return batches;
    }

    /** What changed columns mean. Default {@link DriftPolicy#EVOLVE}. */
    @JsonProperty
    public DriftPolicy drift() {
        return drift;
    }

    /** The column that says when a row happened, or null. */
    @JsonProperty
    public @Nullable String eventTime() {
        return eventTime;
    }

    /** Whether each row carries {@code _row_hash}. Default true. */
    @JsonProperty
    public boolean rowHash() {
        return rowHash;
    }

    @Override
    public String fingerprint() {
        return Json.fingerprint(new BronzeSpec(FORMAT, table, columns, null, null, batches, drift, eventTime, rowHash));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BronzeSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    private List<Object> parts() {
        return List.of(
                table, columns, originals, String.valueOf(source), batches, drift, String.valueOf(eventTime), rowHash);
    }
}
