package io.medallion.unit;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The units the library knows. Their definitions and where they are taken from stand in {@code io/medallion/unit/units.txt}.
 *
 * <p>No writing means two units: what has several meanings ({@code ton}, {@code KB}) means none.
 */
public final class UnitCatalogue {

    private static final Map<String, Unit> BY_CODE = read();

    private UnitCatalogue() {}

    /** All units, by dimension. */
    public static List<Unit> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** The units of a dimension. */
    public static List<Unit> of(Dimension dimension) {
        return BY_CODE.values().stream().filter(u -> u.dimension() == dimension).toList();
    }

    /**
     * The unit of this code.
     *
     * @throws MedallionException with the nearest code when there is none
     */
    public static Unit get(String code) {
        Unit unit = BY_CODE.get(code);
        if (unit != null) {
            return unit;
        }
        throw new MedallionException(Problem.at("unit '" + code + "'", "is not known.")
                .advise(written(code)
                        .map(Unit::code)
                        .or(() -> NearestName.of(code, BY_CODE.keySet()))
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Use a code such as kg, lb, m, ft, degC or km/h.")));
    }

    /** The unit of this code, if there is one. */
    public static Optional<Unit> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The unit that is written so, if there is one: {@code "lbs"}, {@code "°C"}. */
    public static Optional<Unit> written(String text) {
        return BY_CODE.values().stream().filter(u -> u.isWritten(text)).findFirst();
    }

    private static Map<String, Unit> read() {
        try (InputStream resource = UnitCatalogue.class.getResourceAsStream("units.txt")) {
            if (resource == null) {
                throw new IllegalStateException("io/medallion/unit/units.txt is not on the class path");
            }
            Map<String, Unit> units = new LinkedHashMap<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(UnitCatalogue::unit)
                    .forEach(unit -> units.put(unit.code(), unit));
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unit unit(String line) {
        String[] parts = line.split(";", -1);
        List<BigDecimal> factor =
                Arrays.stream(parts[4].split("/")).map(BigDecimal::new).collect(Collectors.toList());
        factor.add(BigDecimal.ONE);
        int scale = Math.max(factor.get(0).scale(), factor.get(1).scale());
        return new Unit(
                parts[1],
                Dimension.valueOf(parts[0]),
                parts[2],
                parts[3],
                unscaled(factor.get(0), scale),
                unscaled(factor.get(1), scale),
                new BigDecimal(parts[5]),
                writings(parts[6]),
                writings(parts[7]));
    }

    private static BigInteger unscaled(BigDecimal value, int scale) {
        return value.movePointRight(scale).toBigIntegerExact();
    }

    private static List<String> writings(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }
}
