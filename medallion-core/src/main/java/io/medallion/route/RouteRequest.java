package io.medallion.route;

import io.medallion.CallContext;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.spec.GoldSpec;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What a {@link QueryRouter} is asked. Immutable. */
public final class RouteRequest {

    private final SemanticQuery query;
    private final SemanticModel model;
    private final List<GoldSpec> gold;
    private final List<TableState> states;
    private final AccessPolicy policy;
    private final CallContext context;

    private RouteRequest(
            SemanticQuery query,
            SemanticModel model,
            Collection<? extends GoldSpec> gold,
            Collection<TableState> states,
            AccessPolicy policy,
            CallContext context) {
        this.query = Objects.requireNonNull(query, "query");
        this.model = Objects.requireNonNull(model, "model");
        this.gold = List.copyOf(gold);
        this.states = List.copyOf(states);
        this.policy = Objects.requireNonNull(policy, "policy");
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * A request of somebody who may see everything.
     *
     * @param query the question
     * @param model what its names mean
     * @param gold the Gold tables as they are defined now
     * @param states the published versions of all Silver and Gold tables
     */
    public static RouteRequest of(
            SemanticQuery query,
            SemanticModel model,
            Collection<? extends GoldSpec> gold,
            Collection<TableState> states) {
        return new RouteRequest(query, model, gold, states, AccessPolicy.everything(), CallContext.DEFAULT);
    }

    /** The same under this policy, for this caller. */
    public RouteRequest under(AccessPolicy policy, CallContext context) {
        return new RouteRequest(query, model, gold, states, policy, context);
    }

    /** The question. */
    public SemanticQuery query() {
        return query;
    }

    /** What its names mean. */
    public SemanticModel model() {
        return model;
    }

    /** The Gold tables as they are defined now. */
    public List<GoldSpec> gold() {
        return gold;
    }

    /** The published versions of all Silver and Gold tables. */
    public List<TableState> states() {
        return states;
    }

    /** What the caller may see. */
    public AccessPolicy policy() {
        return policy;
    }

    /** Who calls. */
    public CallContext context() {
        return context;
    }
}
