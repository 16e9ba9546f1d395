package io.medallion.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.BooleanParse;
import io.medallion.spec.DateParse;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.TimestampParse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1|2|999; INTEGER",
                "2147483647|2147483648; BIGINT",
                "11898508762506083287|3; DECIMAL(20,0)",
                "1|2|3|158.5; DECIMAL(4,1)",
                "0.123456789012345678901234567890|1.5; DECIMAL(31,30)",
                "1.2E-5|3.4e+10|6.02E23; DOUBLE",
                "1,234|12,345|1,234,567|999; INTEGER",
                "1,23|4,5|10,8; DECIMAL(4,2)",
                "1.234,56|12.345,00|7,5; DECIMAL(7,2)",
                "1'234.50|12'000.00; DECIMAL(7,2)",
                "$1,234.50|($99.00)|(5); DECIMAL(6,2)",
                "125.00-|10.00; DECIMAL(5,2)",
                "−5|–3|7; INTEGER",
                "38.92%|47.29%|0%; DECIMAL(4,2)",
                "USD 5|USD 12|usd 7; INTEGER",
                "%5|%12; INTEGER",
                "12.0 oz|16.0 oz.|12.0 ounce|8.4 OZ.; DECIMAL(3,1)",
                "1.2|-|3.4; DECIMAL(2,1)",
                "Yes|No|yes; BOOLEAN",
                "Sí|NO|SI|no; BOOLEAN",
                "True|1|false|0; BOOLEAN",
                "2020-01-31|2021-12-01; DATE",
                "20/10/2011|03/05/2011; DATE",
                "10:00|23:59|7:05; TIME",
                "2020-01-01T10:00:00+02:00|2020-07-01T10:00:00Z; TIMESTAMPTZ",
                "2009-01-01|2009-02-20 12:40:00; TIMESTAMP",
                "2018年10月6日|2019年4月30日; DATE",
                "2021-03-05 10:00:00 UTC|2021-03-06 11:30:00 UTC; TIMESTAMPTZ",
                "2021-03-05 10:00:00+00|2021-03-06 11:30:00.5+00; TIMESTAMPTZ",
                "2021-03-05 10:00:00,123|2021-03-06 11:30:00,456; TIMESTAMP",
                "2021-03-05 10:00:00.0000000|2021-03-06 11:30:00.5000000; TIMESTAMP",
                "20210305T101010Z|20210306T111111Z; TIMESTAMPTZ",
                "05/Mar/2021:10:00:12 +0000|06/Mar/2021:10:00:13 +0000; TIMESTAMPTZ",
                "12.05.21|25.05.21; DATE",
                "да|нет|Да; BOOLEAN",
                "17.Jul.2003|21.Mai.2010|17.Mär.2011; DATE",
                "3 janv. 2020|15 mars 2021; DATE",
                "evet|hayır; BOOLEAN",
            })
    void values_show_their_type(String values, String type) {
        assertThat(best(values).parse().type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "01907|08203|10018",
                "10.5|10.6|11.0.1",
                "10.0.0.1|192.168.1.10",
                "2E4|9e42|0033|5E1",
                "1001E803|3232E103",
                "1.5d|2f|3D",
                "0x1p3|0x10",
                "29051_00040|41_10_1",
                "١٢٣|٤٥",
                "1|2|1,23,4|1,2,3,4",
                "$10|€10|£10",
                "10 kg|5 lb",
                "v0|v1|v12",
                "M5|M6|M10",
                "0.05|0.09%|0.045",
                "18-34|35-64|65+",
                "1/2|3/4|2/3",
                "M|F|M",
                "US|NA|NO|DE",
                "Yes|No|Don't know",
                "2012-13|2010-11",
                "10-Nov|11-Feb",
                "MARCH1|SEPT2|DEC1",
                "SAT",
                "01:48.8|57:50|24:24",
                "1-1-1A|1-1-1B",
                "13/06/2018|06/25/2018",
                "Null|True|Nan|Smith",
            })
    void values_that_a_type_would_change_have_no_full_reading(String values) {
        assertThat(profile("x", values).readings()).noneMatch(r -> r.refused() == 0);
    }

    @Test
    void one_day_above_twelve_decides_for_the_whole_column() {
        DateParse days = (DateParse) best("11/03/2011|03/05/2011|20/10/2011").parse();
        assertThat(days.patterns()).singleElement().hasToString("dd/MM/yyyy");
        DateParse months = (DateParse) best("11/8/2018|6/12/2018|10/18/2018").parse();
        assertThat(months.patterns()).singleElement().hasToString("M/d/yyyy");
    }

    @Test
    void an_order_that_nothing_proves_is_said() {
        Reading reading = best("04/05/2021|06/07/2021");
        assertThat(reading.proven()).isFalse();
        assertThat(reading.remark()).contains("No value proves");
    }

    @Test
    void a_series_of_months_proves_the_order() {
        String series = Arrays.stream(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
                .mapToObj("01/%02d/1958"::formatted)
                .collect(Collectors.joining("|"));
        assertThat(((DateParse) best(series).parse()).patterns())
                .singleElement()
                .hasToString("dd/MM/yyyy");
    }

    @Test
    void a_date_that_does_not_exist_is_refused() {
        Reading reading = best("29/02/2020|28/02/2020|27/02/2020|29/02/2021");
        assertThat(reading.refused()).isEqualTo(1);
        assertThat(reading.examples()).extracting(ValueCount::value).containsExactly("29/02/2021");
    }

    @Test
    void a_comma_before_three_digits_alone_is_read_as_thousands_with_a_remark() {
        Reading reading = best("1,234|5,678|9,012");
        assertThat(((IntegerParse) reading.parse()).format().grouping()).isEqualTo(",");
        assertThat(reading.proven()).isFalse();
    }

    @Test
    void eight_digits_are_a_date_only_under_a_header_that_says_so() {
        assertThat(profile("issuedate", "20190104|20190110")
                        .best()
                        .orElseThrow()
                        .parse())
                .isInstanceOf(DateParse.class);
        assertThat(profile("lot", "20190104|20190110").best().orElseThrow().parse())
                .isInstanceOf(IntegerParse.class);
        assertThat(profile("issuedate", "20190104|20191345")
                        .best()
                        .orElseThrow()
                        .parse())
                .isInstanceOf(IntegerParse.class);
    }

    @Test
    void zero_and_one_are_truth_only_under_a_header_that_asks() {
        assertThat(profile("is_active", "0|1").best().orElseThrow().parse()).isInstanceOf(BooleanParse.class);
        assertThat(profile("children", "0|1").best().orElseThrow().parse()).isInstanceOf(IntegerParse.class);
    }

    @Test
    void null_words_of_a_number_column_are_listed() {
        Reading reading = best("1954|Unknown|1961|N/A");
        assertThat(reading.nullWords()).containsExactlyInAnyOrder("Unknown", "N/A");
        assertThat(reading.missing()).isEqualTo(2);
        assertThat(reading.refused()).isZero();
    }

    @Test
    void how_numbers_are_written_becomes_their_format() {
        NumberFormat format = ((DecimalParse) best("$1,234.50|($99.00)|$7.25").parse()).format();
        assertThat(format.affixes()).containsExactly("$");
        assertThat(format.grouping()).isEqualTo(",");
        assertThat(format.negatives()).containsExactly(NumberFormat.Negative.PARENTHESES);
    }

    @Test
    void layouts_of_one_column_become_its_patterns() {
        TimestampParse parse = (TimestampParse)
                best("2014-02-08T00:00:00.000|2014-02-09T10:30:00.500").parse();
        assertThat(parse.patterns()).singleElement().hasToString("yyyy-MM-dd'T'HH:mm:ss.SSS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; a@b.org|c@d.com; EMAIL",
                "zip; 42420|90036; POSTAL_CODE",
                "phone; 3347938701|2565938310; PHONE",
                "site; https://a.org|http://b.org/x; URL",
                "CardNumber; 55552263625446|33332664695310; CARD_NUMBER",
                "year; 1999|2005; YEAR",
            })
    void header_and_values_show_what_a_column_means(String header, String values, String kind) {
        assertThat(profile(header, values).semanticType()).isEqualTo(kind);
    }

    @Test
    void nothing_is_known_of_a_column_without_values() {
        ColumnProfile empty = ColumnProfile.of("x", new ColumnCounts(0, 0, 0, 0, 0, 0), List.of(), 10);
        assertThat(empty.readings()).isEmpty();
        assertThat(empty.unique()).isFalse();
    }

    @Test
    void json_brings_a_profile_back() {
        TableProfile profile =
                TableProfile.exact("t", 3, List.of(profile("email", "a@b.org|c@d.com"), profile("n", "1|2|x")));
        assertThat(TableProfile.fromJson(profile.toJson())).isEqualTo(profile);
    }

    private static Reading best(String values) {
        return profile("x", values).best().orElseThrow();
    }

    static ColumnProfile profile(String name, String values) {
        List<ValueCount> counted = Arrays.stream(values.split("\\|"))
                .distinct()
                .map(v -> new ValueCount(v, 1))
                .toList();
        return ColumnProfile.of(name, new ColumnCounts(counted.size(), 0, 0, counted.size(), 1, 30), counted, 100);
    }
}
