package io.medallion.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a header and what neighbouring words give together, without blanks and numbers at the end: {@code "Owner First
 * Name 2"} says {@code firstname}, and so do {@code FIRST_NAME} and {@code custfirstname}.
 */
final class HeaderTerms {

    private static final int MOST_TOGETHER = 4;

    /** A shorter word at the end of another is chance: {@code designation}, {@code automobile}. */
    private static final int SHORTEST_END = 7;

    private final Set<String> terms = new HashSet<>();
    private final String whole;

    HeaderTerms(HeaderWords header) {
        List<String> words = Arrays.stream(header.joined().split("_"))
                .map(w -> w.replaceAll("(?<=.)\\d+$", ""))
                .filter(w -> !w.isEmpty() && !Cell.isDigit(w.charAt(0)))
                .toList();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_TOGETHER); to++) {
                terms.add(String.join("", words.subList(from, to)));
            }
        }
        whole = String.join("", words);
    }

    /** Whether one of these terms is said, or the header ends with a long one. */
    boolean says(Set<String> any) {
        return any.stream().anyMatch(t -> terms.contains(t) || t.length() >= SHORTEST_END && whole.endsWith(t));
    }

    /** Whether the whole header is one of these. */
    boolean is(Set<String> any) {
        return any.contains(whole);
    }

    /** Terms separated by white space. */
    static Set<String> terms(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
