package io.medallion.examples;

import java.util.Arrays;
import java.util.Locale;

/** Runs two pieces of work in turn and prints how much longer the first takes: the median over all pairs. */
final class Ratio {

    private static final int RUNS = 5;

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private Ratio() {}

    /** Runs both once to warm up, then five times in turn, and prints the medians and their ratio; gives the first median, in seconds. */
    static double print(String name, Work measured, String baselineName, Work baseline) throws Exception {
        return print(name, () -> {}, measured, baselineName, () -> {}, baseline);
    }

    /** The same, with work before each run that is not measured. */
    static double print(
            String name, Work beforeMeasured, Work measured, String baselineName, Work beforeBaseline, Work baseline)
            throws Exception {
        return print(RUNS, name, beforeMeasured, measured, baselineName, beforeBaseline, baseline);
    }

    /** The same with another number of runs; one alone is not warmed up. */
    static double print(
            int runs,
            String name,
            Work beforeMeasured,
            Work measured,
            String baselineName,
            Work beforeBaseline,
            Work baseline)
            throws Exception {
        if (runs > 1) {
            seconds(beforeMeasured, measured);
            seconds(beforeBaseline, baseline);
        }
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        double[] ratios = new double[runs];
        for (int i = 0; i < runs; i++) {
            theirs[i] = seconds(beforeBaseline, baseline);
            ours[i] = seconds(beforeMeasured, measured);
            ratios[i] = ours[i] / theirs[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %6.2f s   %-34s %6.2f s   ratio %.2f (%.2f to %.2f)%n",
                name,
                median(ours),
                baselineName,
                median(theirs),
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
        return median(ours);
    }

    private static double seconds(Work before, Work work) throws Exception {
        before.run();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
