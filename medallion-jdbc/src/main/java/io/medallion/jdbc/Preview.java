package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.spec.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a transition before and after, nothing written. Immutable, thread-safe. It goes to JSON and not back.
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.ALWAYS)
public final class Preview {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows;
    private final String sql;

    Preview(List<String> columns, List<? extends List<@Nullable Object>> rows, String sql) {
        this.columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(Collections.unmodifiableList(new ArrayList<>(row))));
        this.rows = Collections.unmodifiableList(copy);
        this.sql = sql;
    }

    /** The names of the columns, before and after the transition. */
    @JsonProperty
    public List<String> columns() {
        return columns;
    }

    /** One row per row of the layer below, in the order it was loaded; a missing value is null. */
    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    @JsonProperty("rows")
    List<List<@Nullable Object>> plainRows() {
        return PlainValues.of(rows);
    }

    /** The SQL that ran, as it ran. */
    @JsonProperty
    public String sql() {
        return sql;
    }

    /** The rows as an aligned table; values longer than 40 characters are cut. */
    public String toText() {
        return AlignedText.of(columns, rows);
    }

    /** This preview as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
