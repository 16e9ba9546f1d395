package io.medallion.expression;

/** How the type of a function's result follows from its arguments. */
public enum ResultRule {
    /** TEXT. */
    TEXT,
    /** INTEGER. */
    INTEGER,
    /** BIGINT. */
    BIGINT,
    /** BOOLEAN. */
    BOOLEAN,
    /** DATE. */
    DATE,
    /** DOUBLE. */
    DOUBLE,
    /** The type of the first argument. */
    FIRST,
    /** The narrowest type that holds all arguments. */
    COMMON,
    /** Integers and doubles keep their type; {@code DECIMAL(p,s)} rounded to n digits, at most s, is {@code DECIMAL(p-s+1+n,n)}. */
    ROUNDED,
    /** Integers and doubles keep their type; {@code DECIMAL(p,s)} is {@code DECIMAL(p-s+1,0)}. */
    WHOLE,
    /** DATE for days and coarser grains, TIMESTAMP for finer ones. */
    BUCKET,
    /** {@link AggregateFunction#resultType}. */
    AGGREGATE
}
