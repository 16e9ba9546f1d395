package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about files nobody said anything about. */
class FormatSnifferTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "^", "~", "§", "\u0001", ":"})
    void finds_the_delimiter(String delimiter) throws IOException {
        SourcePart part =
                part(lines("id,name,amount", "1,Ann,10", "2,Bob,20", "3,Cy,30").replace(",", delimiter));
        assertThat(names(part)).containsExactly("id", "name", "amount");
        assertThat(format(part).delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(rows(part)).containsExactly("[1, Ann, 10]", "[2, Bob, 20]", "[3, Cy, 30]");
    }

    @Test
    void a_decimal_comma_is_no_delimiter() throws IOException {
        assertThat(rows(part(lines("preis;menge", "1,5;2,7", "10,25;3,0"))))
                .containsExactly("[1,5, 2,7]", "[10,25, 3,0]");
    }

    @Test
    void a_single_column_has_no_delimiter() throws IOException {
        SourcePart part = part(lines("name", "Ann", "Bob", "", "Cy, of York", "Dan"));
        assertThat(format(part).delimiter()).isNull();
        assertThat(rows(part)).containsExactly("[Ann]", "[Bob]", "[null]", "[Cy, of York]", "[Dan]");
        assertThat(format(part(lines("start", "10:30", "11:45"))).delimiter()).isNull();
        assertThat(format(part(lines("name", "Ann Smith", "Bob Jones", "Cy Young")))
                        .delimiter())
                .isNull();
    }

    @Test
    void finds_single_quotes_only_where_they_are_the_rule() throws IOException {
        assertThat(rows(part(lines("'id','name'", "'1','Ann, jr'", "'2','it''s'"))))
                .containsExactly("[1, Ann, jr]", "[2, it's]");
        assertThat(rows(part(lines("id,name", "1,'x'", "2,'y'", "3,it's"))))
                .containsExactly("[1, 'x']", "[2, 'y']", "[3, it's]");
    }

    @Test
    void finds_a_backslash_as_escape() throws IOException {
        SourcePart part = part(lines("id,say", "1,\"a \\\"b\\\" c\"", "2,\"d, \\\"e\\\"\"", "3,\"C:\\dir\""));
        assertThat(format(part).escape()).isEqualTo('\\');
        assertThat(rows(part)).containsExactly("[1, a \"b\" c]", "[2, d, \"e\"]", "[3, C:\\dir]");
    }

    @Test
    void a_backslash_at_the_end_of_a_value_is_text() throws IOException {
        SourcePart part = part(lines("id,dir", "1,\"C:\\dir\\\"", "2,\"D:\\\""));
        assertThat(format(part).escape()).isNull();
        assertThat(rows(part)).containsExactly("[1, C:\\dir\\]", "[2, D:\\]");
    }

    @Test
    void quotes_within_plain_values_are_text() throws IOException {
        assertThat(rows(part(lines("id,size", "1,6\" pipe", "2,37°36'37.8\"N"))))
                .containsExactly("[1, 6\" pipe]", "[2, 37°36'37.8\"N]");
    }

    @Test
    void blanks_around_quotes_belong_to_no_value() throws IOException {
        SourcePart part = part(lines("\"id\", \"name\"", "1, \"Ann, jr\"", "2, \"Bob\" "));
        assertThat(format(part).blanksAroundQuotes()).isTrue();
        assertThat(names(part)).containsExactly("id", "name");
        assertThat(rows(part)).containsExactly("[1, Ann, jr]", "[2, Bob]");
    }

    @Test
    void text_after_a_closing_quote_rejects_its_row_alone() throws IOException {
        SourcePart part = part(lines("id,name", "1,Ann", "2,\"5\" pipe\"", "3,\"Bob\"", "4,Cy"));
        assertThat(rows(part))
                .containsExactly(
                        "[1, Ann]",
                        "[rejected: has text after a closing quote, 2,\"5\" pipe\"]",
                        "[3, Bob]",
                        "[4, Cy]");
    }

    @Test
    void ragged_rows_are_rejected_with_their_text() throws IOException {
        SourcePart part = part(lines("a,b,c", "1,2,3", "1,2", "1,2,3,4", "", "4,5,6"));
        assertThat(rows(part))
                .containsExactly(
                        "[1, 2, 3]",
                        "[rejected: has 2 fields, expected 3, 1,2]",
                        "[rejected: has 4 fields, expected 3, 1,2,3,4]",
                        "[4, 5, 6]");
        assertThat(rows(part(lines("a,b,c", "1,2")))).containsExactly("[rejected: has 2 fields, expected 3, 1,2]");
        assertThat(rows(part(lines("a,b,c", "1,2,3,4"))))
                .containsExactly("[rejected: has 4 fields, expected 3, 1,2,3,4]");
    }

    @Test
    void a_second_table_in_the_file_is_rejected_row_by_row() throws IOException {
        assertThat(rows(part(lines("id,name", "1,Ann", "2,Bob", "", "city,zip,pop", "Bonn,53111,3", "Ulm,89073,4"))))
                .containsExactly(
                        "[1, Ann]",
                        "[2, Bob]",
                        "[rejected: has 3 fields, expected 2, city,zip,pop]",
                        "[rejected: has 3 fields, expected 2, Bonn,53111,3]",
                        "[rejected: has 3 fields, expected 2, Ulm,89073,4]");
    }

    @Test
    void commas_in_some_rows_make_no_other_delimiter() throws IOException {
        SourcePart part = part(lines("id,text", "1,a", "2,b,c", "3,d", "4,e,f,g", "5,h", "6,i"));
        assertThat(format(part).delimiter()).isEqualTo(',');
        assertThat(rows(part)).contains("[1, a]", "[rejected: has 3 fields, expected 2, 2,b,c]", "[6, i]");
    }

    @Test
    void rows_that_all_disagree_with_the_header_are_believed() throws IOException {
        SourcePart trailing = part(lines("a,b", "1,2,", "3,4,", "5,6,"));
        assertThat(names(trailing)).containsExactly("a", "b", "column_3");
        assertThat(rows(trailing)).contains("[3, 4, null]");
        SourcePart rowNames = part(lines("mpg,cyl", "Mazda,21.0,6", "Datsun,22.8,4", "Hornet,21.4,6"));
        assertThat(names(rowNames)).containsExactly("column_1", "mpg", "cyl");
        SourcePart headerOnly = part(lines("a,b,c,", "1,2,3", "4,5,6", "7,8,9"));
        assertThat(names(headerOnly)).containsExactly("a", "b", "c");
        assertThat(rows(headerOnly)).contains("[4, 5, 6]");
        SourcePart shorter = part(lines("a,b,c", "1,2", "4,5", "7,8"));
        assertThat(rows(shorter)).contains("[1, 2, null]");
        assertThat(format(shorter).shortRows()).isTrue();
        SourcePart mostlyShorter = part(lines("a,b,c", "1,2", "4,5", "7,8,9", "1,2", "Total"));
        assertThat(rows(mostlyShorter))
                .containsExactly(
                        "[1, 2, null]",
                        "[4, 5, null]",
                        "[7, 8, 9]",
                        "[1, 2, null]",
                        "[rejected: has 1 field, expected 3, Total]");
    }

    @Test
    void finds_out_whether_there_is_a_header() throws IOException {
        assertThat(format(part(lines("3,?,alfa-romero,gas", "3,?,audi,gas", "1,?,audi,diesel")))
                        .header())
                .isFalse();
        assertThat(format(part(lines("country,1960,1961,1962", "Chad,1.5,2.5,3", "Mali,4,5,6")))
                        .header())
                .isTrue();
        assertThat(format(part(lines("name,team", "Ann,red", "Bob,blue"))).header())
                .isTrue();
        assertThat(format(part(lines(",age,,2011", "Ann,30,x,5", "Bob,40,y,6"))).header())
                .isTrue();
        assertThat(format(part(lines("a.org/x,9f8a7b", "b.org/y,1c2d3e", "a.org/z,5a6b7c", "c.org/z,0a1b2c")))
                        .header())
                .isFalse();
        SourcePart only = part(lines("id,name,amount"));
        assertThat(format(only).header()).isTrue();
        assertThat(rows(only)).isEmpty();
        SourcePart none = part(lines("1,2.5,2024-01-31", "2,3.5,2024-02-01"));
        assertThat(names(none)).containsExactly("column_1", "column_2", "column_3");
        assertThat(rows(none)).hasSize(2);
    }

    @Test
    void skips_titles_and_rejects_totals() throws IOException {
        SourcePart part = part(lines(
                "Report 2024", "made by: finance, Berlin", "", "id,name,amount", "1,Ann,10", "2,Bob,20", "Total"));
        assertThat(format(part).preambleLines()).isEqualTo(3);
        assertThat(names(part)).containsExactly("id", "name", "amount");
        assertThat(rows(part))
                .containsExactly("[1, Ann, 10]", "[2, Bob, 20]", "[rejected: has 1 field, expected 3, Total]");
        assertThat(format(part(lines("Title,,", "id,name,amount", "1,Ann,10", "2,Bob,20")))
                        .preambleLines())
                .isEqualTo(1);
        assertThat(format(part("\n\nid,name\n1,Ann\n")).preambleLines()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void finds_the_row_ends(String end) throws IOException {
        SourcePart part = part(lines("id,note", "1,\"x\ny\"", "2,z").replace("\n", end));
        assertThat(rows(part)).containsExactly("[1, x" + end + "y]", "[2, z]");
        assertThat(part.scan().orElseThrow().rowEnds())
                .isEqualTo(end.equals("\n") ? RowEnds.LF : end.equals("\r") ? RowEnds.CR : RowEnds.CRLF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "windows-1252",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "x-windows-949",
                "windows-31j",
                "windows-1251",
                "x-MacRoman",
                "GB18030"
            })
    void finds_the_encoding(String encoding) throws IOException {
        String word =
                switch (encoding) {
                    case "x-windows-949" -> "서울특별시 강남구 역삼동";
                    case "windows-31j" -> "東京都の渋谷区にあります";
                    case "windows-1251" -> "Москва и Санкт-Петербург";
                    case "GB18030" -> "北京市海淀区中关村大街";
                    default -> "café, größe, señor";
                };
        Charset charset = Charset.forName(encoding);
        String text = lines("id;name", "1;" + word, "2;" + word + " 2", "3;x");
        Path file = Files.write(directory.resolve("encoded.csv"), text.getBytes(charset));
        SourcePart part = Csv.file(file).parts().get(0);
        assertThat(format(part).charset()).isEqualTo(charset);
        assertThat(rows(part)).contains("[1, " + word + "]", "[3, x]");
    }

    @Test
    void a_byte_order_mark_belongs_to_no_name() throws IOException {
        SourcePart part = part("\uFEFFid,name\n1,Ann\n");
        assertThat(names(part)).containsExactly("id", "name");
        assertThat(format(part).byteOrderMark()).isTrue();
    }

    @Test
    void one_line_in_another_encoding_is_rejected_alone() throws IOException {
        byte[] good = lines("id,name", "1,é", "2,ü", "3,ö", "4,ß").getBytes(StandardCharsets.UTF_8);
        byte[] bad = "5,\u00E9t\u00E9\n6,ok\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        SourcePart part = Csv.file(Files.write(directory.resolve("mixed.csv"), all))
                .parts()
                .get(0);
        assertThat(rows(part))
                .containsExactly(
                        "[1, é]",
                        "[2, ü]",
                        "[3, ö]",
                        "[4, ß]",
                        "[rejected: holds bytes that are not text in the encoding of the file, 5,\\xE9t\\xE9]",
                        "[6, ok]");
    }

    @Test
    void a_nul_rejects_its_row() throws IOException {
        assertThat(rows(part("id,name\n1,Ann\n2,B\0b\n3,Cy\n")))
                .contains("[rejected: holds a NUL character, 2,B\\x00b]", "[3, Cy]");
    }

    @Test
    void what_is_stated_always_holds() throws IOException {
        Path file = Files.writeString(directory.resolve("stated.csv"), lines("x", "1,2;3", "4,5;6", "7,8;9"));
        assertThat(rows(Csv.file(file).delimiter(';').header(false).parts().get(0)))
                .contains("[1,2, 3]");
        assertThat(rows(Csv.file(file)
                        .delimiter(',')
                        .noQuote()
                        .preamble(1)
                        .header(false)
                        .parts()
                        .get(0)))
                .containsExactly("[1, 2;3]", "[4, 5;6]", "[7, 8;9]");
    }

    @Test
    void explains_what_was_found_and_what_was_stated() throws IOException {
        Path file = Files.writeString(directory.resolve("explained.csv"), lines("id;name", "1;Ann", "2;Bob"));
        CsvFormat format = format(Csv.file(file).header(true).parts().get(0));
        assertThat(format.explain())
                .contains("The encoding is UTF-8: it is plain ASCII. (found, confidence 100%)")
                .contains("Fields are divided by semicolon")
                .contains("The first row is the header. (stated)");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(format), CsvFormat.class))
                .isEqualTo(format);
    }

    @Test
    void the_line_in_which_excel_states_the_delimiter_is_no_header() throws IOException {
        SourcePart part = part("sep=;\nid;city\n1;Bonn\n2;Ulm\n");
        assertThat(format(part).preambleLines()).isEqualTo(1);
        assertThat(format(part).delimiter()).isEqualTo(';');
        assertThat(names(part)).containsExactly("id", "city");
        assertThat(rows(part)).containsExactly("[1, Bonn]", "[2, Ulm]");
    }

    @Test
    void files_of_a_directory_are_parts_in_the_order_of_their_names() throws IOException {
        Files.writeString(directory.resolve("b.csv"), lines("id;name", "2;Bob"));
        Files.writeString(directory.resolve("a.csv"), lines("id,name", "1,Ann"));
        Files.writeString(directory.resolve("c.txt"), "x");
        Csv csv = Csv.files(directory, "*.csv");
        assertThat(csv.name()).isEqualTo(directory.getFileName().toString());
        assertThat(csv.parts()).extracting(SourcePart::fileName).containsExactly("a.csv", "b.csv");
        assertThat(Csv.file(Path.of("in/orders.csv.txt")).name()).isEqualTo("orders");
        assertThat(Csv.file(Path.of("in/data.ny.gov__x.csv")).name()).isEqualTo("data.ny.gov__x");
    }

    private SourcePart part(String text) throws IOException {
        return Csv.file(Files.writeString(directory.resolve("file.csv"), text))
                .parts()
                .get(0);
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
        List<String> rows = new ArrayList<>();
        WrittenTable.read(part).forEach(row -> rows.add(row.toString()));
        return rows;
    }
}
