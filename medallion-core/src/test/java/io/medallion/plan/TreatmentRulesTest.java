package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.profile.ColumnCounts;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.ValueCount;
import io.medallion.spec.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are of one value, and which words stand for none. */
class TreatmentRulesTest {

    /** Values with their numbers of rows: {@code "M 3, Male 40"}. */
    private static ColumnProfile column(String name, String values) {
        List<ValueCount> counted = new ArrayList<>();
        for (String part : values.split(", ?")) {
            int space = part.lastIndexOf(' ');
            counted.add(new ValueCount(part.substring(0, space), Long.parseLong(part.substring(space + 1))));
        }
        long rows = counted.stream().mapToLong(ValueCount::rows).sum();
        return ColumnProfile.of(name, new ColumnCounts(rows, 0, 0, counted.size(), 1, 20), counted, 1_000);
    }

    private static Map<String, String> mapping(String name, String values) {
        return variants(name, values)
                .map(s -> ((ColumnTreatment.Mapping) s.value()).texts())
                .orElse(Map.of());
    }

    private static Optional<Suggestion<ColumnTreatment>> variants(String name, String values) {
        return new ValueVariants(column(name, values), Parse.text().trimmed(), Set.of()).suggestion("x");
    }

    private static List<String> nullWords(String name, String values) {
        return new TextNullWords(column(name, values))
                .suggestion("x")
                .map(s -> ((ColumnTreatment.NullWords) s.value()).words())
                .orElse(List.of());
    }

    @Test
    void spellings_of_a_list_take_the_form_that_most_rows_have() {
        assertThat(mapping("Sex", "Male 40, Female 38, M 3, m 1, F 2, female 1, Unknown 1"))
                .isEqualTo(Map.of("M", "Male", "m", "Male", "F", "Female", "female", "Female"));
        assertThat(mapping("sex", "M 40, F 38, Male 3, female 2")).isEqualTo(Map.of("Male", "M", "female", "F"));
        assertThat(mapping("paid", "Yes 9, No 7, Y 1, n 1")).isEqualTo(Map.of("Y", "Yes", "n", "No"));
        assertThat(mapping("origin", "United States 50, Germany 9, USA 4, U.S.A. 1, US 1, DE 1, FRA 1"))
                .isEqualTo(Map.of(
                        "USA",
                        "United States",
                        "U.S.A.",
                        "United States",
                        "US",
                        "United States",
                        "DE",
                        "Germany",
                        "FRA",
                        "France"));
        assertThat(mapping("State", "CA 40, NY 20, California 2, new york 1, TX 4, Texas 1"))
                .isEqualTo(Map.of("California", "CA", "new york", "NY", "Texas", "TX"));
        assertThat(mapping("day", "Mon 5, Tues 1, Tue 4, Wednesday 1, Wed 6, Thu 5, Thurs 1, Friday 1, Fri 9"))
                .containsEntry("Tues", "Tue")
                .containsEntry("Wednesday", "Wed");
        assertThat(mapping("currency", "EUR 30, USD 20, € 1, Euro 1, US$ 1"))
                .isEqualTo(Map.of("€", "EUR", "Euro", "EUR", "US$", "USD"));
    }

    @Test
    void where_no_form_prevails_only_spellings_of_one_entry_become_one() {
        assertThat(mapping("country", "Germany 5, DE 4, FR 3, Italy 2")).isEqualTo(Map.of("DE", "Germany"));
    }

    @Test
    void words_that_are_codes_elsewhere_are_no_list_without_a_name_among_them() {
        assertThat(mapping("code", "Pa 30, PA 20, CA 9, NY 8")).isEmpty();
        assertThat(mapping("size", "M 30, S 20, L 9, m 1")).isEmpty();
        assertThat(mapping("unit", "F 30, C 20, f 1")).isEmpty();
    }

    @Test
    void texts_that_differ_in_white_space_case_punctuation_or_accents_become_the_most_frequent() {
        assertThat(
                        mapping(
                                "city",
                                "Zürich 9, Zurich 2, ZÜRICH 1, Bern 5, St. Gallen 3, St Gallen 1, Saint-Denis 1, Saint Denis 4"))
                .isEqualTo(Map.of(
                        "Zurich",
                        "Zürich",
                        "ZÜRICH",
                        "Zürich",
                        "St Gallen",
                        "St. Gallen",
                        "Saint-Denis",
                        "Saint Denis"));
        assertThat(mapping("status", "In  Progress 1, in progress 2, In Progress 2, Done 8, done 8"))
                .isEqualTo(Map.of("In  Progress", "In Progress", "in progress", "In Progress", "done", "Done"));
        assertThat(variants("city", "Zürich 9, Zurich 2, Bern 5").orElseThrow().reason())
                .isEqualTo("The same but for accents, in the spelling that most rows have: 'Zurich' becomes 'Zürich'.");
        assertThat(variants("city", "Zürich 9, Zurich 2, Bern 5").orElseThrow().confidence())
                .isEqualTo(0.5);
    }

    @Test
    void values_that_may_differ_are_left() {
        assertThat(mapping("grade", "A+ 9, A- 8, A 7, B 2")).isEmpty();
        assertThat(mapping("language", "C 9, C# 8, C++ 7")).isEmpty();
        assertThat(mapping("size", "1.5 9, 15 8, 1-5 7, 1 5 2")).isEmpty();
        assertThat(mapping("product", "ab12 9, AB12 8, AB-12 3")).isEmpty();
        assertThat(mapping("gene", "Aabb 9, AaBb 8, aabb 7")).isEmpty();
        assertThat(mapping("letter", "か 9, が 8")).isEmpty();
        assertThat(mapping("letter", "и 9, й 8")).isEmpty();
        assertThat(mapping("site", "ab.com 9, abcom 8")).isEmpty();
    }

    @Test
    void what_is_left_is_named_beside_what_is_mapped() {
        Suggestion<ColumnTreatment> units =
                variants("unit", "pa 9, PA 8, Kelvin 7, kelvin 1").orElseThrow();
        assertThat(((ColumnTreatment.Mapping) units.value()).texts()).isEqualTo(Map.of("kelvin", "Kelvin"));
        assertThat(units.reason()).endsWith("Left as they are, for they may differ: 'PA' and 'pa'.");
    }

    @Test
    void null_words_in_text_are_those_that_are_hardly_meant() {
        assertThat(nullWords("comment", "good 9, N/A 3, - 2, unknown 4, none 2, NULL 1"))
                .containsExactly("-", "N/A", "NULL");
        assertThat(nullWords("country_code", "DE 9, NA 3, FR 2, n/a 1")).containsExactly("n/a");
        assertThat(nullWords("ticker", "AA 9, NA 3, FR 2")).isEmpty();
        assertThat(nullWords("comment", "good work 9, NA 3, well done 2")).containsExactly("NA");
        assertThat(nullWords("change", "+ 9, - 3, = 2")).isEmpty();
        assertThat(nullWords("last_name", "Smith 9, Null 3, Na 2, N/A 2")).containsExactly("N/A");
    }

    @ParameterizedTest
    @CsvSource({
        "a  b, a b, SPACES",
        "Ab, aB, CASE",
        "U.S.A., usa, PUNCTUATION",
        "New-York, new york, PUNCTUATION",
        "'Smith, J.', smith j, PUNCTUATION",
        "Zürich, zurich, ACCENTS"
    })
    void says_in_what_two_spellings_differ(String one, String other, Spelling.Difference difference) {
        assertThat(Spelling.between(one, other)).isEqualTo(difference);
    }
}
