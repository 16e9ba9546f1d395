package io.medallion.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads spans of time: {@code in 2024}, {@code in March 2024}, {@code in Q1 2024}, {@code since 2024-03-01}. */
final class PeriodWords {

    /** What was read. @param words how many words it took */
    record Read(Period period, int words) {}

    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern YEAR_MONTH = Pattern.compile("([12]\\d{3})-(\\d{2})");
    private static final Pattern DAY = Pattern.compile("([12]\\d{3})-(\\d{2})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])", Pattern.CASE_INSENSITIVE);

    private final List<Words.Word> words;

    PeriodWords(List<Words.Word> words) {
        this.words = words;
    }

    /** The span that starts at word {@code at} with "in", "since", "before" and the like. */
    Optional<Read> at(int at) {
        Words.Word word = words.get(at);
        if (word.is("in", "during", "for", "of", "on")) {
            return span(at + 1).map(r -> new Read(r.period(), r.words() + 1));
        }
        if (word.is("since", "from")) {
            return span(at + 1).flatMap(from -> until(at + 1 + from.words(), from));
        }
        if (word.is("after")) {
            return span(at + 1).map(r -> new Read(new Period(r.period().until(), null), r.words() + 1));
        }
        if (word.is("before")) {
            return span(at + 1).map(r -> new Read(new Period(null, r.period().from()), r.words() + 1));
        }
        if (word.is("until", "till", "through")) {
            return span(at + 1).map(r -> new Read(new Period(null, r.period().until()), r.words() + 1));
        }
        if (word.is("between")) {
            return span(at + 1)
                    .flatMap(from -> until(at + 1 + from.words(), from))
                    .filter(r -> r.period().until() != null);
        }
        return Optional.empty();
    }

    private Optional<Read> until(int at, Read from) {
        boolean goesOn = at < words.size() && words.get(at).is("to", "until", "till", "through", "and");
        Optional<Read> end = goesOn ? span(at + 1) : Optional.empty();
        return Optional.of(end.map(e -> new Read(
                        new Period(from.period().from(), e.period().until()), 1 + from.words() + 1 + e.words()))
                .orElseGet(() -> new Read(new Period(from.period().from(), null), 1 + from.words())));
    }

    private Optional<Read> span(int at) {
        if (at >= words.size()) {
            return Optional.empty();
        }
        String word = words.get(at).text();
        Optional<Period> alone = single(word);
        if (alone.isPresent()) {
            return alone.map(p -> new Read(p, 1));
        }
        boolean yearFollows =
                at + 1 < words.size() && YEAR.matcher(words.get(at + 1).text()).matches();
        if (!yearFollows) {
            return Optional.empty();
        }
        int year = Integer.parseInt(words.get(at + 1).text());
        Matcher quarter = QUARTER.matcher(word);
        if (quarter.matches()) {
            LocalDate start = LocalDate.of(year, Integer.parseInt(quarter.group(1)) * 3 - 2, 1);
            return Optional.of(new Read(new Period(start, start.plusMonths(3)), 2));
        }
        Month month = month(word);
        return month == null ? Optional.empty() : Optional.of(new Read(month(LocalDate.of(year, month, 1)), 2));
    }

    private static Optional<Period> single(String word) {
        try {
            if (YEAR.matcher(word).matches()) {
                LocalDate start = LocalDate.of(Integer.parseInt(word), 1, 1);
                return Optional.of(new Period(start, start.plusYears(1)));
            }
            Matcher month = YEAR_MONTH.matcher(word);
            if (month.matches()) {
                return Optional.of(
                        month(LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1)));
            }
            if (DAY.matcher(word).matches()) {
                LocalDate day = LocalDate.parse(word);
                return Optional.of(new Period(day, day.plusDays(1)));
            }
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Period month(LocalDate start) {
        return new Period(start, start.plusMonths(1));
    }

    private static @Nullable Month month(String word) {
        String folded = word.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().equals(folded)
                    || folded.length() == 3 && month.name().startsWith(folded)) {
                return month;
            }
        }
        return null;
    }
}
