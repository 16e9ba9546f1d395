package io.medallion.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.measure.format.UnitFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.function.RationalNumber;

class UnitCatalogueTest {

    private static final UnitFormat UCUM = UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE);

    /** What UCUM itself defines by a rounded number. */
    private static final Set<String> ROUNDED = Set.of("mmHg", "inHg");

    static Stream<Unit> units() {
        return UnitCatalogue.all().stream();
    }

    static Stream<Unit> unitsInUcum() {
        return units().filter(u -> !u.ucum().isEmpty());
    }

    /** To fifteen digits: what theirs has where it is no rational number. */
    @ParameterizedTest
    @MethodSource("unitsInUcum")
    @SuppressWarnings({"unchecked", "rawtypes"})
    void has_the_factor_of_another_library(Unit unit) {
        Unit base = UnitCatalogue.get(unit.dimension().base());
        javax.measure.Unit from = UCUM.parse(unit.ucum());
        javax.measure.Unit to = UCUM.parse(base.ucum());
        Number theirs = from.getConverterTo(to).convert(BigDecimal.TEN);
        BigDecimal ours = BigDecimal.TEN
                .add(unit.offset())
                .multiply(new BigDecimal(unit.numerator()))
                .divide(new BigDecimal(unit.denominator()), MathContext.DECIMAL128);
        BigDecimal shown = theirs instanceof RationalNumber rational
                ? rational.bigDecimalValue()
                : new BigDecimal(theirs.toString());
        BigDecimal gap = shown.subtract(ours).abs();
        assertThat(gap)
                .as(shown + " and " + ours)
                .isLessThanOrEqualTo(ours.movePointLeft(ROUNDED.contains(unit.code()) ? 5 : 15));
    }

    @Test
    void has_the_exact_factors_of_the_agreement_of_1959() {
        assertThat(fraction("lb")).isEqualTo("45359237/100000000");
        assertThat(fraction("yd")).isEqualTo("1143/1250");
        assertThat(fraction("gal_us")).isEqualTo("473176473/125000000000");
        assertThat(fraction("degF")).isEqualTo("5/9");
        assertThat(fraction("km/h")).isEqualTo("5/18");
    }

    private static String fraction(String code) {
        Unit unit = UnitCatalogue.get(code);
        return unit.numerator() + "/" + unit.denominator();
    }

    @Test
    void lets_no_writing_mean_two_units() {
        Map<String, String> symbols = new HashMap<>();
        for (Unit unit : UnitCatalogue.all()) {
            unit.symbols()
                    .forEach(s -> assertThat(symbols.put(s, unit.code())).as(s).isNull());
        }
        Map<String, String> words = new HashMap<>();
        for (Unit unit : UnitCatalogue.all()) {
            for (String word : unit.words()) {
                assertThat(word).isEqualTo(word.toLowerCase(Locale.ROOT));
                assertThat(words.put(word, unit.code())).as(word).isNull();
            }
        }
        symbols.forEach((symbol, code) -> assertThat(words.getOrDefault(symbol.toLowerCase(Locale.ROOT), code))
                .as(symbol)
                .isEqualTo(code));
    }

    @Test
    void gives_every_dimension_a_base_of_factor_one() {
        for (Dimension dimension : Dimension.values()) {
            Unit base = UnitCatalogue.get(dimension.base());
            assertThat(base.dimension()).isEqualTo(dimension);
            assertThat(List.of(base.numerator(), base.denominator())).containsOnly(BigInteger.ONE);
            assertThat(base.offset()).isEqualByComparingTo("0");
        }
    }

    @Test
    void tells_units_apart_by_case_where_case_matters() {
        assertThat(UnitCatalogue.written("mm")).map(Unit::code).contains("mm");
        assertThat(UnitCatalogue.written("MM")).isEmpty();
        assertThat(UnitCatalogue.written("m")).map(Unit::code).contains("m");
        assertThat(UnitCatalogue.written("M")).isEmpty();
        assertThat(UnitCatalogue.written("kB")).map(Unit::code).contains("kB");
        assertThat(UnitCatalogue.written("KiB")).map(Unit::code).contains("KiB");
        assertThat(UnitCatalogue.written("KB")).isEmpty();
        assertThat(UnitCatalogue.written("LBS.")).map(Unit::code).contains("lb");
        assertThat(UnitCatalogue.written("ton")).isEmpty();
        assertThat(UnitCatalogue.written("imp gal")).map(Unit::code).contains("gal_uk");
        assertThat(UnitCatalogue.written("patients")).isEmpty();
    }

    @Test
    void names_the_nearest_unit() {
        assertThatThrownBy(() -> UnitCatalogue.get("kgs"))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("Did you mean 'kg'?");
    }
}
