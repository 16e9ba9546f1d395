package io.medallion.spec;

import io.medallion.ColumnType;

/**
 * A double, with or without an exponent ({@code 6.02E23}). NaN, infinities and exponents beyond the range are
 * refused: more than three digits, or a number that rounds to infinity or, not being zero, to zero.
 *
 * @param format how the number is written
 */
public record DoubleParse(NumberFormat format) implements Parse {

    /** The same with a decimal comma. */
    public DoubleParse decimalComma() {
        return written(format.decimalComma());
    }

    /** The same with another way of writing numbers. */
    public DoubleParse written(NumberFormat format) {
        return new DoubleParse(format);
    }

    @Override
    public ColumnType type() {
        return ColumnType.DOUBLE;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.floating(this);
    }
}
