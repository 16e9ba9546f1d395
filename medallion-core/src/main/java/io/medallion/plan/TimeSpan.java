package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.TimeGrain;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.ValueShape;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days a column of dates or timestamps covers, and how many different points lie in them.
 *
 * @param points different values of the column
 * @param rows rows with a value
 * @param timeOfDay whether hours can be told apart
 * @param exact whether every value was looked at
 */
record TimeSpan(LocalDate first, LocalDate last, long points, long rows, boolean timeOfDay, boolean exact) {

    private static final int DATE_LENGTH = 10;
    private static final double ENOUGH_FILLED = 0.4;
    private static final List<TimeGrain> GRAINS =
            List.of(TimeGrain.HOUR, TimeGrain.DAY, TimeGrain.WEEK, TimeGrain.MONTH, TimeGrain.QUARTER, TimeGrain.YEAR);

    /** The span, when the profile of the Silver column tells it. */
    static Optional<TimeSpan> of(GoldColumn column) {
        ColumnProfile profile = column.profile();
        if (profile == null) {
            return Optional.empty();
        }
        List<LocalDate> ends = profile.shapes().stream()
                .filter(s -> !s.isOther())
                .flatMap(s -> ends(s).stream())
                .sorted()
                .toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        boolean timeOfDay = column.type().kind() != ColumnType.Kind.DATE;
        return Optional.of(new TimeSpan(
                ends.get(0),
                ends.get(ends.size() - 1),
                profile.distinct(),
                profile.counts().filled(),
                timeOfDay,
                profile.examined() >= profile.distinct()));
    }

    private static List<LocalDate> ends(ValueShape shape) {
        return Stream.of(shape.least(), shape.greatest())
                .flatMap(text -> date(text.strip()).stream())
                .toList();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < DATE_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    /** Buckets of this grain from the first to the last. */
    long buckets(TimeGrain grain) {
        long days = ChronoUnit.DAYS.between(first, last);
        long months = (last.getYear() - first.getYear()) * 12L + last.getMonthValue() - first.getMonthValue();
        return switch (grain) {
            case SECOND -> (days + 1) * 86_400;
            case MINUTE -> (days + 1) * 1_440;
            case HOUR -> (days + 1) * 24;
            case DAY -> days + 1;
            case WEEK -> days / 7 + 1;
            case MONTH -> months + 1;
            case QUARTER -> months / 3 + 1;
            case YEAR -> last.getYear() - first.getYear() + 1L;
        };
    }

    /** Buckets of this grain that are likely to have rows. */
    long groups(TimeGrain grain) {
        return Math.max(1, Math.min(buckets(grain), points));
    }

    /** The finest grain that still is a readable line: not too many buckets, most of them with rows. */
    Optional<TimeGrain> grain() {
        return GRAINS.stream()
                .filter(g -> g != TimeGrain.HOUR || timeOfDay)
                .filter(g -> buckets(g) > 1 && buckets(g) <= most(g))
                .filter(g -> points >= ENOUGH_FILLED * buckets(g) && rows >= buckets(g))
                .findFirst()
                .or(() -> GRAINS.stream()
                        .filter(g -> g.isDate() && buckets(g) > 1 && buckets(g) <= most(g))
                        .reduce((finer, coarser) -> coarser));
    }

    /** The next grain worth a line of its own over a long span, if there is one. */
    Optional<TimeGrain> coarser(TimeGrain grain) {
        List<TimeGrain> candidates =
                switch (grain) {
                    case SECOND, MINUTE, HOUR -> List.of(TimeGrain.DAY);
                    case DAY -> List.of(TimeGrain.WEEK, TimeGrain.MONTH);
                    case WEEK -> List.of(TimeGrain.MONTH);
                    case MONTH, QUARTER -> List.of(TimeGrain.YEAR);
                    case YEAR -> List.of();
                };
        return candidates.stream().filter(g -> buckets(g) >= 3).findFirst();
    }

    private static long most(TimeGrain grain) {
        return switch (grain) {
            case SECOND, MINUTE -> 0;
            case HOUR -> 72;
            case DAY -> 92;
            case WEEK -> 53;
            case MONTH -> 180;
            case QUARTER -> 120;
            case YEAR -> Long.MAX_VALUE;
        };
    }
}
