package io.medallion.plan;

import io.medallion.expression.ColumnRef;
import io.medallion.plan.ProbeQuestion.InclusionAnswer;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Candidates by names, keys and types; the data decides. Of several tables a column may refer to, the one that the data and the
 * name speak for most is proposed.
 */
final class RuleBasedRelationshipPlanner implements RelationshipPlanner {

    private static final double LEAST_SHARE = 0.5;
    private static final long MANY_VALUES = 10;
    private static final long FEW_VALUES = 3;
    private static final double SURE_TO_RENAME = 0.2;

    /** A candidate with what the data says of it. */
    private record Tested(RelationshipCandidate candidate, InclusionAnswer answer) {

        double confidence() {
            double name = candidate.name().confidence();
            double share = answer.share();
            if (share < 1) {
                return name * (share >= 0.99 ? 0.95 : share >= 0.9 ? 0.8 : 0.5);
            }
            if (answer.distinct() < FEW_VALUES) {
                return name - 0.1;
            }
            return answer.distinct() < MANY_VALUES ? name : name + (1 - name) / 2;
        }

        boolean holds() {
            return answer.unique() && answer.keys() > 0 && answer.filled() > 0 && answer.share() >= LEAST_SHARE;
        }

        Relationship relationship() {
            return candidate.relationship();
        }
    }

    @Override
    public RelationshipPlan plan(RelationshipPlanRequest request) {
        Map<String, GoldSource> sources = new LinkedHashMap<>();
        for (SilverSpec silver : request.silver()) {
            sources.put(
                    silver.table(),
                    GoldSource.of(silver, request.profile(silver.table()).orElse(null)));
        }
        List<RelationshipCandidate> candidates = new RelationshipCandidates(sources.values(), request.declared()).all();
        ProbeAnswers answers = request.probe()
                .ask(candidates.stream()
                        .map(RelationshipCandidate::question)
                        .distinct()
                        .toList());
        List<Tested> best = best(candidates, answers);
        return RelationshipPlan.of(
                best.stream().map(RuleBasedRelationshipPlanner::suggestion).toList(),
                best.stream().flatMap(t -> rename(t, sources).stream()).toList());
    }

    private static List<Tested> best(List<RelationshipCandidate> candidates, ProbeAnswers answers) {
        Map<List<ColumnRef>, Tested> best = new LinkedHashMap<>();
        for (RelationshipCandidate candidate : candidates) {
            Optional<Tested> tested = answers.to(candidate.question())
                    .map(a -> new Tested(candidate, a))
                    .filter(Tested::holds);
            tested.ifPresent(t -> best.merge(
                    t.relationship().from(), t, (one, other) -> other.confidence() > one.confidence() ? other : one));
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(t -> -t.confidence()))
                .toList();
    }

    private static Suggestion<RelationshipProposal> suggestion(Tested tested) {
        InclusionAnswer answer = tested.answer();
        Cardinality cardinality =
                answer.distinct() == answer.filled() ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence(Evidence.Effect.FOUND, answer.found(), answer.rows()));
        if (answer.orphans() > 0) {
            evidence.add(evidence(Evidence.Effect.ORPHAN, answer.orphans(), answer.rows()));
        }
        if (answer.filled() < answer.rows()) {
            evidence.add(evidence(Evidence.Effect.MISSING, answer.rows() - answer.filled(), answer.rows()));
        }
        return Suggestion.of(
                        new RelationshipProposal(tested.relationship(), cardinality),
                        tested.confidence(),
                        reason(tested))
                .measured(evidence)
                .from(Suggestion.RULES);
    }

    private static Evidence evidence(Evidence.Effect effect, long rows, long of) {
        return new Evidence(effect, rows, of, true, 0);
    }

    private static String reason(Tested tested) {
        InclusionAnswer answer = tested.answer();
        String parent = tested.relationship().toTable();
        String found = answer.orphans() == 0
                ? "Every value that is there, " + answer.distinct() + " different, is found among the " + answer.keys()
                        + " keys of " + parent
                : String.format(
                        Locale.ROOT,
                        "%.1f %% of the values are found among the %d keys of %s; %d rows are orphans",
                        Math.floor(answer.share() * 1000) / 10,
                        answer.keys(),
                        parent,
                        answer.orphans());
        String key = tested.candidate().keyStated()
                ? ""
                : " The Silver spec of " + parent + " states no key yet; it has to before anything is joined to it.";
        String few = answer.distinct() < FEW_VALUES ? " So few values prove little." : "";
        return found + ", and " + tested.candidate().name().words() + "." + few + key;
    }

    /** Only what is called in another word, or not as an identifier, and only where the data leaves no doubt. */
    private static Optional<Suggestion<ColumnRename>> rename(Tested tested, Map<String, GoldSource> sources) {
        ReferenceName name = tested.candidate().name();
        ColumnRef from = tested.relationship().from().get(0);
        ColumnRef to = tested.relationship().to().get(0);
        String conformed = ReferenceNames.conformed(tested.relationship().toTable(), to.column());
        boolean synonym = (name == ReferenceName.SYNONYM || name == ReferenceName.SHORT)
                && ReferenceNames.oneThing(from.column());
        boolean apart = synonym || name == ReferenceName.BARE || name == ReferenceName.SAME;
        boolean taken =
                sources.get(tested.relationship().fromTable()).find(conformed).isPresent();
        if (!apart || tested.relationship().from().size() > 1 || tested.answer().orphans() > 0 || taken) {
            return Optional.empty();
        }
        return Optional.of(Suggestion.of(
                                new ColumnRename(from, conformed),
                                Math.max(0, tested.confidence() - SURE_TO_RENAME),
                                "All its values are keys of "
                                        + tested.relationship().toTable() + ", and " + conformed
                                        + " is what such a column is called.")
                        .from(Suggestion.RULES))
                .filter(s -> !s.value().name().equals(from.column()));
    }
}
