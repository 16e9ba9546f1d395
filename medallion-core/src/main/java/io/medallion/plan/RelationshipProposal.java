package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Relationship;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rows of one Silver table that refer to rows of another, or of their own.
 *
 * @param relationship which columns refer to which
 * @param cardinality how many rows refer to one row, in the data that was looked at
 */
public record RelationshipProposal(
        @JsonProperty(required = true) Relationship relationship,
        @JsonProperty(required = true) Cardinality cardinality) {

    public RelationshipProposal {
        Objects.requireNonNull(relationship, "relationship");
        Objects.requireNonNull(cardinality, "cardinality");
    }

    /** What it is called in a plan: {@code relationship:orders.customer_id}. */
    String id() {
        return "relationship:" + relationship.fromTable() + "."
                + relationship.from().stream().map(ColumnRef::column).collect(Collectors.joining("+"));
    }

    /** {@code orders.customer_id refers to customers.id}. */
    String spoken() {
        return relationship.from().stream().map(ColumnRef::text).collect(Collectors.joining(", ")) + " refers to "
                + relationship.to().stream().map(ColumnRef::text).collect(Collectors.joining(", "));
    }
}
