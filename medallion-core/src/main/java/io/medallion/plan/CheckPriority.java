package io.medallion.plan;

import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;

/** How much a broken check matters to those who use the rows. */
public enum CheckPriority {
    /** Rows can no longer be told apart or found from another table, or the build fails: joins and counts go wrong. */
    HIGH,
    /** A value that cannot be, by what it is called or what it stands for: sums go wrong. */
    MEDIUM,
    /** A value unlike those seen so far: worth a look. */
    LOW;

    /** A suggestion that is nearly sure says what must be, another what was so far. */
    private static final double NEARLY_SURE = 0.7;

    /** The priority of a suggested check, by its rule and how sure it is. */
    public static CheckPriority of(Suggestion<ColumnCheck> suggestion) {
        CheckRule rule = suggestion.value().check().rule();
        if (rule instanceof CheckRule.Unique
                || rule instanceof CheckRule.References
                || suggestion.value().check().action() == CheckAction.FAIL) {
            return HIGH;
        }
        return suggestion.confidence() >= NEARLY_SURE
                        || suggestion.value().check().action() == CheckAction.REJECT
                ? MEDIUM
                : LOW;
    }
}
