package io.medallion.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What may stand beside a number and say what is counted: one currency, one unit or the percent sign. */
final class Affixes {

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("jpy", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("rs", "INR"),
            Map.entry("inr", "INR"),
            Map.entry("chf", "CHF"),
            Map.entry("r$", "BRL"),
            Map.entry("brl", "BRL"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("a$", "AUD"),
            Map.entry("aud", "AUD"),
            Map.entry("₽", "RUB"),
            Map.entry("rub", "RUB"),
            Map.entry("zł", "PLN"),
            Map.entry("pln", "PLN"),
            Map.entry("kr", "SEK"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("₩", "KRW"),
            Map.entry("₺", "TRY"),
            Map.entry("cny", "CNY"),
            Map.entry("mxn", "MXN"));

    private static final Map<String, String> UNITS = units(
            "kg kgs kilogram kilograms",
            "g gram grams",
            "mg",
            "t tonne tonnes",
            "lb lbs pound pounds",
            "oz ounce ounces",
            "km kms kilometer kilometers",
            "m meter meters metre metres",
            "cm",
            "mm",
            "mi mile miles",
            "ft feet foot",
            "in inch inches",
            "yd yards",
            "l liter liters litre litres",
            "ml",
            "gal gallon gallons",
            "kwh",
            "mwh",
            "kw",
            "mw",
            "w",
            "kb",
            "mb",
            "gb",
            "tb",
            "°c",
            "°f",
            "°",
            "km/h kmh",
            "mph",
            "ms",
            "sec secs seconds",
            "min mins minutes",
            "h hr hrs hour hours",
            "day days",
            "week weeks",
            "month months",
            "year years yrs yr",
            "pp",
            "bps",
            "ha",
            "acres acre",
            "sqft",
            "m2 m²",
            "km2 km²",
            "ppm",
            "psi",
            "hz",
            "v",
            "cal kcal");

    /** Capital letters that stand for a million or a grade rather than for the unit with the small letter. */
    private static final Set<String> MAGNITUDES = Set.of("M", "T", "G", "H");

    private static final String PERCENT = "percent";

    private Affixes() {}

    /** The unit an affix stands for; null when it is none we know. */
    static @Nullable String unit(String affix) {
        String folded = affix.toLowerCase(Locale.ROOT);
        String bare = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        if (bare.equals("%") || bare.equals("pct")) {
            return PERCENT;
        }
        if (MAGNITUDES.contains(affix)) {
            return null;
        }
        String currency = CURRENCIES.get(bare);
        return currency != null ? currency : UNITS.get(bare);
    }

    /** Whether an affix is a unit, which nobody writes before the number as currencies and percent signs are. */
    static boolean onlyFollows(String affix) {
        String unit = unit(affix);
        return unit != null && !isCurrency(unit) && !isPercent(unit);
    }

    static boolean isCurrency(String unit) {
        return CURRENCIES.containsValue(unit);
    }

    static boolean isPercent(String unit) {
        return unit.equals(PERCENT);
    }

    /** The ways one unit is written in a column. */
    static List<String> writings(Set<String> affixes, String unit) {
        return new ArrayList<>(
                new TreeSet<>(affixes.stream().filter(a -> unit.equals(unit(a))).toList()));
    }

    private static Map<String, String> units(String... families) {
        Map<String, String> units = new HashMap<>();
        for (String family : families) {
            String[] words = family.split(" ");
            for (String word : words) {
                units.put(word, words[0]);
            }
        }
        return Map.copyOf(units);
    }
}
