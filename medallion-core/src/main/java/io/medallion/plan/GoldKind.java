package io.medallion.plan;

/** The forms of Gold tables that rules propose. */
enum GoldKind {
    /** How something develops. */
    TIME_SERIES(1.0),
    /** How something splits by one dimension. */
    ROLLUP(0.95),
    /** How the parts develop. */
    TIME_BY_DIMENSION(0.95),
    /** One row that says how much there is of everything. */
    KEY_FIGURES(0.9),
    /** How something splits by two dimensions. */
    SEGMENT(0.85),
    /** How much each of many things accounts for. */
    RANKING(0.9),
    /** How the values of a measure are spread. */
    DISTRIBUTION(0.75);

    private final double usefulness;

    GoldKind(double usefulness) {
        this.usefulness = usefulness;
    }

    /** How often tables of this kind are asked for, 0 to 1. */
    double usefulness() {
        return usefulness;
    }
}
