package io.medallion.plan;

/** A plan in words. */
final class PlanExplanation {
    private final SilverPlan plan;

    PlanExplanation(SilverPlan plan) {
        this.plan = plan;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        plan.notes().forEach(note -> text.append(note).append('\n'));
        plan.suggestions()
                .forEach(
                        s -> text.append(s.id()).append(": ").append(s.reason()).append('\n'));
        return text.toString();
    }
}
