package io.medallion.plan;

import io.medallion.MedallionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one planner, and another where the first has nothing to say. */
record FallbackGoldPlanner(GoldPlanner first, GoldPlanner second) implements GoldPlanner {

    private static final Logger LOG = LoggerFactory.getLogger(GoldPlanner.class);

    @Override
    public GoldPlan plan(GoldPlanRequest request) {
        try {
            GoldPlan plan = first.plan(request);
            return plan.suggestions().isEmpty() ? second.plan(request) : plan;
        } catch (MedallionException failed) {
            LOG.warn("The planner for Gold failed, the next one answers", failed);
            return second.plan(request);
        }
    }
}
