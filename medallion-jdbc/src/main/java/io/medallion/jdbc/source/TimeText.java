package io.medallion.jdbc.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of dates and times: ISO 8601 in the proleptic Gregorian calendar, seconds always, of the fraction of a second as many digits as it needs,
 * moments in UTC with {@code Z}. Years after 9999 are written out, years before 1 as {@code 0044-03-15 BC}; {@code infinity} stays that word.
 */
final class TimeText {

    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4,})-(\\d\\d)-(\\d\\d)( \\(BC\\))?[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?([+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?|Z)?( BC)?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("(-?\\d{2,3}:\\d\\d:\\d\\d)(?:\\.(\\d+))?(.*)");

    private TimeText() {}

    static String of(LocalDate date) {
        return day(date) + era(date);
    }

    static String of(LocalTime time) {
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return seconds + fraction(String.format(Locale.ROOT, "%09d", time.getNano()));
    }

    static String of(OffsetTime time) {
        return of(time.toLocalTime()) + time.getOffset();
    }

    static String of(LocalDateTime time) {
        return day(time.toLocalDate()) + "T" + of(time.toLocalTime()) + era(time.toLocalDate());
    }

    static String of(OffsetDateTime time) {
        LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return day(utc.toLocalDate()) + "T" + of(utc.toLocalTime()) + "Z" + era(utc.toLocalDate());
    }

    /** What a database wrote as {@code 2024-01-31 10:20:30.500000}, with or without an offset; what is no point in time stays as it is. */
    static String ofTimestamp(String written) {
        Matcher parts = TIMESTAMP.matcher(written);
        if (!parts.matches() || parts.group(2).equals("00") || parts.group(3).equals("00")) {
            return written;
        }
        int year = Integer.parseInt(parts.group(1));
        if (year == 0) {
            return written;
        }
        int proleptic = parts.group(4) == null && parts.group(10) == null ? year : 1 - year;
        if (number(parts, 3) > YearMonth.of(proleptic, number(parts, 2)).lengthOfMonth()) {
            return written;
        }
        LocalDateTime local = LocalDateTime.of(
                proleptic,
                number(parts, 2),
                number(parts, 3),
                number(parts, 5),
                number(parts, 6),
                number(parts, 7),
                nanos(parts.group(8)));
        return parts.group(9) == null ? of(local) : of(local.atOffset(ZoneOffset.of(parts.group(9))));
    }

    /** What a database wrote as {@code 2024-01-31}. */
    static String ofDate(String written) {
        return written.replace(" (BC)", " BC");
    }

    /** What a database wrote as {@code 10:20:30.500+02}; also a duration of MariaDB as {@code -838:59:59.000}. */
    static String ofTime(String written) {
        Matcher parts = TIME_OF_DAY.matcher(written);
        if (!parts.matches()) {
            return written;
        }
        String fraction = parts.group(2) == null ? "" : fraction(parts.group(2));
        String offset = parts.group(3);
        return parts.group(1) + fraction + (offset.isEmpty() ? "" : ZoneOffset.of(offset));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int nanos(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static String fraction(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? "" : "." + digits.substring(0, end);
    }
}
