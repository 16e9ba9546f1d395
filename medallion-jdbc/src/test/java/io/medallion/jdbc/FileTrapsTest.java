package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.jdbc.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others get wrong, from the first byte to the plan; each tag is one way to get it wrong. */
class FileTrapsTest {

    private static final int TRAPS = 41;

    @TempDir
    private Path directory;

    private final Medallion medallion = Medallion.inMemory();

    @AfterEach
    void close() {
        medallion.close();
    }

    @Test
    void every_trap_has_its_test() {
        assertThat(Arrays.stream(FileTrapsTest.class.getDeclaredMethods())
                        .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Tag.class)))
                        .map(Tag::value))
                .doesNotHaveDuplicates()
                .hasSize(TRAPS);
    }

    @Test
    @Tag("bom")
    void a_byte_order_mark_is_part_of_no_header() throws IOException {
        assertThat(loaded("\uFEFFRow ID,Order ID\n1,2\n3,4\n").names()).containsExactly("Row ID", "Order ID");
    }

    @Test
    @Tag("crlf-in-quotes")
    @Tag("quote-doubled")
    void quotes_hold_line_breaks_and_doubled_quotes() throws IOException {
        assertThat(loaded("text,n\r\n\"a\r\nb\",1\r\n\"He said \"\"hi\"\"\",2\r\n")
                        .silver())
                .containsExactlyInAnyOrder("[a\r\nb, 1]", "[He said \"hi\", 2]");
    }

    @Test
    @Tag("quote-unescaped")
    void an_unescaped_quote_costs_its_own_row_only() throws IOException {
        String good = "\"6, or 8\",4,2\n".repeat(20);
        TrapFile file = loaded("size,n,m\n" + good + "\"5\" pipe\",3,1\n\"7,5,3\n" + good);
        assertThat(file.rejects())
                .containsExactly("22: has text after a closing quote", "23: has text after a closing quote");
        assertThat(file.silver()).hasSize(40).containsOnly("[6, or 8, 4, 2]");
    }

    @Test
    @Tag("ragged-short")
    @Tag("ragged-long")
    void rows_with_other_numbers_of_fields_are_rejected_with_line_and_reason() throws IOException {
        TrapFile file = loaded("a,b,c\n1,2\n1,2,3\n1,2,3,4\n4,5,6\n");
        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.rejects()).containsExactly("2: has 2 fields, expected 3", "4: has 4 fields, expected 3");
    }

    @Test
    @Tag("dup-headers")
    @Tag("empty-headers")
    void columns_of_equal_or_no_name_all_stay() throws IOException {
        assertThat(loaded("var2,var2\n1,2\n3,4\n").silverNames()).containsExactly("var2", "var2_2");
        TrapFile file = loaded(",var2,,x\n1,2,3,4\n5,6,7,8\n");
        assertThat(file.names()).containsExactly("column_1", "var2", "column_3", "x");
        assertThat(file.rows()).isEqualTo(2);
    }

    @Test
    @Tag("reserved-words")
    @Tag("header-collides-after-snake")
    @Tag("header-long")
    void headers_that_are_words_of_sql_alike_or_long_are_different_columns() throws IOException {
        assertThat(loaded("order,group,select,user\n1,2,3,4\n").silver()).containsExactly("[1, 2, 3, 4]");
        assertThat(loaded("Total %,Total #,total\n1,2,3\n4,5,6\n").silverNames())
                .hasSize(3)
                .doesNotHaveDuplicates();
        String question = "a question that is longer than any database allows a column name to be ".repeat(2);
        TrapFile file = loaded(question + "one," + question + "two\n1,2\n3,4\n");
        assertThat(file.silver()).containsExactly("[1, 2]", "[3, 4]");
        assertThat(file.silverNames()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @Tag("no-header")
    void without_a_header_the_first_row_is_data() throws IOException {
        TrapFile file = loaded("3,?,alfa-romero,88.6\n3,?,alfa-romero,88.6\n1,164,audi,99.8\n2,164,audi,99.4\n");
        assertThat(file.names()).containsExactly("column_1", "column_2", "column_3", "column_4");
        assertThat(file.rows()).isEqualTo(4);
    }

    @Test
    @Tag("two-row-header")
    void a_second_row_of_names_is_no_data() throws IOException {
        TrapFile file = loaded("Adult Men,Age,,Race\n,18 - 34,35 - 64,White\nVery,29%,42%,34%\n"
                + "Somewhat,47%,46%,50%\nNot very,13%,11%,10%\nNot at all,11%,1%,6%\n");
        assertThat(file.names()).containsExactly("Adult Men", "Age 18 - 34", "Age 35 - 64", "Race White");
        assertThat(file.types()).containsExactly(Kind.TEXT, Kind.INTEGER, Kind.INTEGER, Kind.INTEGER);
        assertThat(file.rows()).isEqualTo(4);
        assertThat(file.plan().notes())
                .contains(
                        "The file is read as UTF-8, divided by ',', quoted by '\"', 2 header rows.",
                        "The first two rows are the header: the second one names the parts of what the first one names."
                                + " (found, confidence 85%)");
    }

    @Test
    @Tag("repeated-header")
    void a_repeated_header_is_rejected_with_its_line() throws IOException {
        TrapFile file = loaded("SHOW,SEASON\nA,1\nB,2\nSHOW,SEASON\nC,3\nSHOW,SEASON\nD,4\n");
        assertThat(file.rejects()).containsExactly("4: repeats the header", "6: repeats the header");
        assertThat(file.types()).containsExactly(Kind.TEXT, Kind.INTEGER);
        assertThat(file.rows()).isEqualTo(4);
    }

    @Test
    @Tag("preamble")
    void lines_before_the_table_are_skipped_and_said() throws IOException {
        TrapFile file = loaded("Sales of the year\nby region\n\nregion,amount\nNorth,1\nSouth,2\nWest,3\n");
        assertThat(file.names()).containsExactly("region", "amount");
        assertThat(file.plan().explain()).contains("3 lines are skipped before the table");
    }

    @Test
    @Tag("footer")
    void a_total_below_the_table_is_rejected_with_its_line() throws IOException {
        TrapFile file = loaded("city,zip,people\nBonn,53111,100\nUlm,89073,20\nJena,07743,3\nTotal,,123\n");
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.rejects()).containsExactly("5: belongs to the footer of the table");
        assertThat(file.plan().explain()).contains("The last row is a total, no data, and rejected");
    }

    @Test
    @Tag("multi-table")
    void a_second_table_is_rejected_row_by_row() throws IOException {
        TrapFile file = loaded("id,name\n1,Ann\n2,Bob\n\ncity,zip,pop\nBonn,53111,3\nUlm,89073,4\n");
        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.rejects())
                .containsExactly(
                        "5: has 3 fields, expected 2", "6: has 3 fields, expected 2", "7: has 3 fields, expected 2");
    }

    @Test
    @Tag("header-only")
    void a_header_alone_is_a_table_without_rows() throws IOException {
        TrapFile file = loaded("a,b,c\n");
        assertThat(file.rows()).isZero();
        assertThat(file.types()).containsOnly(Kind.TEXT).hasSize(3);
        assertThat(file.silver()).isEmpty();
    }

    @Test
    @Tag("empty-file")
    void an_empty_file_is_refused_by_name() {
        assertThatThrownBy(() -> loaded(""))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is empty (0 bytes)");
    }

    @Test
    @Tag("single-column")
    void a_file_of_one_column_has_no_delimiter() throws IOException {
        TrapFile file = loaded("name\nAnn\nBob\n");
        assertThat(file.format().delimiter()).isNull();
        assertThat(file.silver()).containsExactly("[Ann]", "[Bob]");
    }

    @Test
    @Tag("delimiter-in-decimal")
    void a_decimal_comma_is_no_delimiter() throws IOException {
        assertThat(loaded("price;amount\n1,5;2,7\n10,25;3,0\n").silver())
                .containsExactly("[1.50, 2.7]", "[10.25, 3.0]");
    }

    @Test
    @Tag("pipe-confusion")
    void uneven_commas_make_no_other_delimiter() throws IOException {
        TrapFile file = loaded("id,text\n1,a\n2,b,c\n3,d|e\n4,f,g,h\n5,i\n6,j\n7,k\n");
        assertThat(file.format().delimiter()).isEqualTo(',');
        assertThat(file.rows() + file.batch().rejects()).isEqualTo(7);
    }

    @Test
    @Tag("tab-sep")
    @Tag("section-sign")
    void the_delimiter_is_found_whatever_the_name_of_the_file_says() throws IOException {
        assertThat(loaded("id\tname\n1\tAnn\n2\tBob\n").silver()).containsExactly("[1, Ann]", "[2, Bob]");
        assertThat(loaded("id§name§n\n1§Ann§3\n2§Bob§4\n").silver()).containsExactly("[1, Ann, 3]", "[2, Bob, 4]");
    }

    @Test
    @Tag("utf16")
    @Tag("cp1252")
    @Tag("cp949-sjis-1251")
    void encodings_are_found() throws IOException {
        assertEncoding("UTF-16LE", "\uFEFF", "Zoë");
        assertEncoding("windows-1252", "", "“Zoë”");
        assertEncoding("x-windows-949", "", "서울특별시");
        assertEncoding("windows-31j", "", "東京のまち");
        assertEncoding("windows-1251", "", "Москва");
    }

    private void assertEncoding(String charset, String mark, String word) throws IOException {
        String text = mark + "id,city\n" + ("1," + word + "\n").repeat(5);
        assertThat(loaded(text.getBytes(Charset.forName(charset))).silver())
                .as(charset)
                .containsOnly("[1, " + word + "]");
    }

    @Test
    @Tag("mixed-encoding")
    void one_line_in_another_encoding_is_rejected_alone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name\n1,Zoë\n2,José\n3,Jürgen\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("4,André\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("5,Renée\n".getBytes(StandardCharsets.UTF_8));
        TrapFile file = loaded(bytes.toByteArray());
        assertThat(file.rejects()).containsExactly("5: holds bytes that are not text in the encoding of the file");
        assertThat(file.silver()).contains("[1, Zoë]", "[5, Renée]").hasSize(4);
    }

    @Test
    @Tag("nul")
    void a_row_with_a_nul_is_rejected() throws IOException {
        TrapFile file = loaded("id,name\n1,a\0b\n2,Bob\n");
        assertThat(file.rejects()).containsExactly("2: holds a NUL character");
        assertThat(file.silver()).containsExactly("[2, Bob]");
    }

    @Test
    @Tag("cr-only")
    @Tag("no-final-newline")
    @Tag("double-final-newline")
    @Tag("blank-line-inside")
    void rows_end_in_any_way_and_blank_lines_are_none() throws IOException {
        assertThat(loaded("id,name\r1,Ann\r2,Bob\r").rows()).isEqualTo(2);
        assertThat(loaded("id,name\n1,Ann\n2,Bob").rows()).isEqualTo(2);
        assertThat(loaded("id,name\n1,Ann\n2,Bob\n\n").rows()).isEqualTo(2);
        assertThat(loaded("id,name\n1,Ann\n\n2,Bob\n").rows()).isEqualTo(2);
    }

    @Test
    @Tag("space-padding")
    void blanks_around_numbers_are_removed_and_around_texts_by_a_rule_of_the_spec() throws IOException {
        TrapFile file = loaded("n,t\n\" 12 \",\" x \"\n\" 13 \",\" y \"\n");
        assertThat(file.silver()).containsExactly("[12, x]", "[13, y]");
        assertThat(file.plan().acceptAll().toSpec().toJson()).contains("\"trim\":true");
    }

    @Test
    @Tag("backslash-escape")
    void a_backslash_before_a_quote_is_found_as_the_escape() throws IOException {
        TrapFile file = loaded("id,say\n1,\"a \\\" b\"\n2,\"c, \\\"d\\\"\"\n");
        assertThat(file.format().escape()).isEqualTo('\\');
        assertThat(file.silver()).containsExactly("[1, a \" b]", "[2, c, \"d\"]");
    }

    @Test
    @Tag("huge-field")
    void a_value_of_a_million_characters_is_kept_whole() throws IOException {
        assertThat(loaded("id,note\n1,\"" + "x".repeat(1_000_000) + "\"\n2,y\n").silver())
                .anySatisfy(row -> assertThat(row).hasSize("[1, ]".length() + 1_000_000));
    }

    @Test
    @Tag("quoted-number")
    void quotes_say_nothing_about_the_type() throws IOException {
        assertThat(loaded("n,code\n\"123\",\"0045\"\n\"456\",\"0046\"\n").types())
                .containsExactly(Kind.INTEGER, Kind.TEXT);
    }

    @Test
    @Tag("sample-blind")
    void a_value_far_down_decides_with_the_first_ones() throws IOException {
        String rows = IntStream.range(0, 20_480).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        TrapFile file = loaded("n,t\n" + rows + "\n158.5,x\n");
        assertThat(file.plan().columns().get(0).value().type()).isEqualTo(ColumnType.decimal(6, 1));
    }

    @Test
    @Tag("dup-rows")
    void equal_rows_are_dropped_only_when_asked() throws IOException {
        TrapFile file = loaded("id,name\n1,Ann\n1,Ann\n2,Bob\n3,Cy\n");
        assertThat(file.silver()).hasSize(4);
        assertThat(file.plan().explain()).contains("duplicate");
    }

    @Test
    @Tag("near-dup-key")
    @Tag("key-with-null")
    void an_identifier_that_is_not_always_one_is_no_key() throws IOException {
        String rows = IntStream.range(1, 40).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        assertThat(loaded("id,t\n" + rows + "\n").plan().key()).isPresent();
        assertThat(loaded("id,t\n" + rows + "\n39,y\n").plan().key()).isEmpty();
        assertThat(loaded("id,t\n" + rows + "\n,x\n").plan().key()).isEmpty();
    }

    private TrapFile loaded(String text) throws IOException {
        return loaded(text.getBytes(StandardCharsets.UTF_8));
    }

    private TrapFile loaded(byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(directory, "trap", ".csv"), content);
        return new TrapFile(
                medallion, file, "t" + Math.abs(file.getFileName().toString().hashCode()));
    }
}
