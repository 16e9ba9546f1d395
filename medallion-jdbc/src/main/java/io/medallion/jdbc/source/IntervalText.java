package io.medallion.jdbc.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of intervals: ISO 8601 with a sign per part, as PostgreSQL's style {@code iso_8601} writes it: {@code P1Y2M3DT4H5M6.789S}. */
final class IntervalText {

    private static final Pattern DUCKDB =
            Pattern.compile("(?:(-?\\d+) years? ?)?(?:(-?\\d+) months? ?)?(?:(-?\\d+) days? ?)?"
                    + "(?:(-?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?)?");

    private IntervalText() {}

    /** What DuckDB wrote as {@code 1 year 2 months 3 days 04:05:06.789}. */
    static String ofDuckDb(String written) {
        Matcher parts = DUCKDB.matcher(written);
        if (!parts.matches()) {
            return written;
        }
        StringBuilder days = new StringBuilder();
        add(days, "", parts.group(1), "Y");
        add(days, "", parts.group(2), "M");
        add(days, "", parts.group(3), "D");
        StringBuilder time = new StringBuilder();
        if (parts.group(5) != null) {
            String sign = parts.group(4);
            add(time, sign, parts.group(5), "H");
            add(time, sign, parts.group(6), "M");
            String fraction = parts.group(8) == null ? "" : "." + parts.group(8);
            if (!fraction.isEmpty() || Integer.parseInt(parts.group(7)) != 0) {
                time.append(sign)
                        .append(Integer.parseInt(parts.group(7)))
                        .append(fraction)
                        .append('S');
            }
        }
        if (days.isEmpty() && time.isEmpty()) {
            return "PT0S";
        }
        return "P" + days + (time.isEmpty() ? "" : "T" + time);
    }

    private static void add(StringBuilder text, String sign, String number, String unit) {
        if (number != null && Long.parseLong(number) != 0) {
            text.append(sign).append(Long.parseLong(number)).append(unit);
        }
    }
}
