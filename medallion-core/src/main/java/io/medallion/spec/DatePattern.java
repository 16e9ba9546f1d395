package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a date or time: the letters of {@link java.time.format.DateTimeFormatter} that mean the same on every
 * database.
 *
 * <p>{@code yyyy} and {@code yy}; {@code MM}, {@code M} (one or two digits), {@code MMM} ({@code Jan}), {@code MMMM}
 * ({@code January}); {@code dd}, {@code d}; {@code HH}, {@code H}, {@code hh}, {@code h} with {@code a} (AM or PM);
 * {@code mm}, {@code ss}; a run of one to six {@code S} for exactly that many digits of a second; {@code XXX}
 * ({@code +02:00} or {@code Z}), {@code XX} ({@code +0200} or {@code Z}); {@code EEE}, {@code EEEE} for an English day
 * name that is read over. Names are English and case does not matter. Everything else stands for itself; letters in single
 * quotes.
 *
 * <p>With the code of a language in brackets before it, as in {@code [de]d. MMM yyyy}, both {@code MMM} and {@code MMMM} are
 * the names of that language, in full or shortened, in small letters, capitals, or with a capital first; see {@link
 * #languages()}.
 *
 * @param text the pattern as written
 */
public record DatePattern(@JsonValue String text) {

    /** What a part of a pattern stands for. */
    public enum Field {
        YEAR,
        SHORT_YEAR,
        MONTH,
        MONTH_NAME,
        DAY,
        DAY_NAME,
        HOUR,
        HALF_DAY_HOUR,
        MINUTE,
        SECOND,
        FRACTION,
        HALF_DAY,
        OFFSET,
        LITERAL
    }

    /**
     * One part of a pattern.
     *
     * @param field what it stands for
     * @param width how many letters: digits required, except that one letter takes one or two digits
     * @param literal the text itself for {@link Field#LITERAL}, else empty
     */
    public record Element(Field field, int width, String literal) {

        private boolean isDigits() {
            return switch (field) {
                case YEAR, SHORT_YEAR, MONTH, DAY, HOUR, HALF_DAY_HOUR, MINUTE, SECOND, FRACTION -> true;
                case MONTH_NAME, DAY_NAME, HALF_DAY, OFFSET, LITERAL -> false;
            };
        }

        private boolean isOneOrTwoDigits() {
            return isDigits() && width == 1 && field != Field.FRACTION;
        }
    }

    private static final Pattern LANGUAGE = Pattern.compile("\\[([a-z]{2})]");

    private static final String LETTERS = "yMdEHhmsSaX";

    @JsonCreator
    public DatePattern {
        elements(text);
    }

    /** The languages of which the names of the months are known, as ISO 639-1 codes; English first. */
    public static List<String> languages() {
        return MonthNames.languages();
    }

    /** The names of the twelve months of one of these languages in small letters, each in full first. */
    public static List<List<String>> monthNames(String language) {
        return MonthNames.of(language);
    }

    /** The language of the names of months; {@code en} where the pattern says nothing. */
    public String language() {
        Matcher stated = LANGUAGE.matcher(text);
        return stated.lookingAt() ? stated.group(1) : MonthNames.ENGLISH;
    }

    /** The parts in order. */
    public List<Element> elements() {
        return elements(text);
    }

    /** Whether it holds a year, a month and a day. */
    public boolean hasDate() {
        Set<Field> fields = fields();
        return (fields.contains(Field.YEAR) || fields.contains(Field.SHORT_YEAR))
                && (fields.contains(Field.MONTH) || fields.contains(Field.MONTH_NAME))
                && fields.contains(Field.DAY);
    }

    /** Whether it holds an hour. */
    public boolean hasTime() {
        return fields().contains(Field.HOUR) || fields().contains(Field.HALF_DAY_HOUR);
    }

    /** Whether it holds an offset from UTC. */
    public boolean hasOffset() {
        return fields().contains(Field.OFFSET);
    }

    /** Whether it holds a two-digit year. */
    public boolean hasShortYear() {
        return fields().contains(Field.SHORT_YEAR);
    }

    boolean isDate() {
        return hasDate() && !hasTime();
    }

    boolean isTime() {
        return hasTime() && !hasDate() && !hasOffset();
    }

    static List<DatePattern> list(String... patterns) {
        return Arrays.stream(patterns).map(DatePattern::new).toList();
    }

    static List<DatePattern> checked(@Nullable List<DatePattern> patterns, Predicate<DatePattern> suits, String what) {
        if (patterns == null || patterns.isEmpty()) {
            throw new MedallionException(
                    Problem.at("patterns", "are missing.").advise("Name at least one for " + what + "."));
        }
        List<Problem> problems = patterns.stream()
                .filter(suits.negate())
                .map(p -> Problem.at("pattern '" + p.text + "'", "does not describe " + what + "."))
                .toList();
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
        return List.copyOf(patterns);
    }

    private Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        elements().forEach(element -> fields.add(element.field));
        return fields;
    }

    private static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>();
        Matcher language = LANGUAGE.matcher(text);
        int at = language.lookingAt() ? language.end() : 0;
        if (at > 0 && !languages().contains(language.group(1))) {
            throw new MedallionException(
                    Problem.at("pattern '" + text + "'", "names a language whose months are not known.")
                            .advise("Use one of " + String.join(", ", languages()) + "."));
        }
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '\'') {
                at = quoted(text, at, elements);
            } else if (Character.isLetter(letter)) {
                int end = at;
                while (end < text.length() && text.charAt(end) == letter) {
                    end++;
                }
                elements.add(new Element(field(text, letter, end - at), end - at, ""));
                at = end;
            } else {
                literal(elements, String.valueOf(letter));
                at++;
            }
        }
        check(text, elements);
        return List.copyOf(elements);
    }

    private static int quoted(String text, int start, List<Element> elements) {
        if (text.startsWith("''", start)) {
            literal(elements, "'");
            return start + 2;
        }
        int end = text.indexOf('\'', start + 1);
        if (end < 0) {
            throw wrong(text, "has a quote that does not end.");
        }
        literal(elements, text.substring(start + 1, end));
        return end + 1;
    }

    private static void literal(List<Element> elements, String text) {
        int last = elements.size() - 1;
        if (last >= 0 && elements.get(last).field == Field.LITERAL) {
            elements.set(last, new Element(Field.LITERAL, 0, elements.get(last).literal + text));
        } else {
            elements.add(new Element(Field.LITERAL, 0, text));
        }
    }

    private static Field field(String text, char letter, int width) {
        Field field =
                switch (letter) {
                    case 'y' -> width == 4 ? Field.YEAR : width == 2 ? Field.SHORT_YEAR : null;
                    case 'M' -> width <= 2 ? Field.MONTH : width <= 4 ? Field.MONTH_NAME : null;
                    case 'd' -> width <= 2 ? Field.DAY : null;
                    case 'E' -> width == 3 || width == 4 ? Field.DAY_NAME : null;
                    case 'H' -> width <= 2 ? Field.HOUR : null;
                    case 'h' -> width <= 2 ? Field.HALF_DAY_HOUR : null;
                    case 'm' -> width <= 2 ? Field.MINUTE : null;
                    case 's' -> width <= 2 ? Field.SECOND : null;
                    case 'S' -> width <= 6 ? Field.FRACTION : null;
                    case 'a' -> width == 1 ? Field.HALF_DAY : null;
                    case 'X' -> width == 2 || width == 3 ? Field.OFFSET : null;
                    default -> null;
                };
        if (field == null) {
            throw wrong(text, "holds '" + String.valueOf(letter).repeat(width) + "', which has no meaning here.");
        }
        return field;
    }

    private static void check(String text, List<Element> elements) {
        Set<Field> seen = EnumSet.noneOf(Field.class);
        for (Element element : elements) {
            if (element.field != Field.LITERAL && !seen.add(element.field)) {
                throw wrong(text, "names one field twice.");
            }
        }
        if (seen.contains(Field.HALF_DAY_HOUR) != seen.contains(Field.HALF_DAY)) {
            throw wrong(text, "needs both h and a, or neither.");
        }
        if (seen.isEmpty()) {
            throw wrong(text, "holds no field.");
        }
        if (!text.equals(text.strip())) {
            throw wrong(text, "begins or ends with a blank, and values are stripped of theirs.");
        }
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i - 1).isOneOrTwoDigits() && elements.get(i).isDigits()) {
                throw wrong(text, "has one or two digits directly before others, and nothing tells where they end.");
            }
        }
    }

    private static MedallionException wrong(String text, String message) {
        return new MedallionException(Problem.at("pattern '" + text + "'", message)
                .advise("Use the letters " + LETTERS + ", other letters in single quotes."));
    }

    @Override
    public String toString() {
        return text;
    }
}
