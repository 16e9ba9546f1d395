package io.medallion.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * A unit of measurement. Its values become those of the base unit of its dimension by {@code (value + offset) * numerator /
 * denominator}, exactly.
 *
 * @param code short, in ASCII, told apart by case: {@code kg}, {@code degC}, {@code km/h}, {@code gal_us}
 * @param dimension what it measures
 * @param name in words
 * @param ucum its code in the Unified Code for Units of Measure; empty where there is none
 * @param numerator of the factor, positive
 * @param denominator of the factor, positive, without a common divisor with the numerator
 * @param offset added before the factor is applied: 273.15 for {@code degC}; 0 but for temperatures
 * @param symbols writings that mean it in exactly this case: {@code mm}, but not {@code MM}
 * @param words writings that mean it in any case, here in lower case: {@code lbs}
 */
public record Unit(
        String code,
        Dimension dimension,
        String name,
        String ucum,
        BigInteger numerator,
        BigInteger denominator,
        BigDecimal offset,
        List<String> symbols,
        List<String> words) {

    public Unit {
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
        symbols = List.copyOf(symbols);
        words = List.copyOf(words);
    }

    /** Whether this text means the unit; a point at its end does not matter: {@code "oz."}. */
    public boolean isWritten(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return symbols.contains(bare) || words.contains(bare.toLowerCase(Locale.ROOT));
    }

    /** The code as the end of a column name: {@code km/h} to {@code km_h}. */
    public String suffix() {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
