package io.medallion.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name somebody probably meant, for error messages. */
public final class NearestName {

    /** Longer names are compared by their beginning only, so that a hostile name costs nothing. */
    private static final int LONGEST_COMPARED = 200;

    private NearestName() {}

    /**
     * The name of {@code known} that is nearest to {@code wanted} when letter case is ignored: the fewest insertions,
     * deletions, replacements and swaps of neighbours (optimal string alignment), at most two or a third of the length of
     * {@code wanted}, whichever is more, and fewer than {@code wanted} has letters. Of equally near names the first.
     */
    public static Optional<String> of(String wanted, Collection<String> known) {
        String target = folded(wanted);
        int best = Math.min(Math.max(2, target.length() / 3), target.length() - 1) + 1;
        String nearest = null;
        for (String name : known) {
            String candidate = folded(name);
            if (Math.abs(candidate.length() - target.length()) < best) {
                int distance = distance(target, candidate);
                if (distance < best) {
                    best = distance;
                    nearest = name;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The advice of an error message: "Did you mean 'email'?", or nothing when no name is near. */
    public static String advice(String wanted, Collection<String> known) {
        return of(wanted, known).map(near -> "Did you mean '" + near + "'?").orElse("");
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_COMPARED)).toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
