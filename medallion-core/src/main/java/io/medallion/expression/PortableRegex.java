package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in the subset that means the same in RE2 (DuckDB), PCRE2 (MariaDB), POSIX ARE (PostgreSQL) and
 * {@link java.util.regex}.
 *
 * <p>Literals, {@code .}, bracketed classes with ranges, {@code \d \w \s} (ASCII), groups, alternation, {@code * + ? {n} {n,}
 * {n,m}} with counts up to 255. Refused: anchors (the whole value is always matched), back references, look-around, lazy and
 * possessive quantifiers, flags, named classes, other letters after a backslash.
 *
 * @param text as written
 */
public record PortableRegex(@JsonValue String text) {

    private static final int LONGEST = 1_000;
    private static final String ESCAPABLE = "\\.[]{}()*+?|^$-/\"'#&~,:;<>=!@%_ ";

    @JsonCreator
    public PortableRegex {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw wrong(text, "is empty or longer than " + LONGEST + " characters.");
        }
        portable(text);
    }

    /** Why a pattern is not of the subset, in words; empty when it is. */
    public static Optional<String> refusal(String pattern) {
        try {
            portable(pattern);
            return Optional.empty();
        } catch (MedallionException refused) {
            return Optional.of(refused.problems().get(0).message());
        }
    }

    /**
     * The same expression with {@code \d}, {@code \w} and {@code \s} spelled out as classes and without anchors: text for any
     * of the engines, to be wrapped as {@code ^(?:...)$}.
     */
    public String portable() {
        return portable(text);
    }

    private static String portable(String text) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                out.append(escape(text, i, inClass));
            } else if (inClass) {
                inClass = c != ']';
                if (c == '[' || (c == '&' && text.startsWith("&&", i))) {
                    throw wrong(text, "holds '" + c + "' inside a class.");
                }
                out.append(c);
            } else if (c == '[') {
                inClass = true;
                out.append(c);
                if (text.startsWith("^", i + 1)) {
                    out.append('^');
                    i++;
                }
                if (text.startsWith("]", i + 1)) {
                    throw wrong(text, "holds an empty class.");
                }
            } else {
                i += outside(text, i, out);
            }
        }
        try {
            Pattern.compile(out.toString());
        } catch (PatternSyntaxException bad) {
            throw new MedallionException(
                    List.of(problem(text, bad.getDescription() + " near position " + (bad.getIndex() + 1) + ".")), bad);
        }
        return out.toString();
    }

    /** Copies what stands outside a class and returns how many further characters were read. */
    private static int outside(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        if (c == '^' || c == '$') {
            throw wrong(text, "holds an anchor; the whole value is always matched.");
        }
        if (c == '(' && text.startsWith("(?", at) && !text.startsWith("(?:", at)) {
            throw wrong(text, "holds '(?', which only (?: may follow.");
        }
        boolean quantifier = c == '*' || c == '+' || c == '?' || c == '}';
        if (quantifier && at + 1 < text.length() && "?+*".indexOf(text.charAt(at + 1)) >= 0) {
            throw wrong(text, "holds a lazy, possessive or double quantifier.");
        }
        if (c == '{') {
            int end = text.indexOf('}', at);
            String counts = end < 0 ? "" : text.substring(at + 1, end);
            if (!counts.matches("[0-9]{1,3}(,([0-9]{1,3})?)?")
                    || Arrays.stream(counts.split(",")).anyMatch(n -> !n.isEmpty() && Integer.parseInt(n) > 255)) {
                throw wrong(text, "holds '{' that is not a count of at most 255.");
            }
        }
        if (c == '(' && text.startsWith("(?:", at)) {
            out.append("(?:");
            return 2;
        }
        out.append(c);
        return 0;
    }

    private static String escape(String text, int at, boolean inClass) {
        if (at >= text.length()) {
            throw wrong(text, "ends with a backslash.");
        }
        char c = text.charAt(at);
        String members =
                switch (c) {
                    case 'd' -> "0-9";
                    case 'w' -> "0-9A-Za-z_";
                    case 's' -> " \t\n\r\f\u000B";
                    default -> null;
                };
        if (members != null) {
            return inClass ? members : "[" + members + "]";
        }
        if (ESCAPABLE.indexOf(c) < 0) {
            throw wrong(text, "holds '\\" + c + "', which does not mean the same everywhere.");
        }
        return ("-_ /\"'#&~,:;<>=!@%".indexOf(c) >= 0 && !inClass) ? String.valueOf(c) : "\\" + c;
    }

    private static MedallionException wrong(String text, String message) {
        return new MedallionException(problem(text, message));
    }

    private static Problem problem(String text, String message) {
        return Problem.at("regular expression '" + text + "'", message)
                .advise("Use literals, classes, groups, alternation and counted quantifiers.");
    }

    @Override
    public String toString() {
        return text;
    }
}
