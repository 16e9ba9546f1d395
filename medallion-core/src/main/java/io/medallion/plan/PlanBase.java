package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.Problem;
import io.medallion.spec.BronzeSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan was made on. Building from a plan whose base has moved is refused.
 *
 * @param bronze the fingerprint of the Bronze spec
 * @param columns the Bronze columns in order
 * @param throughBatch the sequence number of the last batch looked at, 0 for none
 * @param silverVersion the version of the Silver spec in force, 0 when none was built
 */
@JsonPropertyOrder(alphabetic = true)
public record PlanBase(
        @JsonProperty(required = true) String bronze,
        @JsonProperty(required = true) List<String> columns,
        @JsonProperty(required = true) long throughBatch,
        @JsonProperty(required = true) int silverVersion) {

    public PlanBase {
        columns = List.copyOf(columns);
    }

    /** The base of a plan over this Bronze table. */
    public static PlanBase of(BronzeSpec bronze, long throughBatch, int silverVersion) {
        return new PlanBase(bronze.fingerprint(), bronze.columns(), throughBatch, silverVersion);
    }

    /**
     * What has moved in a way that makes the plan stale: the columns of Bronze, or the Silver spec in force. Further batches
     * alone do not.
     *
     * @param now the base of a plan made now
     */
    public List<Problem> movedTo(PlanBase now) {
        List<Problem> moved = new ArrayList<>();
        columns.stream()
                .filter(c -> !now.columns.contains(c))
                .map(c -> Problem.at("bronze column '" + c + "'", "is gone since the plan was made."))
                .forEach(moved::add);
        now.columns.stream()
                .filter(c -> !columns.contains(c))
                .map(c -> Problem.at("bronze column '" + c + "'", "is new since the plan was made."))
                .forEach(moved::add);
        if (silverVersion != now.silverVersion) {
            moved.add(Problem.at(
                            "silver spec",
                            "is at version " + now.silverVersion + ", the plan was made on version " + silverVersion
                                    + ".")
                    .advise("Make a new plan, or build its spec to override."));
        }
        return moved;
    }
}
