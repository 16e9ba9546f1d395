package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that matches the same texts in Java, RE2 (DuckDB), PostgreSQL, PCRE (MariaDB) and ICU (MySQL). MySQL
 * gives up, with an error, where one match takes more steps than its {@code regexp_time_limit}: on texts of some hundred kilobytes.
 *
 * <p>Taken are characters, {@code .} (any character but a line feed), classes of characters and ranges, {@code \d \w \s} (ASCII
 * only), {@code \t \n \r}, punctuation after a backslash, {@code ^ $} (of the whole text), groups, {@code |}, and the
 * quantifiers {@code * + ? {m} {m,} {m,n}} up to 255. Refused is what engines read differently or not at all: look-around,
 * back-references, options, named classes, possessive and doubled quantifiers, other letters after a backslash.
 *
 * @param text the pattern as written, at most 1,000 characters
 */
public record PortableRegex(@JsonValue String text) {

    private static final int MAX_LENGTH = 1_000;

    /**
     * Checks {@code text}.
     *
     * @throws ExpressionException when it is not portable, saying where and why
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PortableRegex {
        refusal(text).ifPresent(why -> {
            throw new ExpressionException(Problem.at("regular expression '" + shortened(text) + "'", why)
                    .advise("Use characters, classes, groups, alternatives and quantifiers."));
        });
    }

    /** Why {@code pattern} is not portable, in words with the position; empty when it is. */
    public static Optional<String> refusal(String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            return Optional.of("is empty or longer than " + MAX_LENGTH + " characters.");
        }
        try {
            Pattern.compile(new PortableRegexReader(pattern, "\\z").written());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(
                    "is not a portable pattern: " + e.getDescription() + " at column " + (e.getIndex() + 1) + ".");
        }
    }

    /** The pattern for RE2 and PostgreSQL: {@link #written(String)} with {@code $}. */
    public String portable() {
        return written("$");
    }

    /**
     * The pattern with everything written out that engines read differently: {@code \d} as {@code [0-9]}, {@code .} as
     * {@code [^\n]} and so on. To match the whole text, wrap it: {@code ^(?:...)} and {@code end}.
     *
     * @param end how the engine writes the end of the text: {@code $} for RE2 and PostgreSQL; {@code \z} for Java and PCRE,
     *     where {@code $} also stands before a last line feed
     */
    public String written(String end) {
        return new PortableRegexReader(text, end).written();
    }

    /** Whether the pattern is found anywhere in {@code value}; the meaning every database follows. */
    public boolean isFoundIn(String value) {
        return Pattern.compile(written("\\z")).matcher(value).find();
    }

    /** Whether the pattern matches the whole of {@code value}; the meaning every database follows. */
    public boolean matches(String value) {
        return Pattern.compile(written("\\z")).matcher(value).matches();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    @Override
    public String toString() {
        return text;
    }
}
