package io.medallion.spec;

import io.medallion.ColumnType;

/**
 * An exact decimal number. A value with more digits than fit is refused, never rounded; zeros at the end of the fraction
 * are not digits in this sense.
 *
 * @param precision significant digits, 1 to 38
 * @param scale digits after the point, 0 to precision
 * @param format how the number is written
 */
public record DecimalParse(int precision, int scale, NumberFormat format) implements Parse {

    public DecimalParse {
        ColumnType.decimal(precision, scale);
    }

    /** The same with a decimal comma: {@code "10,50"} is 10.50. */
    public DecimalParse decimalComma() {
        return written(format.decimalComma());
    }

    /** The same with another way of writing numbers. */
    public DecimalParse written(NumberFormat format) {
        return new DecimalParse(precision, scale, format);
    }

    @Override
    public ColumnType type() {
        return ColumnType.decimal(precision, scale);
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.decimal(this);
    }
}
