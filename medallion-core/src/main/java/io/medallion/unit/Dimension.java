package io.medallion.unit;

/** What a unit measures; only units of one dimension can be converted into one another. */
public enum Dimension {
    /** Base metre. */
    LENGTH("m"),
    /** Base kilogram. */
    MASS("kg"),
    /** Base square metre. */
    AREA("m2"),
    /** Base cubic metre. */
    VOLUME("m3"),
    /** Base kelvin. */
    TEMPERATURE("K"),
    /** Base metre per second. */
    SPEED("m/s"),
    /** Base second. */
    TIME("s"),
    /** Base byte. */
    DATA("B"),
    /** Base joule. */
    ENERGY("J"),
    /** Base pascal. */
    PRESSURE("Pa"),
    /** Base degree: a radian has no exact factor to it. */
    ANGLE("deg");

    private final String base;

    Dimension(String base) {
        this.base = base;
    }

    /** The code of the unit whose factor is 1. */
    public String base() {
        return base;
    }
}
