package io.medallion.semantic;

/** Over what a measure may be added up. */
public enum Additivity {
    /** Over everything: revenue, quantities, counts. */
    ADDITIVE,
    /** Over everything but time: balances, stock. */
    SEMI_ADDITIVE,
    /** Over nothing: rates, prices per unit, percentages. */
    NON_ADDITIVE
}
