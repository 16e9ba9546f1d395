package io.medallion.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Different values of a column, the frequent ones among them, and which share of them is what. */
final class Sample {

    private static final int MOST = 1_000;
    private static final int LONGEST = 500;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> values;

    private Sample(List<String> values) {
        this.values = values;
    }

    /** Of the cells that are no null words. */
    static Sample of(List<Cell> cells) {
        return new Sample(cells.stream()
                .map(Cell::text)
                .filter(t -> !NullWords.isNull(t))
                .limit(MOST)
                .toList());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int size() {
        return values.size();
    }

    List<String> values() {
        return values;
    }

    /** The share of the different values for which this holds. */
    double share(Predicate<String> holds) {
        return (double) count(holds) / Math.max(1, values.size());
    }

    long count(Predicate<String> holds) {
        return values.stream()
                .filter(v -> v.length() <= LONGEST && holds.test(v))
                .count();
    }

    /** The share of the different values of this form as a whole. */
    double share(Pattern form) {
        return share(v -> form.matcher(v).matches());
    }

    /** The share of the different values that are among these, folded. */
    double among(Set<String> folded) {
        return share(v -> folded.contains(folded(v)));
    }

    /** Lower case without accents, its words joined by single blanks: {@code "São  Paulo (SP)"} is {@code sao paulo sp}. */
    static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("'", "")
                .replace("’", "");
        return NO_WORD.matcher(plain)
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
    }
}
