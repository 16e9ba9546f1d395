package io.medallion.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.expression.Query;
import io.medallion.spec.Json;
import java.util.List;

/**
 * The verdict of a router: which table answers, how, and why each other one may not. Immutable; goes to JSON and back.
 *
 * @param layer the layer that answers
 * @param table the table that answers; on Silver the one whose rows are aggregated
 * @param how how the answer follows from the table
 * @param columns the columns of the answer in order
 * @param query the query to run
 * @param reads the published versions the answer stands on
 * @param alternatives the Gold tables that could answer too, but hold more rows
 * @param refusals why each other Gold table may not answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Route(
        @JsonProperty(required = true) Layer layer,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) How how,
        @JsonProperty(required = true) List<Column> columns,
        @JsonProperty(required = true) Query query,
        List<TableState> reads,
        List<String> alternatives,
        List<Refusal> refusals) {

    /** How an answer follows from a table. */
    public enum How {
        /** The rows are there: they are filtered and shown. */
        DIRECT,
        /** Stored numbers of finer groups are aggregated again. */
        ROLLUP,
        /** Like ROLLUP, and a measure is computed from several stored ones: an average from sum and count. */
        DERIVE,
        /** The rows of Silver are aggregated. */
        ROWS
    }

    /**
     * A column of the answer.
     *
     * @param name its name
     * @param type its type, the same from every layer
     * @param measure whether it is a measure; else it is a grouping
     */
    public record Column(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) ColumnType type,
            @JsonProperty(required = true) boolean measure) {}

    public Route {
        columns = List.copyOf(columns);
        reads = reads == null ? List.of() : List.copyOf(reads);
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        refusals = refusals == null ? List.of() : List.copyOf(refusals);
    }

    /** The verdict in plain sentences, one per line: who answers and how, then why each other table does not. */
    public String explain() {
        return RouteText.of(this);
    }

    /** This route as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /** Reads what {@link #toJson()} writes. */
    public static Route fromJson(String json) {
        return Json.read(json, Route.class);
    }
}
