package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.expression.ColumnRef;
import io.medallion.semantic.SemanticModel;
import io.medallion.spec.Json;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which Silver tables refer to which, and which of their columns should be called the same, to be picked one by one. Immutable,
 * thread-safe; what nobody accepted changes nothing.
 */
public final class RelationshipPlan {

    private static final String NAME = "relationships";

    private final List<Suggestion<RelationshipProposal>> relationships;
    private final List<Suggestion<ColumnRename>> renames;

    private RelationshipPlan(
            List<Suggestion<RelationshipProposal>> relationships, List<Suggestion<ColumnRename>> renames) {
        Set<String> ids = new HashSet<>();
        this.relationships = relationships.stream()
                .map(s ->
                        s.withId(PlanChecks.free(s.id().isEmpty() ? s.proposed().id() : s.id(), ids)))
                .toList();
        this.renames = renames.stream()
                .map(s ->
                        s.withId(PlanChecks.free(s.id().isEmpty() ? s.proposed().id() : s.id(), ids)))
                .toList();
    }

    /** A plan of these relationships and names, the surest first. */
    public static RelationshipPlan of(
            List<Suggestion<RelationshipProposal>> relationships, List<Suggestion<ColumnRename>> renames) {
        return new RelationshipPlan(relationships, renames);
    }

    /** The same with every open relationship accepted; names stay open. */
    public RelationshipPlan acceptAll() {
        return acceptAtLeast(0);
    }

    /** The same with every open relationship of at least this confidence accepted; names stay open. */
    public RelationshipPlan acceptAtLeast(double confidence) {
        return decide(
                s -> s.value() instanceof RelationshipProposal
                        && s.decision() == Decision.OPEN
                        && s.confidence() >= confidence,
                Decision.ACCEPTED);
    }

    /** The same with these suggestions accepted; an unknown id is refused with the nearest. */
    public RelationshipPlan accept(String... ids) {
        Set<String> chosen = PlanChecks.known(NAME, suggestions(), ids);
        return decide(s -> chosen.contains(s.id()), Decision.ACCEPTED);
    }

    /** The same with these suggestions rejected; an unknown id is refused with the nearest. */
    public RelationshipPlan reject(String... ids) {
        Set<String> chosen = PlanChecks.known(NAME, suggestions(), ids);
        return decide(s -> chosen.contains(s.id()), Decision.REJECTED);
    }

    /** Which tables refer to which, the surest first: {@code relationship:orders.customer_id}. */
    public List<Suggestion<RelationshipProposal>> relationships() {
        return relationships;
    }

    /** Which columns should be called like others that hold the same: {@code rename:orders.user_id}. */
    public List<Suggestion<ColumnRename>> renames() {
        return renames;
    }

    /** Every suggestion: relationships, then names. */
    public List<Suggestion<?>> suggestions() {
        return Stream.<Suggestion<?>>concat(relationships.stream(), renames.stream())
                .toList();
    }

    /** The accepted relationships, under the names the columns have now. */
    public List<Relationship> toRelationships() {
        return relationships.stream()
                .filter(s -> s.decision().applies())
                .map(s -> s.value().relationship())
                .toList();
    }

    /** The accepted names. */
    public List<ColumnRename> toRenames() {
        return renames.stream()
                .filter(s -> s.decision().applies())
                .map(Suggestion::value)
                .toList();
    }

    /**
     * The model with the accepted relationships, under the names the columns have now. Throws {@link
     * io.medallion.MedallionException} where a table referred to has no stated key or a column is not there.
     */
    public SemanticModel toModel(SemanticModel model) {
        return model.with(toRelationships().toArray(Relationship[]::new));
    }

    /**
     * The pipeline with everything that was accepted: columns renamed in Silver, keys stated where a relationship needs one and
     * none is, relationships in the model. Gold tables that read a renamed column have to be made again; building them says so.
     */
    public PipelineSpec toSpec(PipelineSpec pipeline) {
        PipelineSpec renamed = pipeline;
        for (SilverSpec silver : pipeline.silver()) {
            renamed = renamed.with(renamed(keyed(silver)));
        }
        SemanticModel model = pipeline.model();
        Relationship[] kept = Stream.concat(model.relationships().stream(), toRelationships().stream())
                .map(this::renamed)
                .distinct()
                .toArray(Relationship[]::new);
        return renamed.with(renamed.model().over(renamed.silver()).with(kept));
    }

    /** The plan in words. */
    public String explain() {
        return RelationshipExplanation.of(this);
    }

    /** This plan as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /** Reads a plan; sizes are bounded, unknown fields refused; confidence and evidence in it are ignored. */
    public static RelationshipPlan fromJson(String json) {
        return Json.read(json, RelationshipPlan.class);
    }

    private SilverSpec keyed(SilverSpec silver) {
        Optional<Relationship> needs = toRelationships().stream()
                .filter(r -> r.toTable().equals(silver.table()))
                .findFirst();
        boolean keyless = silver.key().isEmpty() && silver.deduplication().key().isEmpty();
        return needs.isPresent() && keyless
                ? silver.key(needs.get().to().stream().map(ColumnRef::column).toArray(String[]::new))
                : silver;
    }

    private SilverSpec renamed(SilverSpec silver) {
        SilverSpec result = silver;
        for (ColumnRename rename : toRenames()) {
            if (rename.table().equals(silver.table())) {
                result = result.withColumn(rename.column().column(), c -> c.named(rename.name()));
            }
        }
        return result;
    }

    private Relationship renamed(Relationship relationship) {
        return new Relationship(
                relationship.from().stream().map(this::renamed).toList(),
                relationship.to().stream().map(this::renamed).toList());
    }

    private ColumnRef renamed(ColumnRef column) {
        return toRenames().stream()
                .filter(r -> r.column().equals(column))
                .findFirst()
                .map(r -> new ColumnRef(column.table(), r.name()))
                .orElse(column);
    }

    private RelationshipPlan decide(Predicate<Suggestion<?>> chosen, Decision decision) {
        return new RelationshipPlan(decided(relationships, chosen, decision), decided(renames, chosen, decision));
    }

    private static <T> List<Suggestion<T>> decided(
            List<Suggestion<T>> suggestions, Predicate<Suggestion<?>> chosen, Decision decision) {
        List<Suggestion<T>> decided = new ArrayList<>();
        for (Suggestion<T> suggestion : suggestions) {
            boolean edited = decision == Decision.ACCEPTED && suggestion.decision() == Decision.EDITED;
            decided.add(chosen.test(suggestion) && !edited ? suggestion.decided(decision) : suggestion);
        }
        return decided;
    }

    @JsonValue
    RelationshipPlanJson json() {
        return RelationshipPlanJson.of(this);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RelationshipPlan of(RelationshipPlanJson json) {
        return json.plan();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationshipPlan that
                && relationships.equals(that.relationships)
                && renames.equals(that.renames);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(relationships, renames).hashCode();
    }

    @Override
    public String toString() {
        return "relationship plan: "
                + suggestions().stream().map(s -> s.id() + " " + s.decision()).collect(Collectors.joining(", "));
    }
}
