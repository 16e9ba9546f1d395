package io.medallion.unit;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How decimals of some units become decimals of one unit, in whole numbers only, so that every database computes the same
 * digits.
 *
 * <p>With {@code n / d} the factor and {@code o} the offset of the unit a value {@code v} is in, the result is {@code x / y /
 * 10^scale}, where {@code x = (v + o) * 10^shift * n * numerator - d * constant} and {@code y = d * denominator}, and {@code x /
 * y} is rounded to a whole number, half to even. It needs no rounding when {@link #exact} is true.
 *
 * @param shift digits by which values and offsets are moved to become whole
 * @param scale digits of the result after the point
 * @param precision digits of the result, 1 to 38
 * @param numerator multiplies the factor's numerator
 * @param denominator multiplies the factor's denominator
 * @param constant multiplies the factor's denominator where the result has an offset of its own; else 0
 * @param exact whether every result is exact
 */
public record Conversion(
        int shift,
        int scale,
        int precision,
        BigInteger numerator,
        BigInteger denominator,
        BigInteger constant,
        boolean exact) {

    /** Digits after the point that an exact result may need; beyond it is rounded. */
    private static final int MOST_EXACT = 18;

    /** Digits after those of the value, where no number of digits is exact. */
    private static final int ROUNDED = 6;

    private static final BigInteger LIMIT = BigInteger.TEN.pow(ColumnType.MAX_PRECISION);

    /**
     * The conversion of values of a type.
     *
     * @param precision digits of the values
     * @param valueScale digits of the values after the point
     * @param from the units they may be in
     * @param to the unit of the result
     * @param scale digits of the result after the point; null for as many as make every result exact, up to 18, and six more than
     *     the values have where no number of digits does: a ninth, a mile in nautical miles
     * @throws MedallionException when the numbers on the way do not fit into 38 digits
     */
    public static Conversion of(
            int precision, int valueScale, Collection<Unit> from, Unit to, @Nullable Integer scale) {
        if (scale != null) {
            return with(scale, precision, valueScale, from, to);
        }
        for (int digits = 0; digits <= MOST_EXACT; digits++) {
            if (exact(digits, valueScale, from, to)) {
                return with(digits, precision, valueScale, from, to);
            }
        }
        return with(valueScale + ROUNDED, precision, valueScale, from, to);
    }

    private static Conversion with(int scale, int precision, int valueScale, Collection<Unit> from, Unit to) {
        int shift = valueScale;
        BigDecimal offset = BigDecimal.ZERO;
        for (Unit unit : from) {
            shift = Math.max(shift, unit.offset().scale());
            offset = offset.max(unit.offset());
        }
        shift = Math.max(shift, to.offset().scale());
        BigInteger up = BigInteger.TEN.pow(Math.max(scale - shift, 0));
        BigInteger down = BigInteger.TEN.pow(Math.max(shift - scale, 0));
        BigInteger numerator = to.denominator().multiply(up);
        BigInteger denominator = to.numerator().multiply(down);
        BigInteger constant = whole(to.offset(), shift).multiply(to.numerator()).multiply(up);
        BigInteger common = numerator.gcd(denominator).gcd(constant);
        BigInteger most = BigInteger.TEN.pow(precision - valueScale + shift).add(whole(offset, shift));
        Conversion open = new Conversion(
                shift,
                scale,
                ColumnType.MAX_PRECISION,
                numerator.divide(common),
                denominator.divide(common),
                constant.divide(common),
                exact(scale, valueScale, from, to));
        return open.sized(most, from, to);
    }

    /** The digits that the greatest value needs in the end, if those on the way fit. */
    private Conversion sized(BigInteger most, Collection<Unit> from, Unit to) {
        BigInteger greatest = BigInteger.ONE;
        for (Unit unit : from) {
            BigInteger dividend = most.multiply(unit.numerator())
                    .multiply(numerator)
                    .add(unit.denominator().multiply(constant));
            BigInteger divisor = unit.denominator().multiply(denominator);
            greatest = greatest.max(dividend.divide(divisor).add(BigInteger.ONE));
            if (dividend.max(divisor.shiftLeft(1)).compareTo(LIMIT) >= 0) {
                throw new MedallionException(
                        Problem.at("units", unit.code() + " to " + to.code() + " needs more than 38 digits on the way.")
                                .advise("Read the numbers with fewer digits, or round the result to fewer."));
            }
        }
        int digits = Math.max(greatest.toString().length(), Math.max(1, scale));
        return new Conversion(shift, scale, digits, numerator, denominator, constant, exact);
    }

    private static boolean exact(int digits, int valueScale, Collection<Unit> from, Unit to) {
        return from.stream().allMatch(unit -> {
            BigInteger top = unit.numerator().multiply(to.denominator());
            BigInteger bottom = unit.denominator().multiply(to.numerator());
            BigInteger power = BigInteger.TEN.pow(digits);
            List<BigInteger> moved = List.of(whole(unit.offset(), 2), whole(to.offset(), 2));
            BigInteger offsets =
                    moved.get(0).multiply(top).subtract(moved.get(1).multiply(bottom));
            return divides(bottom.multiply(BigInteger.TEN.pow(valueScale)), top.multiply(power))
                    && divides(bottom.multiply(BigInteger.valueOf(100)), offsets.multiply(power));
        });
    }

    private static boolean divides(BigInteger divisor, BigInteger dividend) {
        return dividend.mod(divisor).signum() == 0;
    }

    private static BigInteger whole(BigDecimal offset, int shift) {
        return offset.movePointRight(shift).toBigIntegerExact();
    }
}
