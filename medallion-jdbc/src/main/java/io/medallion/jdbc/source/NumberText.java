package io.medallion.jdbc.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * The text of numbers. A floating-point number has the fewest digits that lead back to it, and is written as Python's {@code repr}
 * writes it: {@code 5.0}, {@code 0.0001}, {@code 1e-05}, {@code 1e+16}, {@code -0.0}; then {@code NaN}, {@code Infinity}, {@code -Infinity}.
 */
final class NumberText {

    private static final int LEAST_EXPONENT = -4;
    private static final int GREATEST_EXPONENT = 16;
    private static final List<RoundingMode> NEAREST_THEN_UP = List.of(RoundingMode.HALF_EVEN, RoundingMode.UP);

    private NumberText() {}

    static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
        return signed(
                value < 0 || 1 / value < 0,
                shortest(new BigDecimal(Math.abs(value)), subnormal ? 1 : 15, d -> d.doubleValue() == Math.abs(value)));
    }

    static String of(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return Float.toString(value);
        }
        boolean subnormal = Math.abs(value) < Float.MIN_NORMAL;
        return signed(
                value < 0 || 1 / value < 0,
                shortest(new BigDecimal(Math.abs(value)), subnormal ? 1 : 6, d -> d.floatValue() == Math.abs(value)));
    }

    static String of(BigDecimal value) {
        return value.toPlainString();
    }

    private static BigDecimal shortest(BigDecimal exact, int fewest, Predicate<BigDecimal> leadsBack) {
        for (int digits = fewest; ; digits++) {
            // a power of two has more room above than below: the next number up may lead back where the nearest does
            // not
            for (RoundingMode mode : NEAREST_THEN_UP) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (leadsBack.test(rounded)) {
                    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
                }
            }
        }
    }

    private static String signed(boolean negative, BigDecimal value) {
        return (negative ? "-" : "") + unsigned(value);
    }

    private static String unsigned(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        int exponent = digits.length() - 1 - value.scale();
        if (value.signum() == 0 || exponent >= LEAST_EXPONENT && exponent < GREATEST_EXPONENT) {
            String plain = value.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String size = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + size;
    }
}
