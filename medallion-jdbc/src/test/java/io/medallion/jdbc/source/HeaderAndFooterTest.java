package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers of several rows, headers in the middle of a file, and totals below the table. */
class HeaderAndFooterTest {

    private static final String SURVEY = lines(
            "Answer,All,Age,,Income",
            ",,under 30,30 and over,",
            "Yes,37%,29%,42%,10",
            "No,60%,68%,55%,20",
            "Perhaps,3%,3%,3%,30");

    @TempDir
    private Path directory;

    @Test
    void parts_below_their_group_are_a_second_row_of_the_header() throws IOException {
        SourcePart part = part(SURVEY);
        assertThat(names(part)).containsExactly("Answer", "All", "Age under 30", "Age 30 and over", "Income");
        assertThat(rows(part)).hasSize(3).first().isEqualTo("[Yes, 37%, 29%, 42%, 10]");
        assertThat(format(part).headerRows()).isEqualTo(2);
        assertThat(format(part).explain())
                .contains(
                        "The first two rows are the header: the second one names the parts of what the first one names."
                                + " (found, confidence 85%)");
    }

    @Test
    void years_below_their_group_are_a_second_row_of_the_header() throws IOException {
        assertThat(names(part(lines("State,Votes,,", ",2016,2020,2024", "CA,1,2,3", "TX,4,5,6", "NY,7,8,9"))))
                .containsExactly("State", "Votes 2016", "Votes 2020", "Votes 2024");
    }

    @Test
    void parts_of_words_are_a_second_row_where_figures_follow() throws IOException {
        assertThat(names(part(lines(
                        "Order,,Product,,", "Date,Qty,Id,Price,Type", "a,1,x,2.5,t", "b,2,y,3.5,t", "c,3,z,4.5,t"))))
                .containsExactly("Order Date", "Order Qty", "Product Id", "Product Price", "Product Type");
    }

    @Test
    void dates_name_the_columns_of_a_table_that_grows_to_the_right() throws IOException {
        assertThat(names(part(lines("Country,1/22/20,1/23/20", "Italy,0,1", "Spain,3,4", "Iran,5,6"))))
                .containsExactly("Country", "1/22/20", "1/23/20");
    }

    @Test
    void titles_with_the_delimiters_of_the_table_are_lines_before_it() throws IOException {
        SourcePart part = part(lines("Report 2018,,", ",,", "city,zip,people", "Bonn,53111,3", "Ulm,89073,4"));
        assertThat(format(part).preambleLines()).isEqualTo(2);
        assertThat(names(part)).containsExactly("city", "zip", "people");
    }

    @Test
    void units_below_their_names_are_a_second_row_of_the_header() throws IOException {
        SourcePart part = part(lines("time,temp,pressure", "s,C,Pa", "0,20.5,1013", "1,20.7,1012", "2,20.9,1012"));
        assertThat(names(part)).containsExactly("time s", "temp C", "pressure Pa");
        assertThat(rows(part)).hasSize(3);
    }

    @Test
    void a_first_row_with_missing_values_stays_data() throws IOException {
        assertThat(rows(part(lines("city,a,b,c", "Rome,NA,NA,NA", "Paris,1,2,3", "Bonn,4,5,6", "Ulm,7,8,9"))))
                .hasSize(4);
        assertThat(rows(part(lines("a,b,c", "-,NA,?", "1,2,3", "4,5,6", "7,8,9"))))
                .hasSize(4);
        assertThat(rows(part(lines("name,,b,c", "Ann,,2,3", "Bob,1,2,3", "Cy,4,5,6", "Di,7,8,9"))))
                .hasSize(4);
        assertThat(rows(part(lines("name,team,n", "Ann,red,", "Bob,blue,3", "Cy,red,5", "Di,blue,6"))))
                .hasSize(4);
    }

    @Test
    void what_is_stated_about_the_header_holds() throws IOException {
        assertThat(rows(part(SURVEY, csv -> csv.headerRows(1)))).hasSize(4);
        assertThat(rows(part(SURVEY, csv -> csv.header(false)))).hasSize(5);
        SourcePart three = part(lines("a,b", "c,", "d,e", "1,2"), csv -> csv.headerRows(3));
        assertThat(names(three)).containsExactly("a c d", "b c e");
        assertThat(rows(three)).containsExactly("[1, 2]");
        assertThatThrownBy(() -> part(SURVEY, csv -> csv.headerRows(11)))
                .hasMessageContaining("CSV setting 'headerRows': 11 rows are not possible. State 0 to 10 rows.");
    }

    @Test
    void rows_that_repeat_the_header_are_rejected_with_their_line() throws IOException {
        String text = lines("show,season", "A,1", "B,2", "show,season", "C,3", "show,season");
        SourcePart part = part(text);
        assertThat(rows(part))
                .containsExactly(
                        "[A, 1]",
                        "[B, 2]",
                        "[rejected: repeats the header, show,season]",
                        "[C, 3]",
                        "[rejected: repeats the header, show,season]");
        assertThat(part.scan().orElseThrow().rejected()).isEqualTo(2);
        assertThat(format(part).explain())
                .contains("Rows that repeat the header are rejected: 2 of the first rows do. (found, confidence 95%)");
        assertThat(rows(part(text, csv -> csv.repeatedHeaders(false)))).contains("[show, season]");
        assertThat(rows(part(text, csv -> csv.header(true)))).contains("[show, season]");
        assertThat(rows(part(text, csv -> csv.header(true).repeatedHeaders(true))))
                .doesNotContain("[show, season]");
    }

    @Test
    void a_header_far_down_is_found_too() throws IOException {
        String rows = "17,some words to fill the row\n".repeat(120_000);
        SourcePart part = part("number,words\n" + rows + "number,words\n" + rows + "number,words");
        assertThat(part.scan().orElseThrow().rejected()).isEqualTo(2);
        assertThat(part.scan().orElseThrow().records()).isEqualTo(240_002);
        assertThat(part.scan().orElseThrow().irregularity()).contains("a row repeats the header");
    }

    @Test
    void a_value_that_is_called_like_its_only_column_stays() throws IOException {
        assertThat(rows(part(lines("name", "Ann", "name", "Bob")))).containsExactly("[Ann]", "[name]", "[Bob]");
    }

    @Test
    void a_total_is_a_footer_where_it_leaves_out_what_rows_have() throws IOException {
        SourcePart part = part(lines("city,zip,people", "Bonn,53111,3", "Ulm,89073,4", "Jena,07743,5", "Total,,12"));
        assertThat(rows(part))
                .containsExactly(
                        "[Bonn, 53111, 3]",
                        "[Ulm, 89073, 4]",
                        "[Jena, 07743, 5]",
                        "[rejected: belongs to the footer of the table, Total,,12]");
        assertThat(part.scan().orElseThrow().rejected()).isEqualTo(1);
        assertThat(format(part).explain())
                .contains(
                        "The last row is a total, no data, and rejected: it is empty where the rows above have values."
                                + " (found, confidence 85%)");
    }

    @Test
    void a_total_is_a_footer_where_it_is_the_sum_or_stands_apart() throws IOException {
        assertThat(rows(part(lines("city,people", "Bonn,3", "Ulm,4", "Jena,5", "Summe:,12"))))
                .last()
                .isEqualTo("[rejected: belongs to the footer of the table, Summe:,12]");
        assertThat(rows(part(lines("city,people", "Bonn,3", "Ulm,4", "Jena,5", "", "Total,99"))))
                .last()
                .isEqualTo("[rejected: belongs to the footer of the table, Total,99]");
        assertThat(rows(part(lines("city,people", "Bonn,3", "Ulm,4", "Jena,5", "Total,12", "Source: us"))))
                .endsWith(
                        "[rejected: belongs to the footer of the table, Total,12]",
                        "[rejected: has 1 field, expected 2, Source: us]");
    }

    @Test
    void a_total_stays_data_where_nothing_shows_that_it_is_none() throws IOException {
        assertThat(rows(part(lines("kind,people", "Men,3", "Women,4", "Others,5", "Total,13"))))
                .last()
                .isEqualTo("[Total, 13]");
        assertThat(rows(part(lines("city,sex,people", "Bonn,f,3", "Total,,3", "Ulm,m,4", "Ulm,f,4", "Total,,8"))))
                .last()
                .isEqualTo("[Total, null, 8]");
        assertThat(rows(part(lines("word,n", "sum,1", "max,2", "min,3", "total,6", "mean,2"))))
                .last()
                .isEqualTo("[mean, 2]");
    }

    @Test
    void what_is_stated_about_the_footer_holds() throws IOException {
        String text = lines("city,people", "Bonn,3", "Ulm,4", "Jena,5", "Total,12");
        assertThat(rows(part(text, csv -> csv.footer(0)))).last().isEqualTo("[Total, 12]");
        assertThat(rows(part(text, csv -> csv.footer(2))))
                .endsWith(
                        "[rejected: belongs to the footer of the table, Jena,5]",
                        "[rejected: belongs to the footer of the table, Total,12]");
        assertThatThrownBy(() -> part(text, csv -> csv.footer(-1)))
                .hasMessageContaining("CSV setting 'footer': -1 rows are not possible. State 0 to 1000 rows.");
    }

    @Test
    void a_footer_is_found_at_the_end_of_a_large_file_in_any_encoding() throws IOException {
        String text = "city,zip,people\n" + "Bonn,53111,3\n".repeat(200_000) + "Total,,600000\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = directory.resolve("large.csv");
            Files.write(file, text.getBytes(charset));
            SourcePart part = Csv.file(file).parts().get(0);
            assertThat(format(part).footerRows()).as(charset.name()).isEqualTo(1);
            assertThat(part.scan().orElseThrow().rejected()).isEqualTo(1);
        }
    }

    private SourcePart part(String text) throws IOException {
        return part(text, csv -> csv);
    }

    private SourcePart part(String text, UnaryOperator<Csv> stated) throws IOException {
        Path file = Files.writeString(directory.resolve("file.csv"), text);
        return stated.apply(Csv.file(file)).parts().get(0);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static CsvFormat format(SourcePart part) {
        return part.format().orElseThrow();
    }

    private static List<String> names(SourcePart part) {
        return part.columns().stream().map(SourceColumn::name).toList();
    }

    private static List<String> rows(SourcePart part) {
        return WrittenTable.read(part).stream().map(Object::toString).toList();
    }
}
