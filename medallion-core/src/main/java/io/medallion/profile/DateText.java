package io.medallion.profile;

import io.medallion.spec.DatePattern;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be a date, a time or both, taken apart without deciding whether the day or the month stands first.
 *
 * @param layout the pattern with {@code {1}} and {@code {2}} for two numbers in undecided order, {@code {M}}, {@code {d}},
 *     {@code {H}}, {@code {h}} for fields of one or two digits
 * @param first the first of two undecided numbers, 0 when there are none
 * @param second the second of them
 * @param year the year as written, -1 for none
 * @param month the month where it is decided, else 0
 * @param day the day where it is decided, else 0
 * @param hour the hour, -1 for none
 * @param minute the minute
 * @param secondOfMinute the second
 * @param monthName the name of the month in small letters, empty where it is a number
 * @param narrow the fields ({@code 1 2 M d H h}) written with one digit
 */
record DateText(
        String layout,
        int first,
        int second,
        int year,
        int month,
        int day,
        int hour,
        int minute,
        int secondOfMinute,
        String monthName,
        String narrow) {

    private static final int LONGEST = 45;

    private static final List<String> UTC = List.of("'UTC'", "'GMT'", "'utc'", "'gmt'", "'+00'");

    private static final int IN_ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** The months by their names in all languages; no name is of two different months. */
    private static final Map<String, Integer> MONTHS = months();

    private static final String MONTH = MONTHS.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.joining("|", "(", ")"));

    private static final Pattern DAY_NAME = Pattern.compile(
            "^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)(,? )(?=.*[0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST = Pattern.compile("^([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9])");
    private static final Pattern YEAR_LAST =
            Pattern.compile("^([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9])");
    private static final Pattern NAMED_MIDDLE = Pattern.compile(
            "^([0-9]{1,2})(\\. | de |[-/. ]?)" + MONTH + "(\\. | de | del |, |[-/. ])?([0-9]{4}|[0-9]{2})(?![0-9])",
            IN_ANY_CASE);
    private static final Pattern NAMED_FIRST =
            Pattern.compile("^" + MONTH + "( |-|\\. )([0-9]{1,2})(, | |,|-)([0-9]{4})(?![0-9])", IN_ANY_CASE);
    private static final Pattern YEAR_NAMED =
            Pattern.compile("^([0-9]{4})([-/ ])" + MONTH + "\\2([0-9]{1,2})(?![0-9])", IN_ANY_CASE);
    private static final Pattern HAN = Pattern.compile("^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日");
    private static final Pattern COMPACT = Pattern.compile("^([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])");
    private static final Pattern BASIC_TIME = Pattern.compile("T[0-9]{6}Z?");
    private static final Pattern TIME = Pattern.compile(
            "^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:([.,])([0-9]{1,6})(0{0,3}))?)?( ?[ap]m)?( ?(?:z|[+-][0-9]{2}:?[0-9]{2}|\\+00| (?:utc|gmt)))?$",
            Pattern.CASE_INSENSITIVE);

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : DatePattern.languages()) {
            List<List<String>> names = DatePattern.monthNames(language);
            for (int i = 0; i < names.size(); i++) {
                for (String name : names.get(i)) {
                    months.put(name, i + 1);
                }
            }
        }
        return Map.copyOf(months);
    }

    /** The parts of a text; null when it is neither date nor time in a form that can be read. */
    static @Nullable DateText of(String text) {
        if (text.length() < 4 || text.length() > LONGEST || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        Builder parts = new Builder();
        String rest = text;
        Matcher dayName = DAY_NAME.matcher(rest);
        if (dayName.find()) {
            parts.layout.append(dayName.group(1).length() > 3 ? "EEEE" : "EEE").append(dayName.group(2));
            rest = rest.substring(dayName.end());
        }
        String afterDate = parts.date(rest);
        if (afterDate == null) {
            return parts.layout.length() == 0 && parts.time(rest) ? parts.build() : null;
        }
        if (afterDate.isEmpty()) {
            return parts.build();
        }
        int time = afterDate.startsWith(", ") ? 2 : 1;
        char gap = afterDate.charAt(0);
        boolean log = gap == ':' && parts.layout.toString().endsWith("/MMM/yyyy");
        if (gap != 'T' && gap != ' ' && time == 1 && !log) {
            return null;
        }
        if (gap == 'T'
                && BASIC_TIME.matcher(afterDate).matches()
                && parts.layout.toString().equals("yyyyMMdd")) {
            return parts.basicTime(afterDate) ? parts.build() : null;
        }
        while (gap == ' ' && time < afterDate.length() && afterDate.charAt(time) == ' ') {
            time++;
        }
        parts.layout.append(gap == 'T' ? "'T'" : afterDate.substring(0, time));
        return parts.time(afterDate.substring(time)) ? parts.build() : null;
    }

    boolean hasDate() {
        return year >= 0;
    }

    boolean hasTime() {
        return hour >= 0;
    }

    boolean undecided() {
        return first > 0 || second > 0 || layout.contains("{1}");
    }

    boolean hasOffset() {
        return layout.contains("XX") || isUtc();
    }

    /** Whether the letters or the sign at the end say that it is UTC. */
    boolean isUtc() {
        return UTC.stream().anyMatch(layout::endsWith);
    }

    boolean shortYear() {
        return layout.contains("yy") && !layout.contains("yyyy");
    }

    private static final class Builder {
        private final StringBuilder layout = new StringBuilder();
        private final StringBuilder narrow = new StringBuilder();
        private int first;
        private int second;
        private int year = -1;
        private int month;
        private int day;
        private int hour = -1;
        private int minute;
        private int secondOfMinute;
        private String monthName = "";

        DateText build() {
            return new DateText(
                    layout.toString(),
                    first,
                    second,
                    year,
                    month,
                    day,
                    hour,
                    minute,
                    secondOfMinute,
                    monthName,
                    narrow.toString());
        }

        /** Reads a date at the beginning and gives what follows; null when there is none. */
        @Nullable
        String date(String text) {
            Matcher m;
            if ((m = YEAR_FIRST.matcher(text)).find()) {
                year(m.group(1))
                        .literal(m.group(2))
                        .month(m.group(3))
                        .literal(m.group(2))
                        .day(m.group(4));
            } else if ((m = YEAR_LAST.matcher(text)).find()) {
                first = field('1', m.group(1));
                literal(m.group(2));
                second = field('2', m.group(3));
                literal(m.group(2)).year(m.group(4));
            } else if ((m = NAMED_MIDDLE.matcher(text)).find()) {
                day(m.group(1));
                literal(m.group(2)).monthName(m.group(3));
                literal(m.group(4) == null ? "" : m.group(4)).year(m.group(5));
            } else if ((m = NAMED_FIRST.matcher(text)).find()) {
                monthName(m.group(1));
                literal(m.group(2)).day(m.group(3));
                literal(m.group(4)).year(m.group(5));
            } else if ((m = YEAR_NAMED.matcher(text)).find()) {
                year(m.group(1)).literal(m.group(2)).monthName(m.group(3));
                literal(m.group(2)).day(m.group(4));
            } else if ((m = HAN.matcher(text)).find()) {
                year(m.group(1)).literal("'年'").month(m.group(2)).literal("'月'").day(m.group(3));
                literal("'日'");
            } else if ((m = COMPACT.matcher(text)).find()) {
                year(m.group(1));
                layout.append("MMdd");
                month = Integer.parseInt(m.group(2));
                day = Integer.parseInt(m.group(3));
            } else {
                return null;
            }
            return text.substring(m.end());
        }

        /** The basic format of ISO 8601, as in {@code 20210305T101010Z}. */
        boolean basicTime(String text) {
            layout.append("'T'HHmmss").append(text.length() > 7 ? "XXX" : "");
            hour = Integer.parseInt(text.substring(1, 3));
            minute = Integer.parseInt(text.substring(3, 5));
            secondOfMinute = Integer.parseInt(text.substring(5, 7));
            return true;
        }

        boolean time(String text) {
            Matcher m = TIME.matcher(text);
            if (!m.find()) {
                return false;
            }
            boolean half = m.group(7) != null;
            hour = field(half ? 'h' : 'H', m.group(1));
            layout.append(":mm");
            minute = Integer.parseInt(m.group(2));
            if (m.group(3) != null) {
                layout.append(":ss");
                secondOfMinute = Integer.parseInt(m.group(3));
            }
            if (m.group(4) != null) {
                fraction(m.group(4), m.group(5), m.group(6));
            }
            if (half) {
                layout.append(m.group(7).startsWith(" ") ? " a" : "a");
                hour = hour < 1 || hour > 12 ? 99 : hour;
            }
            if (m.group(8) != null) {
                offset(m.group(8));
            }
            return true;
        }

        /** Databases hold six digits of a second; zeros after them change nothing. */
        private void fraction(String point, String digits, String zeros) {
            layout.append(point).append("S".repeat(digits.length()));
            layout.append(zeros.isEmpty() ? "" : "'" + zeros + "'");
        }

        private void offset(String text) {
            String bare = text.strip();
            layout.append(" ".repeat(text.length() - bare.length()));
            if (bare.equals("+00") || bare.length() == 3 && Character.isLetter(bare.charAt(0))) {
                layout.append('\'').append(bare).append('\'');
            } else {
                layout.append(bare.indexOf(':') >= 0 || bare.length() <= 2 ? "XXX" : "XX");
            }
        }

        private int field(char name, String digits) {
            layout.append('{').append(name).append('}');
            if (digits.length() == 1) {
                narrow.append(name);
            }
            return Integer.parseInt(digits);
        }

        private Builder year(String digits) {
            layout.append(digits.length() == 4 ? "yyyy" : "yy");
            year = Integer.parseInt(digits);
            return this;
        }

        private Builder month(String digits) {
            month = field('M', digits);
            return this;
        }

        private Builder day(String digits) {
            day = field('d', digits);
            return this;
        }

        private Builder monthName(String name) {
            layout.append(name.length() == 3 ? "MMM" : "MMMM");
            monthName = name.toLowerCase(Locale.ROOT);
            month = MONTHS.getOrDefault(monthName, 0);
            return this;
        }

        private Builder literal(String text) {
            boolean words = text.indexOf('\'') < 0 && text.chars().anyMatch(Character::isLetter);
            layout.append(words ? "'" + text + "'" : text);
            return this;
        }
    }
}
