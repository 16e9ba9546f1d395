/**
 * Plans: what a table could become, suggestion by suggestion, for a person to accept, edit or reject. A plan is a value and
 * writes nothing.
 *
 * <p>Start at {@link io.medallion.plan.SilverPlanner} and {@link io.medallion.plan.SilverPlan}. Planners read profiles and
 * ask a {@link io.medallion.plan.Probe}; they never see a table.
 */
@NullMarked
package io.medallion.plan;

import org.jspecify.annotations.NullMarked;
