package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.Bucketed;
import io.medallion.expression.TimeBucket;
import io.medallion.expression.TimeGrain;
import io.medallion.spec.Grouping;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways to group the rows of one table that make sense, each kind the best first. */
final class GoldGroups {

    private static final int ALMOST_UNIQUE = 2;
    private static final double SECOND_CHOICE = 0.75;
    private static final int MANY = 40;

    private final GoldSource source;

    GoldGroups(GoldSource source) {
        this.source = source;
    }

    /**
     * By time: the grain that fits the span of each time column, else the years that are written as numbers, else the time of
     * the row each row refers to.
     */
    List<GoldGroup> times(List<GoldJoin> joins) {
        List<GoldGroup> own =
                source.times().stream().flatMap(t -> time(t).stream()).toList();
        if (!own.isEmpty() || !source.periods().isEmpty()) {
            return own.isEmpty()
                    ? source.periods().stream().map(p -> plain(p, null)).toList()
                    : own;
        }
        return joins.stream()
                .flatMap(j -> j.target().times().stream()
                        .limit(1)
                        .flatMap(t -> time(t).stream())
                        .map(t -> t.joined(j)))
                .limit(1)
                .toList();
    }

    /** The coarser series that a long time series deserves. */
    Optional<GoldGroup> coarser(GoldGroup time) {
        return time.grain() == null
                ? Optional.empty()
                : TimeSpan.of(time.column())
                        .flatMap(span -> span.coarser(time.grain()).map(grain -> bucket(time.column(), grain, span)))
                        .map(group -> time.join() == null ? group : group.joined(time.join()))
                        .map(group -> group.lessSure(SECOND_CHOICE));
    }

    /** By dimensions of few values. */
    List<GoldGroup> dimensions() {
        return source.dimensions().stream()
                .filter(c -> !many(c))
                .map(c -> plain(c, null))
                .toList();
    }

    /** By the things rows belong to, and by dimensions of so many values that a person asks for the first of them. */
    List<GoldGroup> entities() {
        return Stream.concat(
                        source.entities().stream(), source.dimensions().stream().filter(GoldGroups::many))
                .map(c -> plain(c, null))
                .sorted(Comparator.comparingDouble(g -> -g.sure()))
                .toList();
    }

    private static boolean many(GoldColumn column) {
        return column.groups() != null && column.groups() > MANY;
    }

    /** By the dimensions of the tables that {@code joins} reach, and by those tables' rows themselves. */
    static List<GoldGroup> across(GoldSource source, List<GoldJoin> joins) {
        return joins.stream()
                .flatMap(join -> {
                    Stream<GoldGroup> dimensions = join.target().dimensions().stream()
                            .filter(c -> !many(c))
                            .limit(2)
                            .map(c -> plain(c, join));
                    return Stream.concat(dimensions, named(source, join).stream());
                })
                .toList();
    }

    private static Optional<GoldGroup> time(GoldColumn column) {
        Optional<TimeSpan> span = TimeSpan.of(column);
        if (span.isEmpty()) {
            boolean unknown = column.profile() == null || column.profile().distinct() > 1;
            return unknown ? Optional.of(bucket(column, TimeGrain.MONTH, null)) : Optional.empty();
        }
        return span.get().grain().map(grain -> bucket(column, grain, span.get()));
    }

    private static GoldGroup bucket(GoldColumn column, TimeGrain grain, @Nullable TimeSpan span) {
        String name = grain.name().toLowerCase(Locale.ROOT);
        Grouping grouping = new Grouping(column.name() + "_" + name, new Bucketed(TimeBucket.of(grain), column.ref()));
        if (span == null) {
            return new GoldGroup(
                    grouping,
                    column,
                    grain,
                    null,
                    column.sure() * 0.8,
                    null,
                    null,
                    "What " + column.name() + " spans is not known, and months are the usual choice.");
        }
        String reason = column.name() + (span.exact() ? " runs from " : " runs from about ") + span.first() + " to "
                + span.last() + ", " + GoldWords.count(span.buckets(grain), name) + ".";
        double filled = 0.5 + 0.5 * column.filled();
        return new GoldGroup(grouping, column, grain, span.groups(grain), column.sure() * filled, null, null, reason);
    }

    private static GoldGroup plain(GoldColumn column, @Nullable GoldJoin join) {
        Long groups = column.groups();
        String where = join == null ? column.name() : column.ref().text();
        String reason = groups == null
                ? "How many values " + where + " has is not known; its name and type suggest groups."
                : where + " has " + GoldWords.count(groups, "value") + ".";
        return new GoldGroup(
                new Grouping(column.name(), column.ref()),
                column,
                null,
                groups,
                column.sure() * (join == null ? 1 : join.sure()),
                join,
                null,
                join == null ? reason : reason + " " + join.reason());
    }

    /** By the reference itself, with the name the other table has for it. */
    private static Optional<GoldGroup> named(GoldSource source, GoldJoin join) {
        if (join.relationship().from().size() != 1) {
            return Optional.empty();
        }
        Optional<Grouping> label = label(join.target());
        return source.find(join.relationship().from().get(0).column())
                .filter(c -> c.use() == ColumnUse.ENTITY && label.isPresent())
                .map(c -> plain(c, join).labelled(label.orElseThrow()));
    }

    /** A column that names the rows of a table; personal names stay where they are. */
    private static Optional<Grouping> label(GoldSource target) {
        return target.columns().stream()
                .filter(c -> c.type().kind() == ColumnType.Kind.TEXT)
                .filter(c -> !target.silver().column(c.name()).annotations().personal())
                .filter(c -> List.of("name", "title", "label").stream().anyMatch(w -> c.words()
                        .list()
                        .get(c.words().list().size() - 1)
                        .equals(w)))
                .filter(c -> c.profile() == null
                        || c.profile().distinct() * ALMOST_UNIQUE >= c.profile().rows())
                .map(c -> new Grouping(
                        c.name().startsWith(GoldJoins.singular(target.table()))
                                ? c.name()
                                : GoldJoins.singular(target.table()) + "_" + c.name(),
                        c.ref()))
                .findFirst();
    }
}
