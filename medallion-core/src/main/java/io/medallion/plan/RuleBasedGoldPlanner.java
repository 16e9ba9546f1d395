package io.medallion.plan;

import java.util.List;

/** Proposes Gold tables by rules over Silver specs and their profiles. */
final class RuleBasedGoldPlanner implements GoldPlanner {

    @Override
    public GoldPlan plan(GoldPlanRequest request) {
        return GoldPlan.of(List.of());
    }
}
