package io.medallion.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every table worth thinking about over one Silver table. */
final class GoldCandidates {

    private static final int ROLLUPS = 3;
    private static final int RANKINGS = 2;
    private static final int FEW = 4;
    private static final int MOST_COMBINATIONS = 20_000;
    private static final double LARGEST = 0.45;

    private final GoldSource source;
    private final List<GoldJoin> joins;
    private final Map<String, List<String>> alsoReferring;
    private final List<GoldCandidate> candidates = new ArrayList<>();

    /**
     * Over one table.
     *
     * @param alsoReferring which tables refer to each table
     */
    GoldCandidates(GoldSource source, List<GoldJoin> joins, Map<String, List<String>> alsoReferring) {
        this.source = source;
        this.joins = joins;
        this.alsoReferring = alsoReferring;
    }

    List<GoldCandidate> all() {
        GoldGroups groups = new GoldGroups(source);
        List<GoldGroup> times = groups.times(joins);
        List<GoldGroup> dimensions = groups.dimensions();
        List<GoldGroup> across = GoldGroups.across(source, joins);
        GoldGroup time = times.isEmpty() ? null : times.get(0);
        for (GoldGroup each : times.subList(0, Math.min(2, times.size()))) {
            add(GoldCandidate.of(GoldKind.TIME_SERIES, source, each));
        }
        add(GoldCandidate.of(GoldKind.KEY_FIGURES, source));
        rollups(dimensions, time);
        across(across, time);
        List<GoldGroup> entities = groups.entities();
        entities.stream().limit(RANKINGS).forEach(e -> add(GoldCandidate.of(GoldKind.RANKING, source, e)));
        segments(dimensions, entities);
        if (time != null) {
            groups.coarser(time)
                    .ifPresent(c -> add(GoldCandidate.of(GoldKind.TIME_SERIES, source, c)
                            .remarking("The coarser line shows what the finer one hides.")));
        }
        if (candidates.size() < FEW) {
            GoldBands.of(source).forEach(b -> add(GoldCandidate.of(GoldKind.DISTRIBUTION, source, b)));
        }
        return List.copyOf(candidates);
    }

    private void rollups(List<GoldGroup> dimensions, @Nullable GoldGroup time) {
        for (GoldGroup dimension : dimensions.subList(0, Math.min(ROLLUPS, dimensions.size()))) {
            add(GoldCandidate.of(GoldKind.ROLLUP, source, dimension));
        }
        if (time != null) {
            dimensions.stream()
                    .map(d -> GoldCandidate.of(GoldKind.TIME_BY_DIMENSION, source, d, time))
                    .filter(GoldCandidates::worthwhile)
                    .limit(2)
                    .forEach(this::add);
        }
    }

    private void across(List<GoldGroup> across, @Nullable GoldGroup time) {
        for (GoldGroup group : across) {
            boolean thing = group.label() != null;
            String remark = conformed(group);
            add(GoldCandidate.of(thing ? GoldKind.RANKING : GoldKind.ROLLUP, source, group)
                    .remarking(remark));
            if (time != null && !thing && (time.join() == null || time.join().equals(group.join()))) {
                add(GoldCandidate.of(GoldKind.TIME_BY_DIMENSION, source, group, time)
                        .remarking(remark));
            }
        }
    }

    /** Several tables that refer to one can be grouped alike and laid side by side. */
    private String conformed(GoldGroup group) {
        if (group.join() == null) {
            return "";
        }
        List<String> others = alsoReferring.getOrDefault(group.join().target().table(), List.of()).stream()
                .filter(t -> !t.equals(source.table()))
                .toList();
        return others.isEmpty()
                ? ""
                : "The same groups exist for " + GoldWords.list(others) + ", so the tables can be compared.";
    }

    private void segments(List<GoldGroup> dimensions, List<GoldGroup> entities) {
        List<GoldGroup> both = new ArrayList<>(dimensions);
        both.addAll(entities);
        for (int second = 1; second < both.size(); second++) {
            GoldCandidate segment = GoldCandidate.of(GoldKind.SEGMENT, source, both.get(0), both.get(second));
            if (worthwhile(segment)) {
                add(segment);
                return;
            }
        }
    }

    private void add(GoldCandidate candidate) {
        boolean known = candidates.stream().anyMatch(c -> c.identity().equals(candidate.identity()));
        if (!known) {
            candidates.add(candidate);
        }
    }

    /** Combinations are worth a table when they are clearly fewer than the rows. */
    private static boolean worthwhile(GoldCandidate candidate) {
        Long rows = candidate.rows();
        Double size = candidate.size();
        return rows == null || rows <= MOST_COMBINATIONS && (size == null || size <= LARGEST);
    }

    static Map<String, List<String>> referring(Collection<GoldSource> sources, GoldJoins joins) {
        return sources.stream()
                .flatMap(s ->
                        joins.from(s).stream().map(j -> Map.entry(j.target().table(), s.table())))
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
