package io.medallion.route;

/** Why a table may not answer a query. */
public enum RefusalReason {
    /** It has no column for something the query groups by. */
    MISSING_DIM,
    /** It does not hold what the query measures. */
    MISSING_MEASURE,
    /** It holds the number, but of finer groups from which that of coarser ones does not follow. */
    NON_ADDITIVE,
    /** The query asks for finer buckets of time than it keeps. */
    GRAIN_FINER,
    /** Its buckets of time lie across those of the query: weeks and months. */
    GRAIN_NOT_NESTED,
    /** The query cuts through one of its buckets of time. */
    PARTIAL_BUCKET,
    /** Its buckets of time are those of another zone. */
    TZ,
    /** The query filters by something it does not keep. */
    FILTER_NOT_ON_KEY,
    /** It holds only some of the rows or groups. */
    AGG_POPULATION,
    /** It does not hold, or does not yet hold, the data. */
    COVERAGE,
    /** Silver was built anew since. */
    STALE,
    /** One group may have several rows. */
    KEY_NOT_UNIQUE,
    /** Its rows are multiplied by a join. */
    FAN_OUT,
    /** It cannot be added up over time. */
    SEMI_ADDITIVE,
    /** It holds an expression from which what the query needs does not follow. */
    EXPR,
    /** It holds an approximation. */
    APPROX,
    /** Adding up its stored numbers gives another number than adding up the rows. */
    NUMERIC,
    /** It was built from another definition. */
    VERSION,
    /** The caller's rights cannot be applied to it. */
    SECURITY,
    /** It can be reached in several ways. */
    AMBIGUOUS
}
