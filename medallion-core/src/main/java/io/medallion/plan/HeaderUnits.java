package io.medallion.plan;

import io.medallion.profile.HeaderWords;
import io.medallion.unit.Unit;
import io.medallion.unit.UnitCatalogue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit a header names: in brackets ({@code Height (cm)}), by a last word that means hardly anything else ({@code
 * weight_lb}), or by a short one after the quantity it measures ({@code duration_min}, {@code temp_f}), for alone {@code min} is
 * the least and {@code in} a preposition.
 */
final class HeaderUnits {

    private static final Pattern ENCLOSED = Pattern.compile(".*[(\\[]\\s*([^()\\[\\]]+?)\\s*[)\\]]\\s*");

    /** Last words of headers that mean a unit and hardly anything else: no {@code in}, {@code min}, {@code st}, {@code day}. */
    private static final Set<String> ALONE = Set.of(
            """
            kg kgs lb lbs oz kilograms grams pounds ounces tonnes km cm mm ft feet inches inch meters metres kilometers kilometres
            miles yards mph kmh kph knots kts celsius fahrenheit degc degf sqft sqm acres hectares liters litres gallons ml kwh
            mwh kcal psi kpa hpa mbar inhg mmhg bytes seconds secs minutes mins hours hrs
            """
                    .strip()
                    .split("\\s+"));

    /** A quantity, by the words that speak of it, and the short units it is measured in. */
    private record Quantity(Set<String> words, Map<String, String> units) {}

    private static final List<Quantity> QUANTITIES = List.of(
            new Quantity(
                    Set.of("temp", "temperature", "temps", "temperatures", "dewpoint", "temperatura", "temperatur"),
                    Map.of("f", "degF", "c", "degC", "k", "K")),
            new Quantity(
                    Set.of(
                            "duration",
                            "time",
                            "runtime",
                            "elapsed",
                            "delay",
                            "wait",
                            "travel",
                            "trip",
                            "response",
                            "latency",
                            "timeout",
                            "interval",
                            "dauer",
                            "duracion",
                            "duree",
                            "age"),
                    Map.of(
                            "min", "min", "s", "s", "sec", "s", "h", "h", "hr", "h", "ms", "ms", "millis", "ms", "us",
                            "us", "ns", "ns")),
            new Quantity(
                    Set.of(
                            "distance",
                            "dist",
                            "length",
                            "width",
                            "height",
                            "depth",
                            "elevation",
                            "altitude",
                            "range",
                            "diameter",
                            "radius",
                            "thickness",
                            "perimeter",
                            "distancia",
                            "longitud",
                            "altura",
                            "ancho",
                            "lange",
                            "breite",
                            "hohe",
                            "longueur",
                            "hauteur",
                            "largeur"),
                    Map.of("mi", "mi", "m", "m", "in", "in", "yd", "yd", "nmi", "nmi")),
            new Quantity(
                    Set.of("weight", "mass", "wt", "payload", "gewicht", "peso", "poids"),
                    Map.of("g", "g", "mg", "mg", "t", "t", "gr", "g")),
            new Quantity(
                    Set.of("size", "memory", "storage", "disk", "file", "filesize", "ram", "download", "upload"),
                    Map.of("kb", "kB", "mb", "MB", "gb", "GB", "tb", "TB")),
            new Quantity(
                    Set.of("volume", "capacity", "volumen"), Map.of("l", "L", "cl", "cL", "hl", "hL", "gal", "gal_us")),
            new Quantity(
                    Set.of("area", "surface", "flache", "superficie"), Map.of("ha", "ha", "m2", "m2", "km2", "km2")));

    private HeaderUnits() {}

    static Optional<Unit> of(String header) {
        Matcher enclosed = ENCLOSED.matcher(header);
        if (enclosed.matches()) {
            return UnitCatalogue.written(enclosed.group(1));
        }
        String[] words = header.strip().split("[\\s_]+");
        String last = words[words.length - 1].toLowerCase(Locale.ROOT);
        if (words.length > 1 && ALONE.contains(last)) {
            return UnitCatalogue.written(last);
        }
        return afterQuantity(List.of(new HeaderWords(header).joined().split("_")));
    }

    private static Optional<Unit> afterQuantity(List<String> words) {
        List<String> before = words.subList(0, words.size() - 1);
        String last = words.get(words.size() - 1);
        return QUANTITIES.stream()
                .filter(q -> !Collections.disjoint(q.words(), before))
                .flatMap(q -> Optional.ofNullable(q.units().get(last)).stream())
                .map(UnitCatalogue::get)
                .findFirst();
    }
}
