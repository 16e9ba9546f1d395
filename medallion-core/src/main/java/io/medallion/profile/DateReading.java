package io.medallion.profile;

import io.medallion.spec.DateParse;
import io.medallion.spec.DatePattern;
import io.medallion.spec.Parse;
import io.medallion.spec.TimeParse;
import io.medallion.spec.TimestampParse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a column as dates, times or timestamps: decides on the layouts and the order of day and month over all values. */
final class DateReading {

    private static final int MOST_LAYOUTS = 8;

    private final HeaderWords header;
    private final CellCounts counts = new CellCounts();
    private final Map<Cell, DateText> texts = new LinkedHashMap<>();
    private DayOrder order = DayOrder.NOT_NEEDED;

    private DateReading(HeaderWords header) {
        this.header = header;
    }

    static Optional<Reading> of(List<Cell> all, HeaderWords header) {
        return new DateReading(header).read(all);
    }

    private Optional<Reading> read(List<Cell> all) {
        List<Cell> others = new ArrayList<>();
        for (Cell cell : all) {
            DateText text = NullWords.isNull(cell.text()) ? null : DateText.of(cell.text());
            if (NullWords.isZeroDate(cell.text())) {
                counts.missing(cell);
            } else if (text == null || !trusted(text)) {
                others.add(cell);
            } else {
                texts.put(cell, text);
            }
        }
        if (texts.isEmpty() || rows(texts.keySet()) < Cell.rows(others) / 2) {
            return Optional.empty();
        }
        others.forEach(counts::leave);
        boolean dates = rows(DateText::hasDate) * 2 > rows(t -> true);
        leave(t -> t.hasDate() != dates);
        if (!dates) {
            return times();
        }
        boolean offsets = rows(DateText::hasOffset) * 2 > rows(t -> true);
        leave(t -> t.hasOffset() != offsets);
        boolean utc = rows(DateText::isUtc) * 2 > rows(t -> true);
        leave(t -> t.isUtc() != utc);
        String language = language();
        leave(t -> !t.monthName().isEmpty() && !names(language).contains(t.monthName()));
        order = DayOrder.of(texts);
        boolean versions = !header.saysDate()
                && order != DayOrder.DAY_FIRST
                && texts.values().stream().anyMatch(DateReading::likeVersion);
        if (order == DayOrder.CONTRADICTORY || versions) {
            return Optional.empty();
        }
        leaveAmbiguousMinority();
        texts.forEach((cell, text) -> {
            if (valid(text)) {
                counts.match(cell);
            } else {
                counts.refuse(cell);
            }
        });
        List<String> layouts = layouts();
        if (layouts.isEmpty() || layouts.size() > MOST_LAYOUTS) {
            return Optional.empty();
        }
        List<DatePattern> patterns = layouts.stream()
                .map(layout -> inLanguage(layout, language))
                .distinct()
                .map(DatePattern::new)
                .toList();
        boolean time = patterns.stream().anyMatch(DatePattern::hasTime);
        Parse parse = time ? new TimestampParse(patterns, utc ? "UTC" : null, null) : new DateParse(patterns, null);
        return Optional.of(counts.reading(parse, order.proven(), order.remark()));
    }

    /** Whether digits alone may be taken for a date: eight digits and short years need more than their looks. */
    private boolean trusted(DateText text) {
        if (text.layout().startsWith("yyyyMMdd")) {
            return text.hasTime() || (header.saysDate() && text.year() >= 1900 && text.year() <= 2100 && valid(text));
        }
        return !likeVersion(text) || text.narrow().isEmpty() || header.saysDate();
    }

    /** {@code 10.05.21}: a date where something proves it, and else the number of a version or of a chapter. */
    private static boolean likeVersion(DateText text) {
        return text.undecided() && text.shortYear() && text.layout().contains(".") && !text.hasTime();
    }

    /** The language that has the names of most months; English where it is one of them. */
    private String language() {
        String best = DatePattern.languages().get(0);
        long most = -1;
        for (String language : DatePattern.languages()) {
            Set<String> names = names(language);
            long rows = rows(t -> names.contains(t.monthName()));
            best = rows > most ? language : best;
            most = Math.max(most, rows);
        }
        return best;
    }

    private static Set<String> names(String language) {
        return DatePattern.monthNames(language).stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static String inLanguage(String layout, String language) {
        boolean foreign = layout.contains("MMM")
                && !language.equals(DatePattern.languages().get(0));
        return foreign ? "[" + language + "]" + layout.replace("MMMM", "MMM") : layout;
    }

    private Optional<Reading> times() {
        long later = rows(t -> t.hour() > 23 || t.minute() > 59 || t.secondOfMinute() > 59);
        boolean duration = header.has("duration", "dur", "length", "runtime", "elapsed", "lap", "pace", "minutes");
        if (later * 20 > rows(t -> true) || duration || !texts.values().stream().noneMatch(DateText::hasOffset)) {
            return Optional.empty();
        }
        texts.forEach((cell, text) -> {
            if (text.hour() <= 23 && text.minute() <= 59 && text.secondOfMinute() <= 59) {
                counts.match(cell);
            } else {
                counts.refuse(cell);
            }
        });
        List<String> layouts = layouts();
        return layouts.isEmpty() || layouts.size() > MOST_LAYOUTS
                ? Optional.empty()
                : Optional.of(counts.reading(
                        new TimeParse(layouts.stream().map(DatePattern::new).toList()), true, ""));
    }

    /** Where most dates are plain, the few whose order nothing proves are left out instead of guessed. */
    private void leaveAmbiguousMinority() {
        long undecided = rows(DateText::undecided);
        if (!order.proven() && undecided * 2 < rows(t -> true)) {
            leave(DateText::undecided);
            order = DayOrder.NOT_NEEDED;
        }
    }

    private void leave(java.util.function.Predicate<DateText> which) {
        texts.entrySet().removeIf(e -> {
            if (which.test(e.getValue())) {
                counts.refuse(e.getKey());
                return true;
            }
            return false;
        });
    }

    private boolean valid(DateText text) {
        int month = text.undecided() ? order.month(text) : text.month();
        int day = text.undecided() ? order.day(text) : text.day();
        int year = text.shortYear() ? 2000 + text.year() : text.year();
        boolean clock = !text.hasTime() || (text.hour() <= 23 && text.minute() <= 59 && text.secondOfMinute() <= 59);
        try {
            LocalDate.of(year, month, day);
            return clock && year > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** The patterns of the column, most frequent first; a field is as narrow as it gets anywhere in its layout. */
    private List<String> layouts() {
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, String> narrow = new HashMap<>();
        texts.forEach((cell, text) -> {
            rows.merge(text.layout(), cell.rows(), Long::sum);
            narrow.merge(text.layout(), text.narrow(), String::concat);
        });
        return rows.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(e -> pattern(e.getKey(), narrow.get(e.getKey())))
                .distinct()
                .toList();
    }

    private String pattern(String layout, String narrow) {
        String text = layout;
        for (char field : new char[] {'1', '2', 'M', 'd', 'H', 'h'}) {
            char letter = field == '1' ? order.firstLetter() : field == '2' ? order.secondLetter() : field;
            String letters = narrow.indexOf(field) >= 0
                    ? String.valueOf(letter)
                    : String.valueOf(letter).repeat(2);
            text = text.replace("{" + field + "}", letters);
        }
        return text;
    }

    private long rows(java.util.function.Predicate<DateText> which) {
        return texts.entrySet().stream()
                .filter(e -> which.test(e.getValue()))
                .mapToLong(e -> e.getKey().rows())
                .sum();
    }

    private static long rows(Set<Cell> cells) {
        return cells.stream().collect(Collectors.summingLong(Cell::rows));
    }
}
