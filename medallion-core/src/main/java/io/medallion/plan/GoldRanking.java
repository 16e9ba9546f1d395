package io.medallion.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts candidates in order, keeps a few of each table, and names them. */
final class GoldRanking {

    private static final int MOST = 12;
    private static final int MOST_OF_ONE = 9;
    private static final int LEAST_OF_ONE = 3;

    private GoldRanking() {}

    private record Scored(GoldCandidate candidate, double confidence) {}

    /**
     * The suggestions of a plan, the most confident first.
     *
     * @param referredTo tables whose rows others refer to: they say more as groups of those than by themselves
     */
    static List<Suggestion<GoldProposal>> suggestions(List<GoldCandidate> candidates, Set<String> referredTo) {
        List<Scored> ranked = byConfidence(lessForFurther(candidates));
        Set<String> tables = candidates.stream().map(c -> c.source().table()).collect(Collectors.toSet());
        int each = tables.size() < 2 ? MOST_OF_ONE : Math.max(LEAST_OF_ONE, 2 * MOST / (tables.size() + 1));
        Map<String, Integer> taken = new HashMap<>();
        List<Scored> chosen = ranked.stream()
                .filter(s -> taken.merge(s.candidate().source().table(), 1, Integer::sum)
                        <= (referredTo.contains(s.candidate().source().table()) ? LEAST_OF_ONE : each))
                .limit(MOST)
                .toList();
        Set<String> names = new HashSet<>();
        return chosen.stream().map(s -> suggestion(s, names)).toList();
    }

    private static List<Scored> lessForFurther(List<GoldCandidate> candidates) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        List<Scored> scored = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(c -> -c.confidence()))
                .forEach(c -> {
                    int better = seen.merge(List.of(c.source().table(), c.kind(), c.across()), 1, Integer::sum) - 1;
                    scored.add(new Scored(c, GoldConfidence.further(c.confidence(), better)));
                });
        return scored;
    }

    private static List<Scored> byConfidence(List<Scored> scored) {
        return scored.stream()
                .sorted(Comparator.comparingDouble(s -> -s.confidence()))
                .toList();
    }

    private static Suggestion<GoldProposal> suggestion(Scored scored, Set<String> names) {
        GoldCandidate candidate = scored.candidate();
        String wanted = names.contains(candidate.name()) ? candidate.longName() : candidate.name();
        String name = PlanChecks.free(wanted, names);
        GoldProposal proposal = new GoldProposal(
                candidate.spec(name), candidate.rows(), candidate.source().rows(), null);
        return Suggestion.of(proposal, scored.confidence(), candidate.reason()).from(Suggestion.RULES);
    }
}
