package io.medallion.plan;

import org.jspecify.annotations.Nullable;

/**
 * How confident a proposal is.
 *
 * <p>{@code usefulness of the kind x (0.25 + 0.30 x groups + 0.25 x measures + 0.20 x size)}, less 0.05 for each better table
 * of the same kind over the same rows. {@code groups} is how sure the groups mean something (the least sure counts), {@code measures}
 * how sure the main measure is one, {@code size} how much smaller than Silver the table is: {@code 1 - rows / Silver rows},
 * one half when that is not known. Relationships that are only guessed lower {@code groups}.
 */
final class GoldConfidence {

    private static final double FURTHER = 0.05;

    private GoldConfidence() {}

    static double of(GoldKind kind, double groups, double measures, @Nullable Double size) {
        double smaller = size == null ? 0.5 : Math.max(0, 1 - size);
        return rounded(kind.usefulness() * (0.25 + 0.30 * groups + 0.25 * measures + 0.20 * smaller));
    }

    /** The confidence of the {@code n}-th further table of a kind. */
    static double further(double confidence, int n) {
        return rounded(Math.max(0, confidence - FURTHER * n));
    }

    private static double rounded(double confidence) {
        return Math.round(Math.min(1, confidence) * 100) / 100.0;
    }
}
