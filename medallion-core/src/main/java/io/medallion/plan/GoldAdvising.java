package io.medallion.plan;

import io.medallion.expression.Reaggregation;
import io.medallion.plan.GoldAdvice.Topic;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How to load, store and refresh what a plan proposes. */
final class GoldAdvising {

    private static final int FEW_TABLES = 3;
    private static final long SMALL_ROWS = 10_000;
    private static final long MANY_ROWS = 1_000_000;
    private static final long PARTITIONED_ROWS = 10_000_000;
    private static final long INDEXED_ROWS = 50_000;
    private static final double NOT_SMALLER = 0.5;
    private static final Set<String> CHANGED = Set.of("updated", "modified", "changed");

    private final List<GoldSource> sources;
    private final List<Suggestion<GoldProposal>> suggestions;

    GoldAdvising(List<GoldSource> sources, List<Suggestion<GoldProposal>> suggestions) {
        this.sources = sources;
        this.suggestions = suggestions;
    }

    List<GoldAdvice> advice() {
        List<GoldAdvice> advice = new ArrayList<>();
        boolean few = sources.size() <= FEW_TABLES;
        for (GoldSource source : sources) {
            if (source.empty()) {
                advice.add(new GoldAdvice(
                        source.table(),
                        Topic.MATERIALIZATION,
                        "Build nothing yet.",
                        1,
                        source.table() + " has no rows; load it and plan again."));
            } else if (proposals(source).findAny().isPresent()) {
                advice.add(incremental(source));
                advice.add(refresh(source));
                if (few || large(source)) {
                    advice.add(partitioning(source));
                }
                if (few) {
                    advice.add(materialization(source));
                }
            }
        }
        suggestions.forEach(s -> littleSmaller(s.value()).ifPresent(advice::add));
        advice.addAll(indexes());
        return advice;
    }

    private static boolean large(GoldSource source) {
        return source.rows() != null && source.rows() >= PARTITIONED_ROWS;
    }

    private List<GoldAdvice> indexes() {
        List<GoldAdvice> needed =
                suggestions.stream().flatMap(s -> index(s.value()).stream()).toList();
        if (!needed.isEmpty() || suggestions.isEmpty()) {
            return needed;
        }
        boolean known = suggestions.stream().allMatch(s -> s.value().estimatedRows() != null);
        return List.of(new GoldAdvice(
                suggestions.get(0).value().spec().table(),
                Topic.INDEX,
                "Neither it nor the other Gold tables need an index.",
                known ? 0.85 : 0.5,
                known
                        ? "None has more than " + GoldWords.number(INDEXED_ROWS) + " rows, which are read in one go."
                        : "Gold tables are small as a rule; how small these are is not known without a profile."));
    }

    private GoldAdvice materialization(GoldSource source) {
        List<GoldProposal> proposals = suggestions.stream()
                .map(Suggestion::value)
                .filter(p -> p.spec().inputs().get(0).table().equals(source.table()))
                .toList();
        Long rows = source.rows();
        if (rows == null || proposals.stream().anyMatch(p -> p.estimatedRows() == null)) {
            return new GoldAdvice(
                    source.table(),
                    Topic.MATERIALIZATION,
                    "Keep its Gold tables as tables.",
                    0.6,
                    "They are built once and read often; how much smaller than Silver they are is not known.");
        }
        long together =
                proposals.stream().mapToLong(GoldProposal::estimatedRows).sum();
        return new GoldAdvice(
                source.table(),
                Topic.MATERIALIZATION,
                "Keep its Gold tables as tables, not as views.",
                rows < SMALL_ROWS ? 0.6 : 0.85,
                "Together they have at most " + GoldWords.count(together, "row") + ", and reading them spares reading "
                        + GoldWords.count(rows, "row") + " of Silver"
                        + (rows < SMALL_ROWS ? ", though of so few a view would do as well." : "."));
    }

    private Stream<AggregateGoldSpec> proposals(GoldSource source) {
        return suggestions.stream()
                .map(s -> (AggregateGoldSpec) s.value().spec())
                .filter(spec -> spec.inputs().get(0).table().equals(source.table()));
    }

    private static GoldAdvice incremental(GoldSource source) {
        Optional<GoldColumn> changed = source.times().stream()
                .filter(t -> t.words().list().stream().anyMatch(CHANGED::contains))
                .findFirst();
        if (changed.isPresent()) {
            String column = changed.get().name();
            return new GoldAdvice(
                    source.table(),
                    Topic.INCREMENTAL_LOAD,
                    "Load incrementally with the watermark " + column + ".",
                    source.key().isEmpty() ? 0.6 : 0.85,
                    column + " says when a row last changed"
                            + (source.key().isEmpty()
                                    ? "; without a key, though, a changed row cannot replace its old version."
                                    : ", and the key " + GoldWords.list(source.key())
                                            + " tells which row it replaces."));
        }
        Optional<GoldColumn> happened = source.times().stream().findFirst();
        return happened.map(t -> new GoldAdvice(
                        source.table(),
                        Topic.INCREMENTAL_LOAD,
                        "If rows are only ever added, load incrementally with the watermark " + t.name()
                                + ", looking back a few days.",
                        0.6,
                        t.name() + " says when something happened, not when its row was written or changed:"
                                + " late and corrected rows would be missed without looking back."))
                .orElseGet(() -> new GoldAdvice(
                        source.table(),
                        Topic.INCREMENTAL_LOAD,
                        "Load the whole table each time.",
                        0.75,
                        source.table() + " has no date or timestamp that could serve as a watermark."));
    }

    private static GoldAdvice partitioning(GoldSource source) {
        Long rows = source.rows();
        Optional<GoldColumn> time = source.times().stream().findFirst();
        if (rows != null && rows >= PARTITIONED_ROWS && time.isPresent()) {
            return new GoldAdvice(
                    source.table(),
                    Topic.PARTITIONING,
                    "Partition the Silver table by the month of " + time.get().name() + ".",
                    0.7,
                    GoldWords.number(rows) + " rows are many, and most questions are about a period.");
        }
        return new GoldAdvice(
                source.table(),
                Topic.PARTITIONING,
                "Do not partition.",
                rows == null ? 0.5 : 0.9,
                rows == null
                        ? "How many rows there are is not known; below ten million it costs more than it saves."
                        : GoldWords.count(rows, "row")
                                + (rows < PARTITIONED_ROWS
                                        ? " are too few to gain from it."
                                        : " without a date give nothing to divide by."));
    }

    private GoldAdvice refresh(GoldSource source) {
        Long rows = source.rows();
        boolean additive = proposals(source).allMatch(GoldAdvising::rollsUp);
        if (rows == null || rows < MANY_ROWS) {
            return new GoldAdvice(
                    source.table(),
                    Topic.REFRESH,
                    "Refresh its Gold tables in full after each load.",
                    rows == null ? 0.6 : 0.9,
                    rows == null
                            ? "A full refresh is always right; how long it takes is not known without a profile."
                            : "A full refresh over " + GoldWords.count(rows, "row")
                                    + " takes seconds and is always right.");
        }
        return new GoldAdvice(
                source.table(),
                Topic.REFRESH,
                additive
                        ? "Refresh its Gold tables by the groups that changed."
                        : "Refresh in full those that count different values or add up DOUBLE, the others by the groups that changed.",
                0.7,
                GoldWords.number(rows)
                        + " rows are many, and sums, counts and extremes can be recomputed group by group.");
    }

    private static boolean rollsUp(AggregateGoldSpec spec) {
        return spec.measures().stream().allMatch(m -> exact(m));
    }

    private static boolean exact(Measure measure) {
        return !(measure.aggregate().reaggregation() instanceof Reaggregation.None)
                && !(measure.aggregate().reaggregation() instanceof Reaggregation.Derived);
    }

    private static Optional<GoldAdvice> littleSmaller(GoldProposal proposal) {
        Long rows = proposal.estimatedRows();
        Double ratio = proposal.ratio();
        if (rows == null || ratio == null || ratio < NOT_SMALLER || proposal.sourceRows() < 100) {
            return Optional.empty();
        }
        return Optional.of(new GoldAdvice(
                proposal.spec().table(),
                Topic.MATERIALIZATION,
                "Think twice before you keep it as a table.",
                0.6,
                "With up to " + GoldWords.count(rows, "row") + " it may be little smaller than Silver."));
    }

    private static Optional<GoldAdvice> index(GoldProposal proposal) {
        Long rows = proposal.estimatedRows();
        AggregateGoldSpec spec = (AggregateGoldSpec) proposal.spec();
        if (rows == null || rows < INDEXED_ROWS || spec.groupings().isEmpty()) {
            return Optional.empty();
        }
        String columns =
                GoldWords.list(spec.groupings().stream().map(Grouping::name).toList());
        return Optional.of(new GoldAdvice(
                spec.table(),
                Topic.INDEX,
                "Index it by " + columns + " on PostgreSQL and MariaDB.",
                0.7,
                "With about " + GoldWords.count(rows, "row") + " a look-up of one group should not read them all."));
    }
}
