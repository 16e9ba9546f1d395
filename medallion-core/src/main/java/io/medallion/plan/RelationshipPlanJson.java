package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Relationship;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON of a relationship plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationshipPlanJson(
        @JsonProperty("relationships") @Nullable List<Reference> relationships,
        @JsonProperty("renames") @Nullable List<Rename> renames) {

    /** One relationship. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reference(
            @JsonProperty(value = "from", required = true) List<ColumnRef> from,
            @JsonProperty(value = "to", required = true) List<ColumnRef> to,
            @JsonProperty("cardinality") @Nullable Cardinality cardinality,
            @JsonProperty("confidence") @Nullable Double confidence,
            @JsonProperty("reasoning") @Nullable String reasoning,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("proposed") @Nullable RelationshipProposal proposed,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("origin") @Nullable String origin,
            @JsonProperty("evidence") @Nullable List<Evidence> evidence) {

        static Reference of(Suggestion<RelationshipProposal> s) {
            return new Reference(
                    s.value().relationship().from(),
                    s.value().relationship().to(),
                    s.value().cardinality(),
                    s.confidence(),
                    s.reason(),
                    s.id(),
                    s.proposed(),
                    s.decision(),
                    s.origin(),
                    s.evidence());
        }

        Suggestion<RelationshipProposal> suggestion() {
            RelationshipProposal value = new RelationshipProposal(
                    new Relationship(from, to), Objects.requireNonNullElse(cardinality, Cardinality.MANY_TO_ONE));
            return SilverPlanJson.PartJson.suggestion(id, value, proposed, reasoning, decision, origin);
        }
    }

    /** One name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rename(
            @JsonProperty(value = "column", required = true) ColumnRef column,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty("confidence") @Nullable Double confidence,
            @JsonProperty("reasoning") @Nullable String reasoning,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("proposed") @Nullable ColumnRename proposed,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("origin") @Nullable String origin,
            @JsonProperty("evidence") @Nullable List<Evidence> evidence) {

        static Rename of(Suggestion<ColumnRename> s) {
            return new Rename(
                    s.value().column(),
                    s.value().name(),
                    s.confidence(),
                    s.reason(),
                    s.id(),
                    s.proposed(),
                    s.decision(),
                    s.origin(),
                    s.evidence());
        }

        Suggestion<ColumnRename> suggestion() {
            return SilverPlanJson.PartJson.suggestion(
                    id, new ColumnRename(column, name), proposed, reasoning, decision, origin);
        }
    }

    static RelationshipPlanJson of(RelationshipPlan plan) {
        return new RelationshipPlanJson(
                plan.relationships().stream().map(Reference::of).toList(),
                plan.renames().stream().map(Rename::of).toList());
    }

    RelationshipPlan plan() {
        return RelationshipPlan.of(
                relationships == null
                        ? List.of()
                        : relationships.stream().map(Reference::suggestion).toList(),
                renames == null
                        ? List.of()
                        : renames.stream().map(Rename::suggestion).toList());
    }
}
