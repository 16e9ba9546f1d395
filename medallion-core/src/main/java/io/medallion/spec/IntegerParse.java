package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;

/**
 * A whole number.
 *
 * @param type {@code INTEGER} (32 bits) or {@code BIGINT} (64 bits); values beyond it are refused
 * @param format how the number is written; a decimal part is refused unless it is all zeros
 */
public record IntegerParse(ColumnType type, NumberFormat format) implements Parse {

    public IntegerParse {
        if (!type.equals(ColumnType.INTEGER) && !type.equals(ColumnType.BIGINT)) {
            throw new MedallionException(
                    Problem.at("type " + type, "does not hold whole numbers.").advise("Use INTEGER or BIGINT."));
        }
    }

    /** The same with another way of writing numbers. */
    public IntegerParse written(NumberFormat format) {
        return new IntegerParse(type, format);
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.integer(this);
    }
}
