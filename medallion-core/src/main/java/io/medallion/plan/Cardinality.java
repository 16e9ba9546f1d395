package io.medallion.plan;

/** How many rows of one table refer to one row of another. */
public enum Cardinality {
    /** Any number. */
    MANY_TO_ONE,
    /** At most one. */
    ONE_TO_ONE
}
