package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Json;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gold tables worth keeping, to be picked one by one. Immutable, thread-safe; a table nobody accepted is not built.
 *
 * <p>The JSON is {@code {"gold_tables": [{"name", "description", "business_question", "sql", "dimensions", "measures", ...}]}};
 * {@code sql} is there to be shown and is not read, the exact {@code spec} is.
 */
public final class GoldPlan {

    private final List<Suggestion<GoldProposal>> suggestions;
    private final List<GoldAdvice> advice;

    private GoldPlan(List<Suggestion<GoldProposal>> suggestions, List<GoldAdvice> advice) {
        Set<String> ids = new HashSet<>();
        this.suggestions = suggestions.stream()
                .map(s -> s.withId(PlanChecks.free(
                        s.id().isEmpty() ? "gold:" + s.proposed().spec().table() : s.id(), ids)))
                .toList();
        this.advice = List.copyOf(advice);
    }

    /** A plan of these tables, the most useful first. */
    public static GoldPlan of(List<Suggestion<GoldProposal>> suggestions) {
        return new GoldPlan(suggestions, List.of());
    }

    /** The same with advice on how to run them. */
    public GoldPlan withAdvice(List<GoldAdvice> advice) {
        return new GoldPlan(suggestions, advice);
    }

    /** The same with the statement of each table to show. */
    public GoldPlan withSql(Function<GoldSpec, String> sql) {
        return new GoldPlan(
                suggestions.stream()
                        .map(s -> new Suggestion<>(
                                s.id(),
                                s.proposed(),
                                s.value().withSql(sql.apply(s.value().spec())),
                                s.confidence(),
                                s.reason(),
                                s.evidence(),
                                s.origin(),
                                s.decision()))
                        .toList(),
                advice);
    }

    /** The same with its {@code n} most confident open suggestions accepted. */
    public GoldPlan top(int n) {
        Set<String> best = suggestions.stream()
                .filter(s -> s.decision() == Decision.OPEN)
                .sorted(Comparator.comparingDouble(s -> -s.confidence()))
                .limit(n)
                .map(Suggestion::id)
                .collect(Collectors.toSet());
        return decide(s -> best.contains(s.id()), Decision.ACCEPTED);
    }

    /** The same with every open suggestion accepted. */
    public GoldPlan acceptAll() {
        return decide(s -> s.decision() == Decision.OPEN, Decision.ACCEPTED);
    }

    /** The same with every open suggestion of at least this confidence accepted. */
    public GoldPlan acceptAtLeast(double confidence) {
        return decide(s -> s.decision() == Decision.OPEN && s.confidence() >= confidence, Decision.ACCEPTED);
    }

    /** The same with these suggestions accepted; an unknown id is refused with the nearest. */
    public GoldPlan accept(String... ids) {
        Set<String> chosen = PlanChecks.known("gold", suggestions, ids);
        return decide(s -> chosen.contains(s.id()), Decision.ACCEPTED);
    }

    /** The same with these suggestions rejected; an unknown id is refused with the nearest. */
    public GoldPlan reject(String... ids) {
        Set<String> chosen = PlanChecks.known("gold", suggestions, ids);
        return decide(s -> chosen.contains(s.id()), Decision.REJECTED);
    }

    /** The same with one table changed, and thereby accepted. */
    public GoldPlan edit(String id, UnaryOperator<GoldSpec> edit) {
        PlanChecks.known("gold", suggestions, id);
        return new GoldPlan(
                suggestions.stream()
                        .map(s -> s.id().equals(id)
                                ? s.edited(new GoldProposal(
                                        edit.apply(s.value().spec()),
                                        s.value().estimatedRows(),
                                        s.value().sourceRows(),
                                        null))
                                : s)
                        .toList(),
                advice);
    }

    /** The suggestions, the most useful first. */
    public List<Suggestion<GoldProposal>> suggestions() {
        return suggestions;
    }

    /** Advice on how to run Gold. */
    public List<GoldAdvice> advice() {
        return advice;
    }

    /** The specs of the accepted tables. */
    public List<GoldSpec> toSpecs() {
        return suggestions.stream()
                .filter(s -> s.decision().applies())
                .map(s -> s.value().spec())
                .toList();
    }

    /** The plan in words. */
    public String explain() {
        return new GoldExplanation(this).text();
    }

    /** This plan as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /** Reads a plan; sizes are bounded, unknown fields refused; confidence, evidence and SQL in it are ignored. */
    public static GoldPlan fromJson(String json) {
        return Json.read(json, GoldPlan.class);
    }

    private GoldPlan decide(Predicate<Suggestion<?>> chosen, Decision decision) {
        return new GoldPlan(
                suggestions.stream()
                        .map(s -> !chosen.test(s)
                                ? s
                                : decision == Decision.ACCEPTED && s.decision() == Decision.EDITED
                                        ? s
                                        : s.decided(decision))
                        .toList(),
                advice);
    }

    @JsonValue
    GoldPlanJson json() {
        return GoldPlanJson.of(this);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static GoldPlan of(GoldPlanJson json) {
        return json.plan();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GoldPlan that && suggestions.equals(that.suggestions) && advice.equals(that.advice);
    }

    @Override
    public int hashCode() {
        return suggestions.hashCode();
    }

    @Override
    public String toString() {
        return "gold plan: "
                + suggestions.stream().map(s -> s.id() + " " + s.decision()).collect(Collectors.joining(", "));
    }
}
