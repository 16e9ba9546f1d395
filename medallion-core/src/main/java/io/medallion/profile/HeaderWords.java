package io.medallion.profile;

import io.medallion.spec.SnakeCase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the name of a column says, word by word: {@code "Order Date"} is {@code order} and {@code date}. */
final class HeaderWords {

    private final List<String> words;
    private final String joined;

    HeaderWords(String header) {
        this.joined = SnakeCase.of(header);
        this.words = Arrays.stream(joined.split("_")).filter(w -> !w.isEmpty()).toList();
    }

    boolean has(String... any) {
        return Arrays.stream(any).anyMatch(words::contains);
    }

    boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    boolean contains(String... parts) {
        return Arrays.stream(parts).anyMatch(joined::contains);
    }

    boolean endsWith(String... ends) {
        return Arrays.stream(ends).anyMatch(joined::endsWith);
    }

    boolean startsWith(String... starts) {
        return Arrays.stream(starts).anyMatch(joined::startsWith);
    }

    String last() {
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    String joined() {
        return joined;
    }

    /** Whether the header speaks of a calendar date. */
    boolean saysDate() {
        return contains("date", "fecha", "datum", "_day", "yyyymmdd", "timestamp")
                || has("dt", "dob", "day", "on", "when", "opened", "closed", "created", "updated", "modified");
    }

    /** Whether the header asks a question or names a flag. */
    boolean saysFlag() {
        return startsWith("is_", "has_", "was_", "did_", "can_", "should_", "does_", "are_")
                || has("flag", "indicator", "yn", "ind", "active", "enabled", "deleted", "bool", "boolean")
                || endsWith("_flag", "_yn", "_ind");
    }
}
