package io.medallion.expression;

/** The lengths of time buckets, finest first. */
public enum TimeGrain {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    /** Seven days from the week start. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Whether buckets of this grain are dates: days and coarser. */
    public boolean isDate() {
        return compareTo(DAY) >= 0;
    }

    /** Whether every bucket of this grain lies inside one of {@code coarser}; weeks lie inside weeks only. */
    boolean nestsIn(TimeGrain coarser) {
        return this == coarser || this != WEEK && compareTo(coarser) < 0;
    }
}
