package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.unit.Conversion;
import io.medallion.unit.Unit;
import io.medallion.unit.UnitCatalogue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit the numbers of a column are in, and the one they are made comparable in. The column becomes three:
 *
 * <pre>{@code
 * column("weight").as(decimal(6, 2)).unit(Units.inText().to("kg"))
 *
 * "12.50 kg"  ->  weight 12.50, weight_unit 'kg', weight_kg 12.50
 * "5 lbs"     ->  weight  5.00, weight_unit 'lb', weight_kg  2.26796185
 * "7 stein"   ->  rejected, "weight: not a known unit"
 * }</pre>
 *
 * <p>The value stays as it was written; the unit is its code in the {@link UnitCatalogue}; the normalised value is a DECIMAL of
 * as many digits as {@link Conversion#of} says: exact where some number of digits up to 18 is, otherwise (degrees Fahrenheit in
 * Celsius, knots in km/h) rounded half to even to six digits more than the values have, or where {@link #rounded} says.
 *
 * @param from the code of the unit all values are in, so that a cell holds the number only; null when each cell names its own
 * @param accepted codes of the units a cell may name; empty for all of the dimension
 * @param to the code of the unit of the normalised value
 * @param scale digits after the point to round the normalised value to, half to even; null for the default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Units(
        @Nullable String from,
        @Nullable List<String> accepted,
        @JsonProperty(required = true) String to,
        @Nullable Integer scale) {

    /**
     * @throws MedallionException for codes that are not known, that measure something else than {@code to}, and for a scale that
     *     is not from 0 to 18
     */
    public Units {
        accepted = accepted == null
                ? List.of()
                : accepted.stream().distinct().sorted().toList();
        Unit target = UnitCatalogue.get(to);
        if (from != null && !accepted.isEmpty()) {
            throw new MedallionException(Problem.at("units", "are stated for all values and for each.")
                    .advise("Leave one of them out."));
        }
        for (String code : from == null ? accepted : List.of(from)) {
            Unit unit = UnitCatalogue.get(code);
            if (unit.dimension() != target.dimension()) {
                throw new MedallionException(Problem.at(
                                "unit '" + code + "'",
                                "is one of " + unit.dimension() + ", '" + to + "' one of " + target.dimension() + ".")
                        .advise("Only units of one dimension can be converted."));
            }
        }
        if (scale != null && (scale < 0 || scale > 18)) {
            throw new MedallionException(Problem.at("units", "cannot be rounded to " + scale + " digits.")
                    .advise("State 0 to 18."));
        }
    }

    /** What is known of the units before it is said what they become. */
    public record Given(@Nullable String from, List<String> accepted) {

        /** Normalised to the unit of this code. */
        public Units to(String code) {
            return new Units(from, accepted, code, null);
        }
    }

    /** All values are in the unit of this code; the cells hold numbers only. */
    public static Given from(String code) {
        return new Given(code, List.of());
    }

    /** Every cell names its unit behind the number: {@code "12 kg"}; these are accepted, or all of the dimension. */
    public static Given inText(String... accepted) {
        return new Given(null, Arrays.asList(accepted));
    }

    /** The same, the normalised value rounded half to even to so many digits after the point. */
    public Units rounded(int digits) {
        return new Units(from, accepted, to, digits);
    }

    /** Codes of the accepted units; empty for all of the dimension. */
    @Override
    public List<String> accepted() {
        return accepted == null ? List.of() : accepted;
    }

    /** Whether each cell names its unit. */
    public boolean areInText() {
        return from == null;
    }

    /** The units a value can be in. */
    public List<Unit> units() {
        if (from != null) {
            return List.of(UnitCatalogue.get(from));
        }
        return accepted().isEmpty()
                ? UnitCatalogue.of(target().dimension())
                : accepted().stream().map(UnitCatalogue::get).toList();
    }

    /** The unit of the normalised value. */
    public Unit target() {
        return UnitCatalogue.get(to);
    }

    /**
     * How values of a type are normalised.
     *
     * @throws MedallionException when the type is not a whole number or a decimal, or has too many digits
     */
    public Conversion conversion(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER -> Conversion.of(10, 0, units(), target(), scale);
            case BIGINT -> Conversion.of(19, 0, units(), target(), scale);
            case DECIMAL -> Conversion.of(type.precision(), type.scale(), units(), target(), scale);
            default ->
                throw new MedallionException(Problem.at("units", "need whole numbers or decimals, not " + type + ".")
                        .advise("Read the column with integer() or decimal(precision, scale)."));
        };
    }

    /** The type of the normalised value. */
    ColumnType normalisedType(ColumnType type) {
        Conversion conversion = conversion(type);
        return ColumnType.decimal(conversion.precision(), conversion.scale());
    }

    /** {@code weight} to {@code weight_kg}, and {@code weight_lb} too where all values are pounds. */
    String normalisedName(String name) {
        String own = from == null ? "" : "_" + UnitCatalogue.get(from).suffix();
        boolean said = from != null && name.length() > own.length() && name.endsWith(own);
        return (said ? name.substring(0, name.length() - own.length()) : name) + "_" + target().suffix();
    }
}
