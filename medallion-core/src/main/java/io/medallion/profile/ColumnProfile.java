package io.medallion.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one column.
 *
 * @param name the column
 * @param counts rows, nulls, blanks, distinct values, lengths
 * @param examined how many different values the readings were worked out on
 * @param values the most frequent values, most frequent first; all of them when there are at most as many as are kept
 * @param shapes the forms of the values, most frequent first
 * @param numbers of the values read as numbers; null when most are none
 * @param readings what the column can be read as, most plausible first: types with their match rates, date and number formats
 * @param nullWords words in it that often mean missing
 * @param semanticType the name of a {@link SemanticType} such as {@code EMAIL}; null when nothing is recognised
 * @param personal whether it probably holds personal data: names, reaches or locates one person
 */
@JsonPropertyOrder(alphabetic = true)
public record ColumnProfile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) ColumnCounts counts,
        @JsonProperty(required = true) long examined,
        List<ValueCount> values,
        List<ValueShape> shapes,
        @Nullable NumberSummary numbers,
        List<Reading> readings,
        List<ValueCount> nullWords,
        @Nullable String semanticType,
        @JsonProperty(required = true) boolean personal) {

    public ColumnProfile {
        values = values == null ? List.of() : List.copyOf(values);
        shapes = shapes == null ? List.of() : List.copyOf(shapes);
        readings = readings == null ? List.of() : List.copyOf(readings);
        nullWords = nullWords == null ? List.of() : List.copyOf(nullWords);
    }

    /**
     * Works out what a column can be read as.
     *
     * @param name the column
     * @param counts of all its rows
     * @param values its different values, most frequent first: all of them, or those that were looked at
     * @param kept how many of the values the profile keeps
     */
    public static ColumnProfile of(String name, ColumnCounts counts, List<ValueCount> values, int kept) {
        return Analysis.of(name, counts, values, kept);
    }

    /** Whether the values are codes that stay text although they may look like numbers: postal codes, phone numbers. */
    public boolean code() {
        return kind().filter(SemanticType::code).isPresent();
    }

    /** What the values are, where it is one of the kinds of this library. */
    public Optional<SemanticType> kind() {
        return Optional.ofNullable(semanticType).flatMap(SemanticType::named);
    }

    /** Whether {@link #readings} were worked out on every value. */
    public boolean complete() {
        return examined >= counts.distinct();
    }

    /** Rows looked at. */
    public long rows() {
        return counts.rows();
    }

    /** Rows without a value. */
    public long nulls() {
        return counts.nulls();
    }

    /** Rows whose value is empty or white space. */
    public long blanks() {
        return counts.blanks();
    }

    /** Different values, NULL not counted. */
    public long distinct() {
        return counts.distinct();
    }

    /** Whether every row has a value and no two the same. */
    public boolean unique() {
        return counts.unique();
    }

    /** Whether {@link #values} holds every value of the column. */
    public boolean allValues() {
        return values.size() == counts.distinct();
    }

    /** The most plausible reading that is not plain text. */
    public Optional<Reading> best() {
        return readings.stream().findFirst();
    }
}
