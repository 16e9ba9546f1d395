package io.medallion.plan;

/**
 * Works out how a Bronze table could become a Silver one. Implementations read the profile, ask the probe, and write
 * nothing; they are thread-safe.
 */
@FunctionalInterface
public interface SilverPlanner {

    /**
     * Plans one table. Every Bronze column has a suggestion. All of them are open; one that would take rows away without
     * proof, as of copies without a key, is rejected until somebody accepts it by name.
     *
     * @throws io.medallion.MedallionException when it cannot plan at all
     */
    SilverPlan plan(PlanRequest request);

    /** The planner that needs no model: decides on the profile by rules and measures what it proposes. */
    static SilverPlanner ruleBased() {
        return new RuleBasedSilverPlanner();
    }

    /** This planner; where it fails the other answers, and what it skipped the other fills. */
    default SilverPlanner orElse(SilverPlanner other) {
        return new FallbackSilverPlanner(this, other);
    }
}
