package io.medallion.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a text when that is taken away in which spellings of one value differ: white space, case, punctuation between
 * letters, accents. Digits, signs and what stands beside them stay, for they tell values apart: {@code A+} from {@code A-}, {@code
 * 1.5} from {@code 15}, {@code C} from {@code C#}.
 */
final class Spelling {

    /** In what two spellings differ, the least doubtful first. */
    enum Difference {
        SPACES("white space"),
        CASE("case"),
        PUNCTUATION("punctuation"),
        ACCENTS("accents");

        private final String words;

        Difference(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern JOINERS = Pattern.compile("(?<=\\p{L})[-_\u2010\u2011\u2012\u2013\u2014](?=\\p{L})");
    private static final Pattern COMMAS = Pattern.compile("(?<=\\p{L})[,;:](?=\\s|$)");
    private static final Pattern POINTS =
            Pattern.compile("(?<=(?<![\\p{L}\\p{N}])\\p{L})\\.(?=\\p{L})|(?<=\\p{L})\\.(?=\\s|$)");
    private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u00B4`]");

    /** Accents of Latin letters only: in other scripts a mark makes another letter. */
    private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})[\u0300-\u036F]+");

    private Spelling() {}

    /** Without anything in which spellings differ. */
    static String folded(String text) {
        return without(text, Difference.ACCENTS);
    }

    /** Without this difference and every less doubtful one. */
    static String without(String text, Difference difference) {
        String left = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (difference.compareTo(Difference.CASE) >= 0) {
            left = left.toLowerCase(Locale.ROOT);
        }
        if (difference.compareTo(Difference.PUNCTUATION) >= 0) {
            left = QUOTES.matcher(left).replaceAll("'");
            left = JOINERS.matcher(left).replaceAll(" ");
            left = COMMAS.matcher(left).replaceAll("");
            left = SPACES.matcher(POINTS.matcher(left).replaceAll(""))
                    .replaceAll(" ")
                    .strip();
        }
        if (difference.compareTo(Difference.ACCENTS) >= 0) {
            left = MARKS.matcher(Normalizer.normalize(left, Normalizer.Form.NFD))
                    .replaceAll("");
            left = Normalizer.normalize(left, Normalizer.Form.NFC);
        }
        return left;
    }

    /** In what two spellings of one value differ at most. */
    static Difference between(String one, String other) {
        for (Difference difference : Difference.values()) {
            if (without(one, difference).equals(without(other, difference))) {
                return difference;
            }
        }
        throw new IllegalArgumentException("not two spellings of one value");
    }

    /** Letters in a text; digits make a value a code or a number, whose spelling means something. */
    static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    static boolean hasDigits(String text) {
        return text.codePoints().anyMatch(Character::isDigit);
    }
}
