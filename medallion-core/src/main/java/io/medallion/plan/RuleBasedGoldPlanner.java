package io.medallion.plan;

import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes Gold tables by rules over Silver specs and their profiles: the same request always gives the same plan, of at most
 * twelve aggregates and a dimension for each thing that several tables know.
 */
final class RuleBasedGoldPlanner implements GoldPlanner {

    @Override
    public GoldPlan plan(GoldPlanRequest request) {
        List<GoldSource> sources = sources(request);
        GoldJoins joins = new GoldJoins(sources, request.relationships());
        List<GoldSource> filled = sources.stream().filter(s -> !s.empty()).toList();
        Map<String, List<String>> referring = GoldCandidates.referring(filled, joins);
        List<GoldCandidate> candidates = new ArrayList<>();
        for (GoldSource source : filled) {
            List<GoldJoin> reached =
                    joins.from(source).stream().filter(j -> !j.target().empty()).toList();
            candidates.addAll(new GoldCandidates(source, reached, referring)
                    .all().stream()
                            .filter(c -> filled.size() == 1 || !c.onlyRows())
                            .toList());
        }
        List<Suggestion<GoldProposal>> suggestions = GoldRanking.suggestions(candidates, referring.keySet());
        List<GoldAdvice> advice = new GoldAdvising(sources, suggestions).advice();
        return GoldPlan.of(withDimensions(suggestions, filled, request)).withAdvice(advice);
    }

    /** Dimensions come by their confidence; a name that an aggregate has stays with it. */
    private static List<Suggestion<GoldProposal>> withDimensions(
            List<Suggestion<GoldProposal>> suggestions, List<GoldSource> filled, GoldPlanRequest request) {
        List<Suggestion<GoldProposal>> all = new ArrayList<>(suggestions);
        new GoldDimensions(filled, request.relationships())
                .suggestions().stream()
                        .filter(d -> suggestions.stream().noneMatch(s -> s.value()
                                .spec()
                                .table()
                                .equals(d.value().spec().table())))
                        .forEach(all::add);
        all.sort(Comparator.comparingDouble(s -> -s.confidence()));
        return all;
    }

    private static List<GoldSource> sources(GoldPlanRequest request) {
        Map<String, GoldSource> sources = new LinkedHashMap<>();
        for (SilverSpec silver : request.silver()) {
            sources.put(
                    silver.table(),
                    GoldSource.of(silver, request.profile(silver.table()).orElse(null)));
        }
        return List.copyOf(sources.values());
    }
}
