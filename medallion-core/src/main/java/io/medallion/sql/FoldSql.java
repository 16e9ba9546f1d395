package io.medallion.sql;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Texts that people take for the same become one: case, accents of Latin letters, apostrophes, the punctuation between words
 * and white space do not count. {@code "  O’Néill,  JOHN "} is {@code oneill john}. What is written as a sign stays: {@code
 * A+} is not {@code A-}.
 *
 * <p>Accents are those of Latin-1 and Latin Extended-A and combining ones, written out, for what a database takes for an accent
 * is its own. Letters of other scripts are lowered as LOWER does it.
 */
final class FoldSql {

    private static final char FIRST_LATIN = '\u00C0';
    private static final char LAST_LATIN = '\u017F';

    private static final Pattern PLAIN = Pattern.compile("[a-z]{1,2}");

    /** Letters of their own that are written without their sign where it is missing on a keyboard. */
    private static final Map<Character, String> SPECIAL = Map.of(
            '\u00DF', "ss", '\u00E6', "ae", '\u0153', "oe", '\u00F8', "o", '\u0142', "l", '\u0111', "d", '\u0131', "i",
            '\u00F0', "d");

    /** Per plain letter the accented ones, small and capital. */
    private static final Map<String, String> ACCENTED = accented();

    private static final String BETWEEN_WORDS =
            "[\t-\r .,;:!?\"()\\[\\]{}_\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u201C-\u201E\u00AB\u00BB]+";

    private static final String MARKS = "[\u0300-\u036F]";
    private static final String APOSTROPHES = "['\u2018\u2019\u00B4`]";
    private static final String DASHES = "[\u2010-\u2015\u2212]";

    private FoldSql() {}

    /** The folded text; never NULL. */
    static Field<?> folded(Field<?> text, Rendering rendering) {
        Dialect dialect = rendering.dialect();
        Field<?> plain = text;
        for (Map.Entry<String, String> letter : ACCENTED.entrySet()) {
            plain = replaced(plain, "[" + letter.getValue() + "]", letter.getKey(), dialect);
        }
        plain = replaced(replaced(plain, MARKS, "", dialect), DASHES, "-", dialect);
        Field<?> unaccented = Templates.field("case when {0} then {1} else {2} end", ascii(text, dialect), text, plain);
        Field<?> lower = TextSql.lower(unaccented, rendering);
        Field<?> words = replaced(replaced(lower, APOSTROPHES, "", dialect), BETWEEN_WORDS, " ", dialect);
        return Templates.field("coalesce(trim({0}), '')", words);
    }

    /** Most texts have none of what is costly to replace: as many bytes as characters. */
    private static org.jooq.Condition ascii(Field<?> text, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> Templates.condition("strlen({0}) = length({0})", text);
            case POSTGRES -> Templates.condition("octet_length({0}) = char_length({0})", text);
            case MARIADB, MYSQL -> Templates.condition("octet_length({0}) = char_length({0})", text);
        };
    }

    private static Field<?> replaced(Field<?> text, String regex, String by, Dialect dialect) {
        Field<String> pattern = ShapeSql.written(regex, dialect);
        Field<String> replacement = DSL.inline(by);
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("regexp_replace({0}, {1}, {2}, 'g')", text, pattern, replacement);
            case MARIADB, MYSQL -> Templates.field("regexp_replace({0}, {1}, {2})", text, pattern, replacement);
        };
    }

    private static Map<String, String> accented() {
        Map<String, StringBuilder> letters = new TreeMap<>();
        for (char c = FIRST_LATIN; c <= LAST_LATIN; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(java.util.Locale.ROOT);
            String plain = SPECIAL.getOrDefault(base.charAt(0), base);
            if (PLAIN.matcher(plain).matches()) {
                letters.computeIfAbsent(plain, p -> new StringBuilder()).append(c);
            }
        }
        Map<String, String> written = new TreeMap<>();
        letters.forEach((plain, all) -> written.put(plain, all.toString()));
        return written;
    }
}
