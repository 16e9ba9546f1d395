package io.medallion.profile;

import io.medallion.spec.NumberFormat.Negative;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be a number, taken apart without deciding what its separators mean.
 *
 * @param body from the first digit (or the separator right before it) to the last
 * @param exponent with its sign, or null
 * @param affix the currency, unit or percent sign beside it, or empty
 * @param negative whether it is below zero
 * @param style how the minus is written, or null for a leading hyphen or none
 */
record NumberText(String body, @Nullable String exponent, String affix, boolean negative, @Nullable Negative style) {

    private static final int LONGEST = 60;

    /** The parts of a text; null when it is certainly no number. */
    static @Nullable NumberText of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        boolean parentheses = text.indexOf('(') >= 0 && text.endsWith(")");
        String inner =
                parentheses ? Cell.strip(text.substring(0, text.length() - 1).replaceFirst("\\(", "")) : text;
        int first = firstDigit(inner);
        if (first < 0 || inner.indexOf('(') >= 0) {
            return null;
        }
        int last = lastDigit(inner);
        if (first > 0
                && isPoint(inner.charAt(first - 1))
                && (first == 1 || !Character.isLetter(inner.charAt(first - 2)))) {
            first--;
        }
        String body = inner.substring(first, last + 1);
        String prefix = inner.substring(0, first);
        String suffix = inner.substring(last + 1);
        return signed(prefix, body, suffix, parentheses);
    }

    private static @Nullable NumberText signed(String prefix, String body, String suffix, boolean parentheses) {
        Negative style = parentheses ? Negative.PARENTHESES : null;
        boolean negative = parentheses;
        int signs = 0;
        StringBuilder before = new StringBuilder();
        for (char c : prefix.toCharArray()) {
            if (c == '-' || c == '+' || c == '\u2212' || c == '\u2013') {
                signs++;
                negative |= c != '+';
                style = c == '\u2212' || c == '\u2013' ? Negative.UNICODE_MINUS : style;
            } else {
                before.append(c);
            }
        }
        String after = suffix;
        if (after.startsWith("-")) {
            signs++;
            negative = true;
            style = Negative.TRAILING_MINUS;
            after = after.substring(1);
        }
        String left = Cell.strip(before.toString());
        String right = Cell.strip(after);
        if (signs > (parentheses ? 0 : 1) || (!left.isEmpty() && !right.isEmpty())) {
            return null;
        }
        if (!left.isEmpty() && Affixes.onlyFollows(left)) {
            // v2, M5 and G7 are codes
            return null;
        }
        return exponent(body, left.isEmpty() ? right : left, negative, style);
    }

    private static @Nullable NumberText exponent(
            String body, String affix, boolean negative, @Nullable Negative style) {
        int e = Math.max(body.indexOf('e'), body.indexOf('E'));
        String mantissa = e < 0 ? body : body.substring(0, e);
        String exponent = e < 0 ? null : body.substring(e + 1);
        if (exponent != null && !exponent.matches("[+-]?[0-9]{1,4}")) {
            return null;
        }
        for (int i = 0; i < mantissa.length(); i++) {
            char c = mantissa.charAt(i);
            if (!Cell.isDigit(c) && !isPoint(c) && !isGroup(c)) {
                return null;
            }
        }
        return mantissa.isEmpty() ? null : new NumberText(mantissa, exponent, affix, negative, style);
    }

    /** Whether an exponent is written as people write floats: with a point before it or a sign in it. */
    boolean floats() {
        return exponent != null
                && (body.indexOf('.') >= 0 || body.indexOf(',') >= 0 || !Cell.isDigit(exponent.charAt(0)))
                && Math.abs(Integer.parseInt(exponent)) <= 290;
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    static boolean isGroup(char c) {
        return c == '\'' || c == '\u2019' || c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
    }

    private static int firstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Cell.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastDigit(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Cell.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
