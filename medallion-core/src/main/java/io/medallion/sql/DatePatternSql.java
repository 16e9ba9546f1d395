package io.medallion.sql;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.DateParse;
import io.medallion.spec.DatePattern;
import io.medallion.spec.DatePattern.Element;
import io.medallion.spec.DatePattern.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@link DatePattern} as a regular expression and as the format string of DuckDB. */
final class DatePatternSql {

    static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final List<Element> elements;
    private final @Nullable List<List<String>> months;
    private final int pivot;

    DatePatternSql(DatePattern pattern, @Nullable Integer pivot) {
        this.elements = pattern.elements();
        this.months = pattern.language().equals(DatePattern.languages().get(0))
                        || !pattern.text().contains("MMM")
                ? null
                : DatePattern.monthNames(pattern.language());
        this.pivot = pivot == null ? DateParse.DEFAULT_PIVOT : pivot;
        if (this.pivot < 1 || this.pivot > 9_900) {
            throw new MedallionException(Problem.at("pivot " + pivot, "is not the first year of a century.")
                    .advise("Use a year between 1 and 9900."));
        }
    }

    List<Element> elements() {
        return elements;
    }

    /** The first year that two digits can mean. */
    int pivot() {
        return pivot;
    }

    boolean has(Field field) {
        return elements.stream().anyMatch(e -> e.field() == field);
    }

    /** The shape, numbers within their range; only the number of days in a month is left to the calendar. */
    String regex() {
        return elements.stream().map(this::regex).collect(Collectors.joining());
    }

    /** The same with every element but the literals in a group, in their order. */
    String regexWithGroups() {
        return elements.stream()
                .map(e -> e.field() == Field.LITERAL ? regex(e) : "(" + regex(e) + ")")
                .collect(Collectors.joining());
    }

    /** Whether months have names that are not English. */
    boolean hasForeignMonths() {
        return months != null;
    }

    /** The ways to write each month where the names are not English. */
    List<List<String>> foreignMonths() {
        return months == null
                ? List.of()
                : months.stream()
                        .map(names ->
                                names.stream().flatMap(DatePatternSql::writings).toList())
                        .toList();
    }

    private static Stream<String> writings(String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT);
        return Stream.of(name, capital + name.substring(1), name.toUpperCase(Locale.ROOT));
    }

    private String regex(Element element) {
        boolean one = element.width() == 1;
        return switch (element.field()) {
            case LITERAL -> ShapeSql.quoted(element.literal());
            case YEAR -> "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";
            case SHORT_YEAR -> "[0-9]{2}";
            case MONTH, HALF_DAY_HOUR -> one ? "(?:1[0-2]|0?[1-9])" : "(?:0[1-9]|1[0-2])";
            case DAY -> one ? "(?:[12][0-9]|3[01]|0?[1-9])" : "(?:0[1-9]|[12][0-9]|3[01])";
            case HOUR -> one ? "(?:2[0-3]|[01]?[0-9])" : "(?:[01][0-9]|2[0-3])";
            case MINUTE, SECOND -> one ? "[0-5]?[0-9]" : "[0-5][0-9]";
            case FRACTION -> "[0-9]{" + element.width() + "}";
            case HALF_DAY -> "[AaPp][Mm]";
            case OFFSET -> element.width() == 3 ? offset(":") : offset("");
            case MONTH_NAME -> hasForeignMonths() ? anyOf(foreignMonths()) : names(MONTHS, element.width());
            case DAY_NAME -> names(DAYS, element.width());
        };
    }

    private static String anyOf(List<List<String>> months) {
        return months.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** No zone was ever fifteen hours from UTC; databases draw the line in different places. */
    private static String offset(String colon) {
        return "(?:Z|[+-](?:0[0-9]|1[0-4])" + colon + "[0-5][0-9])";
    }

    private static String names(List<String> names, int width) {
        return names.stream()
                .map(name -> width == 3 ? name.substring(0, 3) : name)
                .map(DatePatternSql::anyCase)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String anyCase(String name) {
        return name.chars()
                .mapToObj(c -> "[" + Character.toString(c).toUpperCase(Locale.ROOT) + Character.toString(c) + "]")
                .collect(Collectors.joining());
    }

    /** The format of {@code strptime}. It is lenient with blanks, widths and years; the shape is tested before. */
    String strptime() {
        return elements.stream().map(DatePatternSql::strptime).collect(Collectors.joining());
    }

    private static String strptime(Element element) {
        return switch (element.field()) {
            case LITERAL -> element.literal().replace("%", "%%");
            case YEAR -> "%Y";
            case SHORT_YEAR -> "%y";
            case MONTH -> "%m";
            case MONTH_NAME -> element.width() == 3 ? "%b" : "%B";
            case DAY -> "%d";
            case DAY_NAME -> element.width() == 3 ? "%a" : "%A";
            case HOUR -> "%H";
            case HALF_DAY_HOUR -> "%I";
            case MINUTE -> "%M";
            case SECOND -> "%S";
            case FRACTION -> "%f";
            case HALF_DAY -> "%p";
            case OFFSET -> "%z";
        };
    }

    /** Whether every element has one width and only digits, so that a digit mask and positions tell the parts. */
    boolean hasFixedDigits() {
        return elements.stream().allMatch(e -> switch (e.field()) {
            case LITERAL -> e.literal().chars().noneMatch(c -> c >= '0' && c <= '9');
            case YEAR, SHORT_YEAR, FRACTION -> true;
            case MONTH, DAY, HOUR, HALF_DAY_HOUR, MINUTE, SECOND -> e.width() == 2;
            case MONTH_NAME, DAY_NAME, HALF_DAY, OFFSET -> false;
        });
    }

    /** Whether its texts are ISO 8601 as every database reads it. */
    boolean isIso() {
        String letters = elements.stream()
                .map(e -> e.field() == Field.LITERAL
                        ? e.literal()
                        : e.field().name().substring(0, 2))
                .collect(Collectors.joining());
        return letters.equals("YE-MO-DA") || letters.equals("YE-MO-DA HO:MI:SE") || letters.equals("HO:MI:SE");
    }

    /** Where an element begins in a text of {@linkplain #hasFixedDigits() fixed digits}, from 1. */
    int position(Element element) {
        int at = 1;
        for (Element before : elements) {
            if (before == element) {
                return at;
            }
            at += width(before);
        }
        throw new IllegalArgumentException(element.toString());
    }

    /** How many characters a text of {@linkplain #hasFixedDigits() fixed digits} has. */
    int length() {
        return elements.stream().mapToInt(DatePatternSql::width).sum();
    }

    private static int width(Element element) {
        return element.field() == Field.LITERAL
                ? element.literal().codePointCount(0, element.literal().length())
                : element.width();
    }

    /** The number of the group of an element, from 1. */
    int group(Element element) {
        Stream<Element> groups = elements.stream().filter(e -> e.field() != Field.LITERAL);
        return groups.toList().indexOf(element) + 1;
    }
}
