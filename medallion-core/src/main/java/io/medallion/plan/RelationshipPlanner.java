package io.medallion.plan;

/** Proposes which Silver tables refer to which. Implementations are thread-safe and write nothing. */
@FunctionalInterface
public interface RelationshipPlanner {

    /** A plan for these tables. */
    RelationshipPlan plan(RelationshipPlanRequest request);

    /**
     * The planner that works without a language model: candidates by names, keys and types, each of them tested on the data.
     * What is not tested is not proposed.
     */
    static RelationshipPlanner ruleBased() {
        return new RuleBasedRelationshipPlanner();
    }
}
