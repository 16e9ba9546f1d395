package io.medallion.spec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of the months, in full and shortened, as the Unicode CLDR has them and as people write them without accents. */
final class MonthNames {

    static final String ENGLISH = "en";

    private static final Map<String, List<List<String>>> NAMES = new LinkedHashMap<>();

    static {
        put(
                ENGLISH,
                "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sep;october oct;"
                        + "november nov;december dec");
        put(
                "de",
                "januar jänner jan jän;februar feber feb;märz maerz mär mrz;april apr;mai;juni jun;juli jul;august aug;"
                        + "september sep sept;oktober okt;november nov;dezember dez");
        put(
                "fr",
                "janvier janv jan;février fevrier févr fevr fév fev;mars mar;avril avr;mai;juin;juillet juil;août aout;"
                        + "septembre sept sep;octobre oct;novembre nov;décembre decembre déc dec");
        put(
                "es",
                "enero ene;febrero feb;marzo mar;abril abr;mayo may;junio jun;julio jul;agosto ago;"
                        + "septiembre setiembre sep sept set;octubre oct;noviembre nov;diciembre dic");
        put(
                "pt",
                "janeiro jan;fevereiro fev;março marco mar;abril abr;maio mai;junho jun;julho jul;agosto ago;setembro set;"
                        + "outubro out;novembro nov;dezembro dez");
        put(
                "it",
                "gennaio gen;febbraio feb;marzo mar;aprile apr;maggio mag;giugno giu;luglio lug;agosto ago;"
                        + "settembre set sett;ottobre ott;novembre nov;dicembre dic");
        put(
                "nl",
                "januari jan;februari feb;maart mrt;april apr;mei;juni jun;juli jul;augustus aug;september sep sept;"
                        + "oktober okt;november nov;december dec");
    }

    private MonthNames() {}

    private static void put(String language, String months) {
        NAMES.put(
                language,
                Arrays.stream(months.split(";"))
                        .map(names -> List.of(names.split(" ")))
                        .toList());
    }

    static List<String> languages() {
        return List.copyOf(NAMES.keySet());
    }

    static List<List<String>> of(String language) {
        return NAMES.get(language);
    }
}
