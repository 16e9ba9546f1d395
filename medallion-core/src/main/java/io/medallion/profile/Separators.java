package io.medallion.profile;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the separators in numbers mean.
 *
 * @param decimal before the fraction
 * @param grouping between groups of three digits, or empty
 */
record Separators(String decimal, String grouping) {

    /** All that are looked for, the more usual first: where several read a column equally well, the first is taken. */
    static final List<Separators> ALL = List.of(
            new Separators(".", ""),
            new Separators(".", ","),
            new Separators(".", "'"),
            new Separators(".", " "),
            new Separators(",", ""),
            new Separators(",", "."),
            new Separators(",", " "),
            new Separators(",", "'"));

    /** The digits of a number with a point before the fraction; null when the separators do not explain it. */
    @Nullable
    String plain(String body) {
        int point = body.lastIndexOf(decimal);
        String whole = point < 0 ? body : body.substring(0, point);
        String fraction = point < 0 ? "" : body.substring(point + 1);
        if (!allDigits(fraction) || (point >= 0 && fraction.isEmpty())) {
            return null;
        }
        String digits = whole(whole);
        return digits == null || (digits.isEmpty() && fraction.isEmpty())
                ? null
                : digits + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private @Nullable String whole(String text) {
        if (allDigits(text)) {
            return text;
        }
        if (grouping.isEmpty()) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        int group = 0;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Cell.isDigit(c)) {
                digits.append(c);
                group++;
            } else {
                if (!isGrouping(c) || (first ? group < 1 || group > 3 || text.charAt(0) == '0' : group != 3)) {
                    return null;
                }
                first = false;
                group = 0;
            }
        }
        return group == 3 ? digits.toString() : null;
    }

    private boolean isGrouping(char c) {
        return switch (grouping) {
            case "," -> c == ',';
            case "." -> c == '.';
            case "'" -> c == '\'' || c == '\u2019';
            default -> c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
        };
    }

    static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Cell.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value of a number in this writing; null when it is none. */
    @Nullable
    BigDecimal value(NumberText number) {
        String plain = plain(number.body());
        if (plain == null) {
            return null;
        }
        String text = plain.startsWith(".") ? "0" + plain : plain;
        BigDecimal value = new BigDecimal(number.exponent() == null ? text : text + "E" + number.exponent());
        return number.negative() ? value.negate() : value;
    }
}
