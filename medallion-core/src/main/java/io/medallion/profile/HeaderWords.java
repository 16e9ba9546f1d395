package io.medallion.profile;

import io.medallion.spec.SnakeCase;
import java.util.Arrays;
import java.util.List;

/** What the name of a column says, word by word: {@code "Order Date"} is {@code order} and {@code date}. Immutable. */
public final class HeaderWords {

    private final List<String> words;
    private final String joined;

    /** The words of this name, split as by {@link SnakeCase}. */
    public HeaderWords(String header) {
        this.joined = SnakeCase.of(header);
        this.words = Arrays.stream(joined.split("_")).filter(w -> !w.isEmpty()).toList();
    }

    /** Whether one of these is among the words. */
    public boolean has(String... any) {
        return Arrays.stream(any).anyMatch(words::contains);
    }

    /** Whether one of these occurs in the joined name. */
    public boolean contains(String... parts) {
        return Arrays.stream(parts).anyMatch(joined::contains);
    }

    /** Whether the joined name ends with one of these. */
    public boolean endsWith(String... ends) {
        return Arrays.stream(ends).anyMatch(joined::endsWith);
    }

    /** Whether the joined name begins with one of these. */
    public boolean startsWith(String... starts) {
        return Arrays.stream(starts).anyMatch(joined::startsWith);
    }

    /** The last word. */
    public String last() {
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** The words joined by underscores. */
    public String joined() {
        return joined;
    }

    /** Whether the header speaks of a calendar date. */
    public boolean saysDate() {
        return contains("date", "fecha", "datum", "_day", "yyyymmdd", "timestamp")
                || has("dt", "dob", "day", "on", "when", "opened", "closed", "created", "updated", "modified");
    }

    /** Whether the header asks a question or names a flag. */
    public boolean saysFlag() {
        return startsWith("is_", "has_", "was_", "did_", "can_", "should_", "does_", "are_")
                || has("flag", "indicator", "yn", "ind", "active", "enabled", "deleted", "bool", "boolean")
                || endsWith("_flag", "_yn", "_ind");
    }
}
