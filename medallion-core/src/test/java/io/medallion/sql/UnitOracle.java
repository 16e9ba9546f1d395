package io.medallion.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/** Units by hand, in decimals of two hundred digits. */
final class UnitOracle {

    private static final MathContext DIGITS = new MathContext(200);

    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "kg", new BigDecimal("1"),
            "KGS", new BigDecimal("1"),
            "g", new BigDecimal("0.001"),
            "lb", new BigDecimal("0.45359237"),
            "Pounds", new BigDecimal("0.45359237"),
            "oz.", new BigDecimal("0.028349523125"),
            "stone", new BigDecimal("6.35029318"),
            "t", new BigDecimal("1000"));

    private UnitOracle() {}

    static String[] writings() {
        return KILOGRAMS.keySet().stream().sorted().toArray(String[]::new);
    }

    static BigDecimal kilograms(BigDecimal value, String unit) {
        return value.multiply(KILOGRAMS.get(unit));
    }

    static BigDecimal pounds(BigDecimal value, String unit, int scale) {
        return kilograms(value, unit).divide(KILOGRAMS.get("lb"), DIGITS).setScale(scale, RoundingMode.HALF_EVEN);
    }

    static BigDecimal celsiusFromFahrenheit(BigDecimal value, int scale) {
        return value.subtract(new BigDecimal("32"))
                .multiply(new BigDecimal("5"))
                .divide(new BigDecimal("9"), DIGITS)
                .setScale(scale, RoundingMode.HALF_EVEN);
    }
}
