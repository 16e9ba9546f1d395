package io.medallion.plan;

import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import io.medallion.spec.SnakeCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that could be proposed.
 *
 * @param kind its form
 * @param source the table whose rows are aggregated
 * @param groups what they are grouped by
 * @param remark what else speaks for it, a sentence; empty when nothing does
 */
record GoldCandidate(GoldKind kind, GoldSource source, List<GoldGroup> groups, String remark) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GROUP = 20;

    GoldCandidate {
        groups = List.copyOf(groups);
    }

    static GoldCandidate of(GoldKind kind, GoldSource source, GoldGroup... groups) {
        return new GoldCandidate(kind, source, List.of(groups), "");
    }

    GoldCandidate remarking(String remark) {
        return new GoldCandidate(kind, source, groups, remark);
    }

    /** About how many rows it has: the product of its groups, at most the rows of Silver; null when not known. */
    @Nullable
    Long rows() {
        Long rows = source.rows();
        long product = 1;
        for (GoldGroup group : groups) {
            if (group.groups() == null) {
                return null;
            }
            product = Math.min(Math.max(1, group.groups()) * product, rows == null ? Integer.MAX_VALUE : rows);
        }
        return product;
    }

    /** Its rows over those of Silver; null when not known. */
    @Nullable
    Double size() {
        Long rows = rows();
        Long all = source.rows();
        return rows == null || all == null || all == 0 ? null : (double) rows / all;
    }

    double confidence() {
        double sure = groups.stream().mapToDouble(GoldGroup::sure).min().orElse(0.9);
        return GoldConfidence.of(kind, sure, new GoldMeasures(source).sure(), size());
    }

    /** The name it would like to have. */
    String name() {
        return named(GoldGroup::shortName, "key_figures");
    }

    /** The name when {@link #name} is taken. */
    String longName() {
        return named(
                g -> g.join() == null || g.label() != null
                        ? g.grouping().name()
                        : g.join().one().replace(' ', '_') + "_" + g.shortName(),
                "summary");
    }

    private String named(Function<GoldGroup, String> groupName, String whole) {
        String by = groups.isEmpty()
                ? whole
                : groups.stream()
                        .map(groupName)
                        .map(g -> start(SnakeCase.of(g), LONGEST_GROUP))
                        .collect(Collectors.joining("_and_", "by_", ""));
        return start(String.join("_", ColumnWords.of(source.table()).list()), LONGEST_NAME - by.length()) + "_" + by;
    }

    /** The first words that fit, or the first letters of the first. */
    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        int word = text.lastIndexOf('_', end);
        return text.substring(0, word > most / 2 ? word : end).replaceAll("_+$", "");
    }

    /** The spec under this name. */
    AggregateGoldSpec spec(String name) {
        AggregateGoldSpec.Builder builder = GoldSpec.builder(name)
                .from(source.silver())
                .described(GoldWords.description(kind, source, groups))
                .answers(GoldWords.question(kind, source, groups));
        joins().forEach(j -> builder.join(j.target().silver(), j.relationship()));
        Set<String> names = new HashSet<>();
        for (Grouping grouping : groupings()) {
            builder.by(grouping.named(PlanChecks.free(grouping.name(), names)));
        }
        for (Measure measure : measures()) {
            builder.measure(measure.named(PlanChecks.free(measure.name(), names)));
        }
        return builder.build();
    }

    /** Whether it needs more than one Silver table. */
    boolean across() {
        return !joins().isEmpty();
    }

    /** Whether it says nothing but how many rows there are. */
    boolean onlyRows() {
        return groups.isEmpty() && measures().size() == 1;
    }

    private List<Measure> measures() {
        GoldMeasures measures = new GoldMeasures(source);
        return switch (kind) {
            case KEY_FIGURES -> measures.ofAll();
            case DISTRIBUTION -> measures.ofGroups(groups.get(0).column());
            case TIME_SERIES, ROLLUP, TIME_BY_DIMENSION, SEGMENT, RANKING -> measures.ofGroups(null);
        };
    }

    private List<Grouping> groupings() {
        List<Grouping> groupings = new ArrayList<>();
        for (GoldGroup group : groups) {
            groupings.add(group.grouping());
            if (group.label() != null) {
                groupings.add(group.label());
            }
        }
        return groupings;
    }

    private Set<GoldJoin> joins() {
        Set<GoldJoin> joins = new LinkedHashSet<>();
        for (GoldGroup group : groups) {
            boolean needed = group.join() != null
                    && (group.label() != null
                            || !source.table().equals(group.column().ref().table()));
            if (needed) {
                joins.add(group.join());
            }
        }
        return joins;
    }

    /** Why, in sentences. */
    String reason() {
        List<String> sentences = new ArrayList<>();
        groups.stream().map(GoldGroup::reason).distinct().forEach(sentences::add);
        sentences.add(new GoldMeasures(source).reason());
        if (!remark.isEmpty()) {
            sentences.add(remark);
        }
        sentences.add(sizeInWords());
        return String.join(" ", sentences);
    }

    private String sizeInWords() {
        Long rows = rows();
        Long all = source.rows();
        if (rows == null || all == null) {
            return "Without a profile of " + source.table() + " its size is not known.";
        }
        String each = rows >= all
                ? "no smaller than Silver"
                : "one for every " + GoldWords.number(Math.round((double) all / rows));
        return (rows == 1 ? "One row" : "At most " + GoldWords.number(rows) + " rows") + " instead of "
                + GoldWords.number(all) + (rows == 1 || rows >= all ? "" : ", " + each) + ".";
    }

    /** Two candidates with the same groups over the same table are the same table. */
    Object identity() {
        return List.of(
                source.table(),
                groups.stream().map(g -> g.grouping().expression()).collect(Collectors.toSet()),
                kind == GoldKind.DISTRIBUTION);
    }
}
