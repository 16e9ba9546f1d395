package io.medallion.plan;

import io.medallion.spec.GoldSpec;
import java.util.Locale;
import java.util.Objects;

/** A Gold plan in words. */
final class GoldExplanation {

    private final GoldPlan plan;

    GoldExplanation(GoldPlan plan) {
        this.plan = plan;
    }

    String text() {
        if (plan.suggestions().isEmpty()) {
            return "No Gold table suggests itself: an aggregate needs a measure or rows to count, and something to group by.\n";
        }
        StringBuilder text = new StringBuilder();
        for (Suggestion<GoldProposal> s : plan.suggestions()) {
            GoldSpec spec = s.value().spec();
            text.append(String.format(
                    Locale.ROOT,
                    "%s (%s, %.0f %%): %s%n",
                    spec.table(),
                    s.decision().name().toLowerCase(Locale.ROOT),
                    s.confidence() * 100,
                    Objects.requireNonNullElse(spec.businessQuestion(), s.reason())));
            text.append("    ").append(s.reason());
            if (s.value().estimatedRows() != null) {
                text.append(" About ").append(s.value().estimatedRows()).append(" rows.");
            }
            text.append('\n');
        }
        for (GoldAdvice a : plan.advice()) {
            text.append(a.table())
                    .append(": ")
                    .append(a.advice())
                    .append(' ')
                    .append(a.reason())
                    .append('\n');
        }
        return text.toString();
    }
}
