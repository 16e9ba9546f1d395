package io.medallion.jdbc.source;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the number format of a cell makes of its number. Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes). */
enum CellFormat {
    NUMBER,
    DATE,
    DATE_TIME,
    TIME,
    /** Hours, minutes or seconds that go on beyond a day. */
    ELAPSED;

    /** Texts, escaped and padding characters, colours, conditions and locales in brackets. */
    private static final Pattern DECORATION =
            Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEYOND_A_DAY = Pattern.compile("\\[(?:h+|m+|s+)\\]");
    private static final Pattern EXPONENT = Pattern.compile("e[+-]");
    private static final Pattern HALF_OF_DAY = Pattern.compile("am/pm|a/p|上午/下午");

    private static final Map<Integer, CellFormat> OF_EAST_ASIA = Map.ofEntries(
            Map.entry(27, DATE),
            Map.entry(28, DATE),
            Map.entry(29, DATE),
            Map.entry(30, DATE),
            Map.entry(31, DATE),
            Map.entry(32, TIME),
            Map.entry(33, TIME),
            Map.entry(34, TIME),
            Map.entry(35, TIME),
            Map.entry(36, DATE),
            Map.entry(50, DATE),
            Map.entry(51, DATE),
            Map.entry(52, DATE),
            Map.entry(53, DATE),
            Map.entry(54, DATE),
            Map.entry(55, TIME),
            Map.entry(56, TIME),
            Map.entry(57, DATE),
            Map.entry(58, DATE));

    /** The format of a number; its code where the workbook has one. */
    static CellFormat of(int number, @Nullable String code) {
        if (code != null) {
            return ofCode(code);
        }
        return switch (number) {
            case 14, 15, 16, 17 -> DATE;
            case 18, 19, 20, 21, 45, 47 -> TIME;
            case 22 -> DATE_TIME;
            case 46 -> ELAPSED;
            default -> OF_EAST_ASIA.getOrDefault(number, NUMBER);
        };
    }

    static CellFormat ofCode(String code) {
        String bare = DECORATION.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int section = bare.indexOf(';');
        bare = (section < 0 ? bare : bare.substring(0, section)).strip();
        if (bare.contains("general") || bare.contains("@")) {
            return NUMBER;
        }
        if (BEYOND_A_DAY.matcher(bare).find()) {
            return ELAPSED;
        }
        boolean half = HALF_OF_DAY.matcher(bare).find();
        bare = EXPONENT.matcher(HALF_OF_DAY.matcher(bare).replaceAll("")).replaceAll("");
        boolean time = half || bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean date =
                bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.indexOf('e') >= 0 && bare.indexOf('0') < 0;
        boolean month = bare.indexOf('m') >= 0 && !time;
        if (date && time) {
            return DATE_TIME;
        }
        return date || month ? DATE : time ? TIME : NUMBER;
    }
}
