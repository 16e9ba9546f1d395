package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import io.medallion.profile.Recognition.Kind;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time in words, money, languages, prose. */
final class CommonKinds {

    private static final Set<String> YEARS = terms(
            """
            year years yr yyyy fiscalyear modelyear schoolyear jahr jahre ano anos anio modelo annee anno anni jaar ejercicio vigencia
            exercice vintage periodo baujahr geschaftsjahr
            """);

    private static final Pattern YEAR = Pattern.compile("(1[5-9]|20|21)[0-9]{2}");
    private static final Pattern QUARTER =
            Pattern.compile("(?i)(Q|QTR ?|T|TRIM(ESTRE)? ?)[1-4]|[1-4](Q|T)|(1st|2nd|3rd|4th) (quarter|qtr)");

    private static final Set<String> MONTHS = symbols(DateFormatSymbols::getMonths, DateFormatSymbols::getShortMonths);
    private static final Set<String> DAYS =
            symbols(DateFormatSymbols::getWeekdays, DateFormatSymbols::getShortWeekdays);

    private static final Set<String> PROSE = terms(
            """
            description descriptions desc comment comments note notes remark remarks narrative summary details explanation
            observaciones observacion comentario comentarios descripcion detalle beschreibung bemerkung bemerkungen kommentar
            commentaire commentaires remarques descricao observacoes descrizione osservazioni omschrijving opmerking opmerkingen
            """);

    private static final Pattern WORDS = Pattern.compile("(?s).*\\p{L}{2,}.*\\s.*\\p{L}{2,}.*\\s.*\\p{L}{2,}.*");

    private CommonKinds() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(SemanticType.YEAR, (h, v) -> h.says(YEARS) && v.share(YEAR) > MOST),
                new Kind(
                        SemanticType.QUARTER,
                        (h, v) -> v.share(QUARTER) > MOST
                                && (v.size() > 2 || h.says(terms("quarter qtr quartal trimestre trimester kwartaal")))),
                new Kind(
                        SemanticType.MONTH,
                        (h, v) -> named(v, MONTHS, h.says(terms("month monat mes mois mese maand")))),
                new Kind(
                        SemanticType.DAY_OF_WEEK,
                        (h, v) -> named(
                                v,
                                DAYS,
                                h.says(terms("day weekday dayofweek dow wochentag dia jour giorno dag diasemana")))),
                new Kind(SemanticType.CURRENCY_CODE, CommonKinds::currency),
                new Kind(SemanticType.LANGUAGE, CommonKinds::language),
                new Kind(SemanticType.FREE_TEXT, (h, v) -> h.says(PROSE) && v.size() > 20 && v.share(WORDS) > MANY));
    }

    private static boolean named(Sample values, Set<String> names, boolean said) {
        return values.share(t -> t.length() > 2 && names.contains(Sample.folded(t))) > MOST
                && (said || values.size() > 3);
    }

    private static boolean currency(HeaderTerms header, Sample values) {
        double known = values.share(WordLists.currencyCodes()::contains);
        return header.says(terms(
                        "currency currencycode curr moneda divisa devise waehrung wahrung valuta moeda isocurrency"))
                ? known > MANY
                : known > MOST && values.size() > 5;
    }

    private static boolean language(HeaderTerms header, Sample values) {
        return header.says(
                        terms(
                                "language languages languagecode lang idioma idiomas langue langues sprache lingua taal lengua locale"))
                && (values.among(WordLists.languages()) > HALF
                        || values.share(t ->
                                        WordLists.languageCodes().contains(t.split("[-_]")[0].toLowerCase(Locale.ROOT)))
                                > MOST);
    }

    private static Set<String> symbols(
            Function<DateFormatSymbols, String[]> names, Function<DateFormatSymbols, String[]> shortNames) {
        return Stream.of("en", "es", "fr", "de", "pt", "it", "nl")
                .map(language -> DateFormatSymbols.getInstance(Locale.forLanguageTag(language)))
                .flatMap(symbols -> Stream.of(names.apply(symbols), shortNames.apply(symbols)))
                .flatMap(Arrays::stream)
                .map(Sample::folded)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
