package io.medallion.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of what is known: names of people, regions, and from the Java platform countries, languages and currencies in the
 * languages headers are read in. Everything is folded as by {@link Sample#folded}; read when first asked for.
 */
final class WordLists {

    private static final List<Locale> READ = Stream.of("en", "es", "fr", "de", "pt", "it", "nl")
            .map(Locale::forLanguageTag)
            .toList();

    private WordLists() {}

    static Set<String> givenNames() {
        return People.GIVEN;
    }

    static Set<String> surnames() {
        return People.FAMILY;
    }

    /** States, provinces and departments by name. */
    static Set<String> regions() {
        return Places.REGIONS;
    }

    /** Codes of states and provinces; many are words too. */
    static Set<String> regionCodes() {
        return Places.REGION_CODES;
    }

    static Set<String> countries() {
        return Places.COUNTRIES;
    }

    /** ISO 3166 alpha-2 and alpha-3, in capitals. */
    static Set<String> countryCodes() {
        return Places.COUNTRY_CODES;
    }

    static Set<String> languages() {
        return Languages.NAMES;
    }

    /** ISO 639 with two and three letters. */
    static Set<String> languageCodes() {
        return Languages.CODES;
    }

    /** ISO 4217, in capitals. */
    static Set<String> currencyCodes() {
        return Currencies.CODES;
    }

    /** Loaded when a column asks for names of people. */
    private static final class People {
        static final Set<String> GIVEN = words("given-names.txt").collect(Collectors.toUnmodifiableSet());
        static final Set<String> FAMILY = words("surnames.txt").collect(Collectors.toUnmodifiableSet());
    }

    /** Loaded when a column asks for places. */
    private static final class Places {
        static final Set<String> REGIONS = words("regions.txt")
                .map(w -> w.split(";")[0].replace('_', ' '))
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> REGION_CODES = words("regions.txt")
                .map(w -> w.split(";"))
                .filter(parts -> parts.length == 2)
                .map(parts -> parts[1])
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> COUNTRY_CODES = Stream.of(
                        Locale.IsoCountryCode.PART1_ALPHA2, Locale.IsoCountryCode.PART1_ALPHA3)
                .flatMap(kind -> Locale.getISOCountries(kind).stream())
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> COUNTRIES = countries();

        private static Set<String> countries() {
            Set<String> names = new HashSet<>(Set.of(
                    "usa",
                    "u s a",
                    "us",
                    "united states of america",
                    "uk",
                    "great britain",
                    "england",
                    "scotland",
                    "wales",
                    "russia",
                    "russian federation",
                    "south korea",
                    "korea",
                    "republic of korea",
                    "north korea",
                    "iran islamic republic of",
                    "viet nam",
                    "czech republic",
                    "macedonia",
                    "ivory coast",
                    "cape verde",
                    "swaziland",
                    "burma",
                    "holland",
                    "the netherlands",
                    "tanzania united republic of",
                    "bolivia plurinational state of",
                    "venezuela bolivarian republic of",
                    "moldova republic of",
                    "syrian arab republic",
                    "eeuu",
                    "estados unidos",
                    "hong kong",
                    "taiwan",
                    "palestine",
                    "kosovo"));
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale("", code);
                READ.forEach(language -> names.add(Sample.folded(country.getDisplayCountry(language))));
            }
            return Set.copyOf(names);
        }
    }

    /** Loaded when a column asks for languages. */
    private static final class Languages {
        static final Set<String> NAMES = Arrays.stream(Locale.getISOLanguages())
                .map(Locale::forLanguageTag)
                .flatMap(l -> READ.stream().map(language -> Sample.folded(l.getDisplayLanguage(language))))
                .filter(name -> name.length() > 3)
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> CODES = Arrays.stream(Locale.getISOLanguages())
                .map(Locale::forLanguageTag)
                .flatMap(l -> Stream.of(l.getLanguage(), l.getISO3Language()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Loaded when a column asks for currencies. */
    private static final class Currencies {
        static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(String file) {
        try (InputStream in = Objects.requireNonNull(
                        WordLists.class.getResourceAsStream("/io/medallion/profile/" + file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
