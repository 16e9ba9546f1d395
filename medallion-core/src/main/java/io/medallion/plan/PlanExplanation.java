package io.medallion.plan;

import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import java.util.List;
import java.util.Locale;

/** A plan in words, as a colleague would give advice. */
final class PlanExplanation {

    private final SilverPlan plan;
    private final StringBuilder text = new StringBuilder();

    PlanExplanation(SilverPlan plan) {
        this.plan = plan;
    }

    String text() {
        line("Plan for '" + plan.table() + "'");
        plan.notes().forEach(note -> line("  " + note));
        line("");
        line("Columns");
        plan.columns().forEach(this::column);
        plan.key().ifPresent(k -> {
            line("");
            line("Key: " + String.join(", ", k.value()) + state(k));
            line("    " + k.reason() + effects(k));
        });
        if (plan.key().isEmpty() && !plan.notes().isEmpty()) {
            line("");
            line("Key: none found; nothing tells rows apart for certain.");
        }
        plan.deduplication().ifPresent(d -> {
            line("Duplicates: "
                    + d.value().strategy().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " per "
                    + String.join(", ", d.value().key()) + state(d));
            line("    " + d.reason() + effects(d));
        });
        if (!plan.treatments().isEmpty()) {
            line("");
            line("Values");
            plan.treatments().forEach(this::treatment);
        }
        if (!plan.checks().isEmpty() || !plan.tableChecks().isEmpty()) {
            line("");
            line("Checks");
            plan.checks().forEach(this::check);
            plan.tableChecks().forEach(this::tableCheck);
        }
        line("");
        line(summary());
        return text.toString();
    }

    private void column(Suggestion<SilverColumn> s) {
        SilverColumn column = s.value();
        String renamed = column.source().equals(column.name()) ? "" : " (from '" + column.source() + "')";
        line("  " + column.name() + renamed + ": " + column.type() + state(s));
        line("    " + s.reason() + effects(s) + new UnreadableValues(plan.parts()).choice(s));
    }

    private void check(Suggestion<ColumnCheck> s) {
        ColumnCheck check = s.value();
        String where = check.column() == null ? "rows" : check.column();
        String action = check.check().action() == CheckAction.REJECT
                ? ""
                : ", " + check.check().action().name().toLowerCase(Locale.ROOT) + " only";
        String priority = ", " + CheckPriority.of(s).name().toLowerCase(Locale.ROOT) + " priority";
        line("  " + where + ": " + check.check().name() + action + priority + state(s));
        line("    " + s.reason() + effects(s));
    }

    private void treatment(Suggestion<ColumnTreatment> s) {
        line("  " + s.value().column() + ": " + s.value().describe() + state(s));
        line("    " + s.reason() + effects(s));
    }

    private void tableCheck(Suggestion<TableCheck> s) {
        String action = s.value().action() == CheckAction.WARN ? ", warn only" : "";
        line("  table: " + s.value().describe() + action + state(s));
        line("    " + s.reason() + effects(s));
    }

    private String state(Suggestion<?> s) {
        String decided =
                s.decision() == Decision.OPEN ? "" : ", " + s.decision().name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, " [%.0f %%%s]", s.confidence() * 100, decided);
    }

    /** What it would do to rows; that values are read goes without saying. */
    private String effects(Suggestion<?> s) {
        List<String> effects = s.evidence().stream()
                .filter(e -> e.effect() != Evidence.Effect.READ && e.rows() > 0)
                .map(Evidence::describe)
                .toList();
        return effects.isEmpty() ? "" : " Measured: " + String.join(", ", effects) + ".";
    }

    private String summary() {
        long open = plan.open().size();
        return open == 0
                ? "Everything is decided."
                : "Open: " + open + " of " + plan.suggestions().size()
                        + " suggestions. What stays open is not applied: columns stay text, values as they are, checks and keys are left out.";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
