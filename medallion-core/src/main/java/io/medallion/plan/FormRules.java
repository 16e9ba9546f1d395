package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.ValueShape;
import io.medallion.spec.Check;
import io.medallion.spec.SilverColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form that nearly all codes of a column share, as a pattern, or at least their length. */
final class FormRules {

    private static final double NEARLY_ALL = 0.98;
    private static final long MANY_VALUES = 12;
    private static final int LONGEST = 40;

    /** Kinds with a check of their own, and kinds that share a form by chance. */
    private static final Set<String> OTHERWISE = Set.of("EMAIL", "UUID", "URL", "JSON", "ADDRESS", "PERSON_NAME");

    private final ColumnProfile profile;
    private final SilverColumn column;

    FormRules(ColumnProfile profile, SilverColumn column) {
        this.profile = profile;
        this.column = column;
    }

    Optional<Suggestion<ColumnCheck>> check() {
        boolean codes = column.type().equals(ColumnType.TEXT)
                && profile.distinct() > MANY_VALUES
                && (profile.semanticType() == null || !OTHERWISE.contains(profile.semanticType()));
        return codes ? pattern().or(this::length) : Optional.empty();
    }

    private Optional<Suggestion<ColumnCheck>> pattern() {
        return profile.shapes().stream()
                .findFirst()
                .filter(s -> !s.isOther() && s.shape().indexOf('9') >= 0)
                .filter(s -> s.rows() >= NEARLY_ALL * profile.counts().filled())
                .filter(s -> s.shape().chars().allMatch(c -> c >= ' ' && c < 127))
                .map(this::regex)
                .filter(regex -> !regex.isEmpty())
                .map(regex -> suggestion(
                        Check.matches(regex), 0.6, "Nearly all values have this form; others are kept and counted."));
    }

    /** The narrowest pattern that the values of this form allow; empty when there is none. */
    private String regex(ValueShape shape) {
        List<String> texts =
                profile.values().stream().map(v -> v.value().strip()).toList();
        for (String letters : List.of("[A-Z]", "[a-z]", "[A-Za-z]")) {
            for (boolean exact : List.of(true, false)) {
                String regex = regex(shape.shape(), shape.least(), letters, exact);
                Pattern pattern = Pattern.compile(regex);
                long matching =
                        texts.stream().filter(t -> pattern.matcher(t).matches()).count();
                if (!texts.isEmpty() && matching >= NEARLY_ALL * texts.size()) {
                    return regex;
                }
            }
        }
        return "";
    }

    /** Letters in runs as long as in the example, or of any length. */
    private static String regex(String shape, String example, String letters, boolean exact) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        for (int i = 0; i < shape.length(); i++) {
            char c = shape.charAt(i);
            int start = at;
            if (c == '9') {
                int digits = 1;
                while (i + 1 < shape.length() && shape.charAt(i + 1) == '9') {
                    digits++;
                    i++;
                }
                at += digits;
                regex.append("[0-9]").append(times(digits));
            } else if (c == 'a') {
                while (at < example.length() && Character.isLetter(example.charAt(at))) {
                    at++;
                }
                regex.append(letters).append(exact ? times(at - start) : "+");
            } else {
                at++;
                regex.append(c == ' ' ? "" : "\\").append(c);
            }
        }
        return regex.toString();
    }

    private static String times(int number) {
        return number == 1 ? "" : "{" + number + "}";
    }

    private Optional<Suggestion<ColumnCheck>> length() {
        int length = profile.counts().longest();
        boolean same = length == profile.counts().shortest() && length > 1 && length <= LONGEST;
        boolean padded = profile.values().stream()
                .anyMatch(v -> !v.value().equals(v.value().strip()));
        return same && !padded
                ? Optional.of(suggestion(
                        Check.lengthBetween(length, length), 0.5, "All values have " + length + " characters so far."))
                : Optional.empty();
    }

    private Suggestion<ColumnCheck> suggestion(Check check, double confidence, String reason) {
        return Suggestion.of(ColumnCheck.on(column.name(), check.orWarn().because(reason)), confidence, reason)
                .from(Suggestion.RULES);
    }
}
