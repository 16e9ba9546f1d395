package io.medallion.plan;

/** What a Silver column is good for in an aggregate. */
enum ColumnUse {
    /** Identifies rows: counted at most. */
    KEY,
    /** Names one of many things rows belong to, such as a customer: grouped by, counted, never added up. */
    ENTITY,
    /** A date or timestamp. */
    TIME,
    /** A point in time written as a number or text, such as a year. */
    PERIOD,
    /** One of few values: grouped by. */
    DIMENSION,
    /** A quantity: added up. */
    QUANTITY,
    /** A state of things, such as a price per unit, a rate, a speed or a balance: averaged, never added up. */
    LEVEL,
    /** Nothing: free text, personal data, a constant. */
    NONE
}
