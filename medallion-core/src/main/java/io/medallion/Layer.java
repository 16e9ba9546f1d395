package io.medallion;

/** The three layers of a medallion architecture, from raw to aggregated. */
public enum Layer {
    /** The raw copy: every source column as text, value for value. */
    BRONZE,
    /** Typed, cleaned, validated, deduplicated rows. */
    SILVER,
    /** Aggregates with declared dimensions and measures. */
    GOLD
}
