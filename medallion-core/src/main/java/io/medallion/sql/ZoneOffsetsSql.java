package io.medallion.sql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.Field;

/**
 * How many seconds a zone is ahead of UTC, written out from the rules that Java knows. MariaDB and MySQL have time zones only where
 * somebody loaded them, and convert nothing outside 1970 to 2037, without a word.
 */
final class ZoneOffsetsSql {

    private static final long DAY = 86_400;

    private final ZoneRules rules;

    ZoneOffsetsSql(ZoneRules rules) {
        this.rules = rules;
    }

    /** At a local time; one that was skipped counts as before the gap, one that came twice as the later of the two. */
    Field<?> atLocal(Field<?> local) {
        return at(local, transition -> seconds(transition.getDateTimeAfter()));
    }

    /** At an instant, kept as UTC. */
    Field<?> atInstant(Field<?> utc) {
        return at(utc, transition -> seconds(utc(transition.getInstant())));
    }

    /** The first local time that is an instant of the year 0001 or later. */
    LocalDateTime first() {
        LocalDateTime year1 = LocalDateTime.of(1, 1, 1, 0, 0);
        LocalDateTime local = year1.plusSeconds(rules.getOffset(year1).getTotalSeconds());
        return local.isBefore(year1) ? year1 : local;
    }

    /** The last local time that is an instant of the year 9999 or earlier. */
    LocalDateTime last() {
        LocalDateTime year9999 = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);
        LocalDateTime local = year9999.plusSeconds(rules.getOffset(year9999).getTotalSeconds());
        return local.isAfter(year9999) ? year9999 : local;
    }

    /** The listed transitions are searched; after the last of them the rules of the year hold. */
    private Field<?> at(Field<?> time, ToLongFunction<ZoneOffsetTransition> threshold) {
        List<ZoneOffsetTransition> listed = rules.getTransitions();
        if (listed.isEmpty()) {
            return Templates.number(rules.getOffset(Instant.EPOCH).getTotalSeconds());
        }
        ZoneOffsetTransition last = listed.get(listed.size() - 1);
        String past = "elt(1 + interval(to_seconds({0}), "
                + join(listed, transition -> String.valueOf(threshold.applyAsLong(transition)))
                + "), " + listed.get(0).getOffsetBefore().getTotalSeconds() + ", "
                + join(
                        listed,
                        transition -> String.valueOf(transition.getOffsetAfter().getTotalSeconds())) + ")";
        if (rules.getTransitionRules().isEmpty()) {
            return Templates.field("cast(" + past + " as signed)", time);
        }
        return Templates.field(
                "case when to_seconds({0}) >= " + threshold.applyAsLong(last) + " then {1} else cast(" + past
                        + " as signed) end",
                time,
                ruled(time, threshold));
    }

    private Field<?> ruled(Field<?> time, ToLongFunction<ZoneOffsetTransition> threshold) {
        StringBuilder template = new StringBuilder("case");
        List<ZoneOffsetTransitionRule> ofYear = rules.getTransitionRules();
        for (ZoneOffsetTransitionRule rule : ofYear) {
            template.append(" when to_seconds({0}) < ")
                    .append(transition(rule, threshold))
                    .append(" then ")
                    .append(rule.getOffsetBefore().getTotalSeconds());
        }
        int after = ofYear.get(ofYear.size() - 1).getOffsetAfter().getTotalSeconds();
        return Templates.field(template + " else " + after + " end", time);
    }

    /** When a rule takes effect in the year of the time: the first such day of the week on or after a day, and seconds from there. */
    private static String transition(ZoneOffsetTransitionRule rule, ToLongFunction<ZoneOffsetTransition> threshold) {
        ZoneOffsetTransition example = rule.createTransition(2024);
        LocalDate from = from(rule, 2024);
        DayOfWeek weekday = rule.getDayOfWeek();
        LocalDate day = weekday == null ? from : nextOrSame(from, weekday);
        long seconds = threshold.applyAsLong(example) - seconds(day.atStartOfDay());
        // days since the year 0 of a first of March or later: 365 per year and the leap days up to it
        long shift = days(from) - (365L * 2024 + 2024 / 4 - 2024 / 100 + 2024 / 400);
        boolean early = from.getMonth().compareTo(Month.MARCH) < 0;
        String year = early ? "(year({0}) - 1)" : "year({0})";
        if (early) {
            LocalDate plain = from(rule, 2023);
            shift = days(plain) - (365L * 2022 + 2022 / 4 - 2022 / 100 + 2022 / 400);
        }
        String start = "(365 * " + year + " + " + year + " div 4 - " + year + " div 100 + " + year + " div 400"
                + (shift < 0 ? " - " + -shift : " + " + shift) + ")";
        if (weekday == null) {
            return "(" + DAY + " * " + start + " + " + seconds + ")";
        }
        // day 0 of TO_DAYS counts as a Saturday
        int saturday = (weekday.getValue() + 1) % 7;
        return "(" + DAY + " * (" + start + " + (" + (saturday + 7 * 1_000_000) + " - " + start + ") % 7) + " + seconds
                + ")";
    }

    /** A day counted from the end of a month is the first such day of the week in its last seven days. */
    private static LocalDate from(ZoneOffsetTransitionRule rule, int year) {
        int indicated = rule.getDayOfMonthIndicator();
        int day = indicated > 0 ? indicated : rule.getMonth().length(false) + 1 + indicated - 6;
        return LocalDate.of(year, rule.getMonth(), day);
    }

    private static LocalDate nextOrSame(LocalDate from, DayOfWeek weekday) {
        return from.plusDays(
                Math.floorMod(weekday.getValue() - from.getDayOfWeek().getValue(), 7));
    }

    /** As TO_DAYS counts: 0000-01-01 is day 1... of the proleptic Gregorian calendar. */
    private static long days(LocalDate date) {
        return date.toEpochDay() + 719_528;
    }

    /** As TO_SECONDS counts. */
    private static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) + 719_528 * DAY;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String join(List<ZoneOffsetTransition> transitions, Function<ZoneOffsetTransition, String> text) {
        return transitions.stream().map(text).collect(Collectors.joining(", "));
    }
}
