package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.route.Route;
import io.medallion.spec.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows that answer a query, and how they were come by. Immutable, thread-safe. It goes to JSON and not back: the types of
 * its values are those of the database driver, in JSON they are numbers, booleans and ISO 8601 text.
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.ALWAYS)
public final class Answer {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows;
    private final boolean truncated;
    private final Route route;
    private final String sql;
    private final Duration duration;

    Answer(
            List<String> columns,
            List<? extends List<@Nullable Object>> rows,
            boolean truncated,
            Route route,
            String sql,
            Duration duration) {
        this.columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(Collections.unmodifiableList(new ArrayList<>(row))));
        this.rows = Collections.unmodifiableList(copy);
        this.truncated = truncated;
        this.route = route;
        this.sql = sql;
        this.duration = duration;
    }

    /** The names of the columns: the groupings, then the measures. */
    @JsonProperty
    public List<String> columns() {
        return columns;
    }

    /** The rows in the order of the query; a missing value is null. */
    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    @JsonProperty("rows")
    List<List<@Nullable Object>> plainRows() {
        return PlainValues.of(rows);
    }

    /** Whether there were more rows than the row limit lets through. */
    @JsonProperty
    public boolean truncated() {
        return truncated;
    }

    /** Which table answered, how, and why each other one could not. */
    @JsonProperty
    public Route route() {
        return route;
    }

    /** The SQL that ran, as it ran. */
    @JsonProperty
    public String sql() {
        return sql;
    }

    /** How long it took, from routing to the last row. */
    public Duration duration() {
        return duration;
    }

    @JsonProperty("milliseconds")
    long milliseconds() {
        return duration.toMillis();
    }

    /** The rows as an aligned table; values longer than 40 characters are cut. */
    public String toText() {
        String count = rows.size() == 1 ? "(1 row" : String.format(Locale.ROOT, "(%,d rows", rows.size());
        return AlignedText.of(columns, rows) + count + (truncated ? ", there are more)\n" : ")\n");
    }

    /** This answer as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
