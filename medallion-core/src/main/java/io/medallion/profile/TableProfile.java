package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.spec.Json;
import java.util.List;
import java.util.Optional;

/**
 * Statistics of a Bronze or Silver table. Immutable, thread-safe.
 *
 * @param table the logical name of the table
 * @param rows rows of the table (of a Bronze table: those in force)
 * @param sampledRows rows that were looked at; equal to {@code rows} when the profile is exact
 * @param columns the columns in order
 */
@JsonPropertyOrder(alphabetic = true)
public record TableProfile(
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) long rows,
        @JsonProperty(required = true) long sampledRows,
        @JsonProperty(required = true) List<ColumnProfile> columns) {

    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** A profile of all rows. */
    public static TableProfile exact(String table, long rows, List<ColumnProfile> columns) {
        return new TableProfile(table, rows, rows, columns);
    }

    /** Reads a profile; errors carry the path of what is wrong. */
    public static TableProfile fromJson(String json) {
        return Json.read(json, TableProfile.class);
    }

    /** Whether every row was looked at. */
    public boolean exact() {
        return sampledRows == rows;
    }

    /** The profile of this column; an unknown one is refused with the nearest. */
    public ColumnProfile column(String name) {
        return find(name)
                .orElseThrow(() -> new MedallionException(
                        Problem.at("profile of '" + table + "': column '" + name + "'", "is not there.")
                                .advise(NearestName.of(
                                                name,
                                                columns.stream()
                                                        .map(ColumnProfile::name)
                                                        .toList())
                                        .map(near -> "Did you mean '" + near + "'?")
                                        .orElse(""))));
    }

    /** The profile of this column, if it is there. */
    public Optional<ColumnProfile> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** This profile as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }
}
