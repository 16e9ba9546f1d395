package io.medallion.plan;

import io.medallion.spec.GoldSpec;
import java.util.function.Function;

/** Works out which aggregates of Silver tables are worth keeping. Writes nothing; implementations are thread-safe. */
@FunctionalInterface
public interface GoldPlanner {

    /**
     * Proposes Gold tables, the most useful first; all of them are open.
     *
     * @throws io.medallion.MedallionException when it cannot plan at all
     */
    GoldPlan plan(GoldPlanRequest request);

    /** The planner that needs no model: time series, rollups, key figures and segments by rules. */
    static GoldPlanner ruleBased() {
        return new RuleBasedGoldPlanner();
    }

    /** This planner, its plans with the statement of each table to show. */
    default GoldPlanner showing(Function<GoldSpec, String> sql) {
        return request -> plan(request).withSql(sql);
    }

    /** This planner; where it fails or proposes nothing the other answers. */
    default GoldPlanner orElse(GoldPlanner other) {
        return new FallbackGoldPlanner(this, other);
    }
}
