package io.medallion.profile;

import java.util.Locale;
import java.util.Set;

/** Words that are written where a value is missing. */
final class NullWords {

    private static final Set<String> WORDS = Set.of(
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "n/d",
            "nd",
            "null",
            "(null)",
            "<null>",
            "[null]",
            "none",
            "nan",
            "nat",
            "nil",
            "missing",
            "unknown",
            "undefined",
            "not available",
            "not applicable",
            "not reported",
            "no data",
            "suppressed",
            "-",
            "--",
            "---",
            "'-",
            "–",
            "—",
            "?",
            "??",
            ".",
            "..",
            "...",
            "*",
            "**",
            "***",
            "\\n",
            "tbd",
            "#div/0!",
            "#ref!",
            "#value!",
            "#name?",
            "#num!",
            "#null!",
            "blank",
            "(blank)",
            "empty",
            "(empty)",
            "unk",
            "unk.",
            "indef.",
            "n/r",
            "n.d.");

    /** Dates that databases write for no date. */
    private static final Set<String> ZERO_DATES = Set.of("0000-00-00", "0000-00-00 00:00:00", "00/00/0000");

    private static final Set<String> INFINITIES = Set.of("inf", "-inf", "+inf", "infinity", "-infinity", "+infinity");

    private NullWords() {}

    /** Whether the word may mean missing in a column of numbers, dates or truth values. */
    static boolean isNull(String text) {
        return text.length() <= 20 && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    static boolean isZeroDate(String text) {
        return ZERO_DATES.contains(text);
    }

    /** Whether it is a double that no column of exact or finite numbers can hold. */
    static boolean isInfinity(String text) {
        return text.length() <= 9 && INFINITIES.contains(text.toLowerCase(Locale.ROOT));
    }
}
