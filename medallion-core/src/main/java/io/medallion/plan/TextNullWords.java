package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words in a column of text that stand for no value. Nothing is lost when they stay, so only those are proposed that can hardly be
 * meant: not {@code NA} among two-letter codes, not {@code unknown}, which is an answer.
 */
final class TextNullWords {

    private static final Set<String> NEVER_MEANT = Set.of(
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "na",
            "nan",
            "null",
            "(null)",
            "<null>",
            "[null]",
            "\\n",
            "-",
            "--",
            "---",
            "'-",
            "\u2013",
            "\u2014",
            "?",
            "??",
            ".",
            "..",
            "...",
            "#div/0!",
            "#ref!",
            "#value!",
            "#name?",
            "#num!",
            "#null!",
            "(blank)",
            "(empty)",
            "not available");

    private final ColumnProfile profile;

    TextNullWords(ColumnProfile profile) {
        this.profile = profile;
    }

    Optional<Suggestion<ColumnTreatment>> suggestion(String column) {
        Set<String> words = new TreeSet<>();
        List<String> kept = new ArrayList<>();
        for (ValueCount word : profile.nullWords()) {
            String text = word.value().strip();
            if (NEVER_MEANT.contains(text.toLowerCase(Locale.ROOT)) && !amongItsLike(text)) {
                words.add(text);
            } else {
                kept.add("'" + text + "'");
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String reason = "Written where there is no value."
                + (kept.isEmpty() ? "" : " Kept, for it may be meant: " + String.join(", ", kept) + ".");
        return Optional.of(
                Suggestion.<ColumnTreatment>of(new ColumnTreatment.NullWords(column, List.copyOf(words)), 0.6, reason)
                        .from(Suggestion.RULES));
    }

    /** Whether the word looks like the other values: {@code NA} among country codes, {@code -} among signs, {@code Null} among names. */
    private boolean amongItsLike(String word) {
        boolean letters = word.codePoints().allMatch(Character::isLetter);
        if (letters && profile.personal()) {
            return true;
        }
        List<String> others = profile.values().stream()
                .map(v -> v.value().strip())
                .filter(text -> !text.isEmpty() && !NEVER_MEANT.contains(text.toLowerCase(Locale.ROOT)))
                .toList();
        return letters
                ? others.stream().filter(text -> form(text).equals(form(word))).count() * 2 >= others.size()
                : others.stream().anyMatch(text -> text.codePoints().noneMatch(Character::isLetterOrDigit));
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isUpperCase(c)
                        ? 'A'
                        : Character.isLowerCase(c) ? 'a' : Character.isDigit(c) ? '9' : c)
                .forEach(form::appendCodePoint);
        return form.toString();
    }
}
