package io.medallion.spec;

/** What a Silver column is for in analysis. */
public enum Role {
    /** Identifies a row; never added up. */
    KEY,
    /** Refers to the key of another table; never added up. */
    FOREIGN_KEY,
    /** A quantity worth aggregating. */
    MEASURE,
    /** Worth grouping and filtering by. */
    DIMENSION,
    /** Says when something happened. */
    TIME,
    /** Anything else. */
    ATTRIBUTE
}
