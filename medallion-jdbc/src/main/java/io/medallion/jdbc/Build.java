package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.medallion.Layer;
import io.medallion.spec.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One execution for one table, as it stands in the build log. Immutable, thread-safe. */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Build {

    /** How a build ended. */
    public enum Status {
        /** It runs, or was killed before it could say how it ended. */
        RUNNING,
        /** Readers see what it built. */
        PUBLISHED,
        /** It changed nothing that readers see. */
        FAILED
    }

    /**
     * How many rows one rule was broken by.
     *
     * @param rule the rule as it stands in the rejects table: {@code "ordered_on: not a date"}
     * @param action what happened to the rows: {@code reject} or {@code warn}
     * @param rows how many rows broke it; a row may break several
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Reason(
            @JsonProperty(required = true) String rule,
            @JsonProperty(required = true) String action,
            @JsonProperty(required = true) long rows) {}

    private final String id;
    private final String pipeline;
    private final Layer layer;
    private final String table;
    private final long version;
    private final String specFingerprint;
    private final Status status;
    private final Instant startedAt;
    private final @Nullable Instant finishedAt;
    private final Rows rows;
    private final List<Reason> reasons;
    private final String sql;
    private final @Nullable String error;

    /**
     * Where the rows went.
     *
     * @param read the rows read: for Silver the Bronze rows in force, for Gold the rows of the Silver table it aggregates
     * @param written the rows readers see
     * @param rejected the rows refused
     * @param duplicates the rows left out because another one stands for them
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Rows(
            @JsonProperty(required = true) long read,
            @JsonProperty(required = true) long written,
            @JsonProperty(required = true) long rejected,
            @JsonProperty(required = true) long duplicates) {

        static final Rows NONE = new Rows(0, 0, 0, 0);
    }

    @JsonCreator
    Build(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "pipeline", required = true) String pipeline,
            @JsonProperty(value = "layer", required = true) Layer layer,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty(value = "version", required = true) long version,
            @JsonProperty(value = "specFingerprint", required = true) String specFingerprint,
            @JsonProperty(value = "status", required = true) Status status,
            @JsonProperty(value = "startedAt", required = true) @JsonDeserialize(using = InstantText.class)
                    Instant startedAt,
            @JsonProperty("finishedAt") @JsonDeserialize(using = InstantText.class) @Nullable Instant finishedAt,
            @JsonProperty(value = "rows", required = true) Rows rows,
            @JsonProperty("reasons") @Nullable List<Reason> reasons,
            @JsonProperty("sql") @Nullable String sql,
            @JsonProperty("error") @Nullable String error) {
        this.id = id;
        this.pipeline = pipeline;
        this.layer = layer;
        this.table = table;
        this.version = version;
        this.specFingerprint = specFingerprint;
        this.status = status;
        this.startedAt = startedAt;
        this.finishedAt = finishedAt;
        this.rows = rows;
        this.reasons = reasons == null ? List.of() : List.copyOf(reasons);
        this.sql = sql == null ? "" : sql;
        this.error = error;
    }

    /** Reads a build. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static Build fromJson(String json) {
        return Json.read(json, Build.class);
    }

    /** What names this build in the log. */
    @JsonProperty
    public String id() {
        return id;
    }

    /** The pipeline. */
    @JsonProperty
    public String pipeline() {
        return pipeline;
    }

    /** The layer. */
    @JsonProperty
    public Layer layer() {
        return layer;
    }

    /** The logical name of the table. */
    @JsonProperty
    public String table() {
        return table;
    }

    /** The version of the table that readers see after this build: 1 for the first one published, 0 when there is none. */
    @JsonProperty
    public long version() {
        return version;
    }

    /** The fingerprint of the spec that was built. */
    @JsonProperty
    public String specFingerprint() {
        return specFingerprint;
    }

    /** How it ended. */
    @JsonProperty
    public Status status() {
        return status;
    }

    /** When it began. */
    @JsonProperty
    @JsonSerialize(using = ToStringSerializer.class)
    public Instant startedAt() {
        return startedAt;
    }

    /** When it ended; empty while it runs. */
    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    @JsonProperty("finishedAt")
    @JsonSerialize(using = ToStringSerializer.class)
    @Nullable
    Instant finishedAtOrNull() {
        return finishedAt;
    }

    /** How long it took; zero while it runs. */
    public Duration duration() {
        return finishedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt);
    }

    /** Where the rows went. */
    @JsonProperty
    public Rows rows() {
        return rows;
    }

    /** Which rules were broken by how many rows, most first. */
    @JsonProperty
    public List<Reason> reasons() {
        return reasons;
    }

    /** The SQL that ran, as it ran. */
    @JsonProperty
    public String sql() {
        return sql;
    }

    /** Why it failed, without values of personal columns. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    @JsonProperty("error")
    @Nullable
    String errorOrNull() {
        return error;
    }

    /** This build as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /**
     * What happened in words: the rows in = out + rejected + duplicates, and the reasons with their counts.
     *
     * <pre>
     * silver.orders version 3: 1,000 rows in = 990 out + 8 rejected + 2 duplicates (0.4 s)
     *       6  rejected  ordered_on: not a date
     *       2  rejected  amount: at least 0
     * </pre>
     */
    public String explain() {
        return BuildText.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Build that && toJson().equals(that.toJson());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return layer.name().toLowerCase(Locale.ROOT) + "." + table + " " + status + " " + id;
    }
}
