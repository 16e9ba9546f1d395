package io.medallion.expression;

import java.util.regex.PatternSyntaxException;

/** Reads a pattern once from left to right, refuses what is not portable and writes the rest out. */
final class PortableRegexReader {

    private static final int MOST_REPEATS = 255;
    private static final String ESCAPABLE = " !\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";

    private final String pattern;
    private final String end;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int repeats = 1;

    PortableRegexReader(String pattern, String end) {
        this.pattern = pattern;
        this.end = end;
    }

    String written() {
        boolean quantified = true;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean quantifier = c == '*' || c == '+' || c == '?' || c == '{';
            if (quantifier && quantified) {
                throw refuse("a quantifier with nothing to repeat");
            }
            quantified = quantifier || c == '(' || c == '|' || c == '^' || c == '$';
            piece(c);
        }
        return out.toString();
    }

    private void piece(char c) {
        switch (c) {
            case '\\' -> escape(false);
            case '[' -> characterClass();
            case '(' -> group();
            case '{' -> counted();
            case '.' -> write("[^\\n]");
            case '$' -> write(end);
            case ']', '}' -> throw refuse("a bracket that was not opened (write \\" + c + " for the character)");
            case '*', '+', '?' -> quantifier(String.valueOf(c));
            default -> copyCodePoint();
        }
    }

    private void write(String text) {
        out.append(text);
        at++;
    }

    private void copyCodePoint() {
        int codePoint = pattern.codePointAt(at);
        out.appendCodePoint(codePoint);
        at += Character.charCount(codePoint);
    }

    private void group() {
        if (pattern.startsWith("(?", at)) {
            if (!pattern.startsWith("(?:", at)) {
                throw refuse("a group with options or look-around");
            }
            at += 2;
        }
        write("(?:");
    }

    /** Which of several matches is found first does not matter here, so a lazy quantifier is written as a greedy one. */
    private void quantifier(String text) {
        write(text);
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
    }

    private void counted() {
        int close = pattern.indexOf('}', at);
        String counts = close < 0 ? "" : pattern.substring(at + 1, close);
        if (!counts.matches("\\d{1,3}(,(\\d{1,3})?)?")) {
            throw refuse("a brace that is no quantifier (write \\{ for the character)");
        }
        String[] bounds = counts.split(",");
        int most = Integer.parseInt(bounds[bounds.length - 1]);
        repeats *= Math.max(1, most);
        if (most > MOST_REPEATS || Integer.parseInt(bounds[0]) > most || repeats > MOST_REPEATS * 4) {
            throw refuse("a quantifier beyond " + MOST_REPEATS);
        }
        at = close;
        quantifier("{" + counts + "}");
    }

    private void escape(boolean inClass) {
        at++;
        char c = at < pattern.length() ? pattern.charAt(at) : '\0';
        switch (c) {
            case 'd' -> shorthand("0-9", inClass);
            case 'w' -> shorthand("A-Za-z0-9_", inClass);
            case 's' -> shorthand(" \\t\\n\\r\\f", inClass);
            case 't', 'n', 'r' -> write("\\" + c);
            default -> {
                if (ESCAPABLE.indexOf(c) < 0) {
                    at--;
                    throw refuse("an escape that engines read differently");
                }
                write("\\" + c);
            }
        }
    }

    private void shorthand(String members, boolean inClass) {
        write(inClass ? members : "[" + members + "]");
    }

    private void characterClass() {
        write("[");
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            write("^");
        }
        int first = at;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            char c = pattern.charAt(at);
            if (c == '['
                    || pattern.startsWith("&&", at)
                    || pattern.startsWith("--", at)
                    || pattern.startsWith("~~", at)) {
                throw refuse("a class inside a class (write \\" + c + " for the character)");
            }
            if (c == '\\') {
                escape(true);
            } else {
                copyCodePoint();
            }
        }
        if (at == first || at == pattern.length()) {
            throw refuse("a class that is empty or not closed");
        }
        write("]");
    }

    private PatternSyntaxException refuse(String what) {
        return new PatternSyntaxException(what, pattern, at);
    }
}
