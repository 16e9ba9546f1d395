package io.medallion.plan;

import io.medallion.plan.Evidence.Effect;
import io.medallion.spec.CheckAction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.util.List;

/** What the columns of a plan do where a value cannot be read, and what else they could. */
final class UnreadableValues {

    private final PlanParts parts;

    UnreadableValues(PlanParts parts) {
        this.parts = parts;
    }

    /** The suggestions, those that would reject a row for a value warning of it instead. */
    List<Suggestion<SilverColumn>> warned() {
        return parts.columns().stream().map(s -> reject(s) ? warned(s) : s).toList();
    }

    /** Whether a value that cannot be read rejects its row; text can always be read. */
    private static boolean reject(Suggestion<SilverColumn> s) {
        return s.decision() != Decision.REJECTED
                && s.value().unreadable() == CheckAction.REJECT
                && !(s.value().parse() instanceof TextParse);
    }

    private Suggestion<SilverColumn> warned(Suggestion<SilverColumn> s) {
        boolean kept = parts.treated(s).nulls() instanceof NullPolicy.Keep;
        return s.with(
                s.value().unreadableOrWarn(),
                kept ? s.evidence().stream().map(UnreadableValues::nulled).toList() : List.of());
    }

    private static Evidence nulled(Evidence evidence) {
        return evidence.effect() == Effect.REJECTED
                ? new Evidence(Effect.NULLED, evidence.rows(), evidence.of(), evidence.exact(), evidence.throughBatch())
                : evidence;
    }

    /** The choice that a column has which rejects rows; empty where it rejects none, or rejects them for other reasons too. */
    String choice(Suggestion<SilverColumn> s) {
        boolean rejects = s.evidence().stream().anyMatch(e -> e.effect() == Effect.REJECTED && e.rows() > 0);
        return rejects && reject(s) && !(parts.treated(s).nulls() instanceof NullPolicy.DropRow)
                ? " unreadableOrWarn() would keep them without the value."
                : "";
    }
}
