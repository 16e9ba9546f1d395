package io.medallion.profile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Statistics of numbers by how often they occur. */
final class Numbers {

    private Numbers() {}

    static NumberSummary summary(Map<BigDecimal, Long> values) {
        TreeMap<BigDecimal, Long> sorted = new TreeMap<>(values);
        long count = sorted.values().stream().mapToLong(Long::longValue).sum();
        double sum = 0;
        for (Map.Entry<BigDecimal, Long> e : sorted.entrySet()) {
            sum += e.getKey().doubleValue() * e.getValue();
        }
        return new NumberSummary(
                sorted.firstKey(),
                sorted.lastKey(),
                sum / count,
                at(sorted, count * 0.25),
                at(sorted, count * 0.5),
                at(sorted, count * 0.75));
    }

    private static double at(TreeMap<BigDecimal, Long> sorted, double rank) {
        long seen = 0;
        for (Map.Entry<BigDecimal, Long> e : sorted.entrySet()) {
            seen += e.getValue();
            if (seen >= rank) {
                return e.getKey().doubleValue();
            }
        }
        return sorted.lastKey().doubleValue();
    }
}
