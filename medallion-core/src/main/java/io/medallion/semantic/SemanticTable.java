package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.spec.GoldInput;
import java.util.List;

/**
 * What can be asked of one Silver table.
 *
 * @param table the Silver table
 * @param grain what identifies a row; empty when nothing is known to
 * @param columns every column with type and nullability
 * @param timeColumns the dates and timestamps; the first is the one meant by "by month"
 * @param dimensions what rows are grouped and filtered by
 * @param measures what is counted and added up
 * @param synonyms other words for a row of the table
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder(alphabetic = true)
public record SemanticTable(
        @JsonProperty(required = true) String table,
        List<String> grain,
        @JsonProperty(required = true) List<GoldInput.Column> columns,
        @JsonProperty("time_columns") List<String> timeColumns,
        List<Dimension> dimensions,
        List<SemanticMeasure> measures,
        List<String> synonyms) {

    public SemanticTable {
        grain = grain == null ? List.of() : List.copyOf(grain);
        columns = List.copyOf(columns);
        timeColumns = timeColumns == null ? List.of() : List.copyOf(timeColumns);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        measures = measures == null ? List.of() : List.copyOf(measures);
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    /** What a Gold spec knows of this table. */
    public GoldInput input() {
        return new GoldInput(table, columns, grain);
    }

    SemanticTable withMeasures(List<SemanticMeasure> measures) {
        return new SemanticTable(table, grain, columns, timeColumns, dimensions, measures, synonyms);
    }

    SemanticTable withDimensions(List<Dimension> dimensions) {
        return new SemanticTable(table, grain, columns, timeColumns, dimensions, measures, synonyms);
    }

    SemanticTable withSynonyms(List<String> synonyms) {
        return new SemanticTable(table, grain, columns, timeColumns, dimensions, measures, synonyms);
    }
}
