package io.medallion.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Different values of a column, the frequent ones among them, and which share of them is what. Of one thread. */
final class Sample {

    /** Enough to know a share by to a few percent. */
    private static final int MOST = 400;

    private static final int LONGEST = 500;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> values;
    private @Nullable List<String> foldedValues;

    private Sample(List<String> values) {
        this.values = values;
    }

    /** Of the cells that are no null words. */
    static Sample of(List<Cell> cells) {
        List<String> all =
                cells.stream().map(Cell::text).filter(t -> !NullWords.isNull(t)).toList();
        return new Sample(all.size() <= MOST ? all : spread(all));
    }

    /** Half of them the most frequent ones, the others at equal distances among the rest. */
    private static List<String> spread(List<String> all) {
        int half = MOST / 2;
        double step = (double) (all.size() - half) / half;
        return IntStream.range(0, MOST)
                .mapToObj(i -> all.get(i < half ? i : half + (int) ((i - half) * step)))
                .toList();
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

    /** The share of the different values for whose folded text this holds. */
    double shareFolded(Predicate<String> holds) {
        if (foldedValues == null) {
            foldedValues = values.stream()
                    .filter(v -> v.length() <= LONGEST)
                    .map(Sample::folded)
                    .toList();
        }
        return (double) foldedValues.stream().filter(holds).count() / Math.max(1, values.size());
    }

    /** The share of the different values that are among these, folded. */
    double among(Set<String> folded) {
        return shareFolded(folded::contains);
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
