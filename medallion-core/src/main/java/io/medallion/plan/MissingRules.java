package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.NumberSummary;
import io.medallion.profile.Reading;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.util.Optional;

/**
 * What could stand for missing values. A value that nobody measured is never put in by itself: every offer is rejected until a
 * person accepts it, and marks what it fills.
 */
final class MissingRules {

    /** When more is missing, what is there says little about the rest. */
    private static final double MOST_MISSING = 0.4;

    private final ColumnProfile profile;
    private final SilverColumn column;

    MissingRules(ColumnProfile profile, SilverColumn column) {
        this.profile = profile;
        this.column = column;
    }

    /**
     * @param reference the name by which the plan refers to the column
     */
    Optional<Suggestion<ColumnTreatment>> suggestion(String reference) {
        long missing = missing();
        boolean some = missing > 0 && missing <= MOST_MISSING * profile.rows();
        if (!some || column.unit() != null || profile.personal() || profile.code()) {
            return Optional.empty();
        }
        Role role = column.annotations().role();
        if (column.type().isNumeric() && role == Role.MEASURE) {
            boolean even = symmetric();
            return offer(
                    reference,
                    even ? NullPolicy.mean() : NullPolicy.median(),
                    0.3,
                    even
                            ? "The values lie evenly around their mean, which could stand for what is missing;"
                            : "The values lie to one side, so that their median could stand for what is missing;");
        }
        if (column.parse() instanceof TextParse && role == Role.DIMENSION) {
            return offer(
                    reference,
                    unknown(),
                    0.3,
                    "A group of its own would keep rows without a value in sight when rows are grouped;");
        }
        return Optional.empty();
    }

    private static Optional<Suggestion<ColumnTreatment>> offer(
            String reference, NullPolicy policy, double confidence, String why) {
        return Optional.of(Suggestion.<ColumnTreatment>of(
                        new ColumnTreatment.Missing(reference, policy, true),
                        confidence,
                        why + " they stay missing unless this is accepted.")
                .from(Suggestion.RULES)
                .rejected());
    }

    private long missing() {
        boolean blanks = !(column.parse() instanceof TextParse text) || text.blankIsMissing();
        long words = TypeChoice.of(profile).map(Reading::missing).orElse(0L);
        return Math.max(words, profile.nulls() + (blanks ? profile.blanks() : 0));
    }

    /** The word that the column has for it, or ours. */
    private NullPolicy unknown() {
        return profile.values().stream()
                .map(v -> v.value().strip())
                .filter(text -> text.equalsIgnoreCase("unknown"))
                .findFirst()
                .map(NullPolicy::fill)
                .orElseGet(NullPolicy::fillUnknown);
    }

    /** Mean and median are closer than a tenth of the middle half of the values. */
    private boolean symmetric() {
        NumberSummary numbers = profile.numbers();
        if (numbers == null
                || numbers.mean() == null
                || numbers.median() == null
                || numbers.lowerQuartile() == null
                || numbers.upperQuartile() == null) {
            return false;
        }
        double spread = numbers.upperQuartile() - numbers.lowerQuartile();
        return Math.abs(numbers.mean() - numbers.median()) <= spread / 10;
    }
}
