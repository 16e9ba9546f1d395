package io.medallion.expression;

import java.util.List;

/** How an aggregate over a coarser group follows from values stored for the finer groups inside it. */
public sealed interface Reaggregation {

    /**
     * Aggregate the stored values by {@code function}: sums by SUM, counts by SUM, least by MIN, greatest by MAX.
     *
     * @param function what rolls the stored values up
     * @param zeroWhenEmpty whether no stored value means 0 (a count) instead of NULL
     */
    record ByFunction(AggregateFunction function, boolean zeroWhenEmpty) implements Reaggregation {}

    /**
     * Roll each component up by its own rule, then compute: an average is its sum divided by its count.
     *
     * @param components the aggregates that must be stored
     * @param formula the value from the rolled-up components, which stand in it as {@link AggregateCall}s; replace them by
     *     {@link Expression#mapAggregates}
     */
    record Derived(List<Aggregate> components, Expression formula) implements Reaggregation {
        public Derived {
            components = List.copyOf(components);
        }
    }

    /**
     * It does not follow; the rows are needed.
     *
     * @param reason why, in words
     */
    record None(String reason) implements Reaggregation {}
}
