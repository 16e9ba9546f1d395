package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1|General|0.1",
                "1.1000000000000001|General|1.1",
                "0.30000000000000004|General|0.30000000000000004",
                "5|General|5",
                "5.0|0.00|5",
                "-3|General|-3",
                "1E+20|General|100000000000000000000",
                "1.5E-9|General|0.0000000015",
                "1E+300|General|1e+300",
                "1E-300|General|1e-300",
                "12345678901234567890|General|12345678901234567890",
                "0.125|0.0%|0.125",
                "9.99|[$€-407] #,##0.00|9.99",
                "1234.5|#,##0.00_);[Red](#,##0.00)|1234.5",
                "0.00001|0.00E+00|0.00001",
                "45000|General|45000",
                "45322|#14|2024-01-31",
                "45322|yyyy-mm-dd|2024-01-31",
                "45322|[$-409]mmmm d, yyyy;@|2024-01-31",
                "45322|mmm-yy|2024-01-31",
                "45322|\"Day\" dd|2024-01-31",
                "45322|#30|2024-01-31",
                "45322.5|yyyy-mm-dd|2024-01-31T12:00:00",
                "42488.479166666664|m/d/yy h:mm|2016-04-28T11:30:00",
                "45322|m/d/yy h:mm|2024-01-31T00:00:00",
                "45322.430902777778|#22|2024-01-31T10:20:30",
                "45322.43090856482|yyyy-mm-dd hh:mm:ss.000|2024-01-31T10:20:30.5",
                "0.5|h:mm AM/PM|12:00:00",
                "0.43090277777777780|#21|10:20:30",
                "1.520833333333333|[h]:mm|36:30:00",
                "-0.25|[h]:mm:ss|-06:00:00",
                "0.0007|[mm]:ss|00:01:00.48",
                "1|yyyy-mm-dd|1900-01-01",
                "59|yyyy-mm-dd|1900-02-28",
                "60|yyyy-mm-dd|1900-02-29",
                "61|yyyy-mm-dd|1900-03-01",
                "0|yyyy-mm-dd|0",
                "-1|yyyy-mm-dd|-1",
                "2958465|yyyy-mm-dd|9999-12-31",
                "2958466|yyyy-mm-dd|2958466",
                "2958465.9999999999|m/d/yy h:mm|2958466",
                "7|\"hms\"0|7",
                "7|0\\d|7",
                "7|@|7",
                "7|[Red]0;[Blue]-0|7",
            })
    void numbers_have_the_text_of_their_format(String written, String format, String expected) {
        Path file = new WorkbookFile()
                .formats(format)
                .sheet("s", WorkbookFile.rows("a", "s1:" + written))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file).header(true))).containsExactly(List.of(expected));
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() {
        Path file = new WorkbookFile()
                .from1904()
                .formats("yyyy-mm-dd", "h:mm")
                .sheet("s", WorkbookFile.rows("a|b", "s1:43860|s2:0.5", "s1:0|s2:0.5"))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file)))
                .containsExactly(List.of("2024-01-31", "12:00:00"), List.of("1904-01-01", "12:00:00"));
    }

    @Test
    void cells_of_every_kind_are_read() {
        Path file = new WorkbookFile()
                .texts(
                        "<t xml:space=\"preserve\"> a </t>",
                        "<r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh>",
                        "<t/>",
                        "<t>line_x000D_&#10;end _x005F_x000D_ _x00zz_</t>")
                .sheet(
                        "s",
                        "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>"
                                + "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>false</v></c><c t=\"e\"><v>#N/A</v></c>"
                                + "<c t=\"str\"><f>A1&amp;B1</f><v>joined</v></c><c><f>1+1</f><v>2</v></c>"
                                + "<c t=\"d\"><v>2024-01-31T10:20:30</v></c><c s=\"0\"/><c><v></v></c>"
                                + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"inlineStr\"><is><t>NULL</t></is></c>"
                                + "</row></sheetData>")
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file).header(false)))
                .containsExactly(Arrays.asList(
                        " a ",
                        "rich",
                        "",
                        "line\r\nend _x000D_ _x00zz_",
                        "true",
                        "false",
                        "#N/A",
                        "joined",
                        "2",
                        "2024-01-31T10:20:30",
                        null,
                        null,
                        "#DIV/0!",
                        "NULL"));
    }

    @Test
    void sheets_are_chosen_by_name_number_or_the_first_that_shows_something() {
        Path file = new WorkbookFile()
                .sheet("Secret", WorkbookFile.rows("a", "1"))
                .hidden("Secret")
                .sheet("Empty", "<sheetData/>")
                .sheet("Orders", WorkbookFile.rows("a", "2"))
                .sheet("Customers", WorkbookFile.rows("a", "3"))
                .write(directory.resolve("shop.xlsx"));

        assertThat(Xlsx.file(file).name()).isEqualTo("shop");
        assertThat(read(Xlsx.file(file))).containsExactly(List.of("2"));
        assertThat(read(Xlsx.file(file).sheet("customers"))).containsExactly(List.of("3"));
        assertThat(read(Xlsx.file(file).sheet(1))).containsExactly(List.of("1"));
        assertThat(Xlsx.sheets(file).tables()).extracting(Source::name).containsExactly("Orders", "Customers");
        assertThatThrownBy(() -> Xlsx.file(file).sheet("Order").parts())
                .hasMessageContaining("has no sheet 'Order'")
                .hasMessageContaining("Did you mean 'Orders'?");
        assertThatThrownBy(() -> Xlsx.file(file).sheet(9).parts())
                .hasMessageContaining("has no sheet 9")
                .hasMessageContaining("Secret (hidden), Empty, Orders, Customers");
        assertThatThrownBy(() -> Xlsx.file(file).sheet("Empty").parts()).hasMessageContaining("'Empty' is empty");
    }

    @Test
    void what_is_stated_holds() {
        Path file = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("a|b", "c|d", "e|1", "f|2", "sum|3"))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file).header(false).preamble(1).footer(1)))
                .containsExactly(
                        List.of("c", "d"),
                        List.of("e", "1"),
                        List.of("f", "2"),
                        List.of("rejected: belongs to the footer of the table", "sum\t3"));
        assertThat(read(Xlsx.file(file).preamble(1)).get(0)).containsExactly("e", "1");
    }

    @Test
    void a_workbook_of_a_writer_is_read() throws Exception {
        Path file = directory.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("data");
            String[] header = {"id", "name", "price", "day", "moment", "paid"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            for (int row = 1; row <= 3000; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, "näme & <" + row + "> 😀");
                sheet.value(row, 2, row / 10.0);
                sheet.value(row, 3, LocalDate.of(2024, 1, 1).plusDays(row));
                sheet.style(row, 3).format("yyyy-MM-dd").set();
                sheet.value(row, 4, LocalDateTime.of(2024, 1, 1, 0, 0, 0).plusSeconds(row * 7919L));
                sheet.style(row, 4).format("yyyy-MM-dd HH:mm:ss").set();
                sheet.value(row, 5, row % 2 == 0);
            }
        }

        List<List<@Nullable String>> rows = read(Xlsx.file(file));
        assertThat(rows).hasSize(3000);
        for (int row = 1; row <= 3000; row++) {
            String moment = TimeText.of(LocalDateTime.of(2024, 1, 1, 0, 0, 0).plusSeconds(row * 7919L));
            assertThat(rows.get(row - 1))
                    .containsExactly(
                            "" + row,
                            "näme & <" + row + "> 😀",
                            row % 10 == 0 ? "" + row / 10 : row / 10 + "." + row % 10,
                            LocalDate.of(2024, 1, 1).plusDays(row).toString(),
                            moment,
                            row % 2 == 0 ? "true" : "false");
        }
    }

    @Test
    void strange_files_are_refused_with_advice() throws Exception {
        Path xls = directory.resolve("old.xls");
        Files.write(xls, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        assertThatThrownBy(() -> Xlsx.file(xls).parts())
                .hasMessageContaining("old Excel workbook (XLS)")
                .hasMessageContaining("save it as XLSX");
        Path locked = directory.resolve("locked.xlsx");
        byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        Files.write(locked, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        Files.write(locked, name, java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Xlsx.file(locked).parts()).hasMessageContaining("protected by a password");
        Path text = Files.writeString(directory.resolve("text.xlsx"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Xlsx.file(text).parts()).hasMessageContaining("Load it with Csv.file(..)");
        Path ods = WorkbookFile.zip(
                directory.resolve("x.ods"), Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        assertThatThrownBy(() -> Xlsx.file(ods).parts()).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> Xlsx.file(directory.resolve("none.xlsx")).parts())
                .hasMessageContaining("does not exist");
        Path csv = new WorkbookFile().sheet("s", WorkbookFile.rows("a", "1")).write(directory.resolve("x.csv"));
        assertThatThrownBy(() -> Csv.file(csv).parts()).hasMessageContaining("Xlsx.file(..)");
    }

    @Test
    void damaged_files_are_errors_of_the_file() throws Exception {
        Path whole = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("a|b", "1|2", "3|4"))
                .write(directory.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 4; length < bytes.length; length += 97) {
            Path cut = Files.write(directory.resolve("cut.xlsx"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Xlsx.file(cut).parts())
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("cut.xlsx");
        }
        for (String data : List.of(
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>",
                "<sheetData><row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row></sheetData>",
                "<sheetData><row r=\"9999999\"><c><v>1</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c><v>1x</v></c></row></sheetData>",
                "<sheetData><row")) {
            Path file = new WorkbookFile().sheet("s", data).write(directory.resolve("bad.xlsx"));
            assertThatThrownBy(() -> read(Xlsx.file(file)))
                    .as(data)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("bad.xlsx");
        }
    }

    @Test
    void what_unpacks_to_more_than_the_memory_is_refused() {
        Path file = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("a", "str:" + "x".repeat(10_000_001)))
                .write(directory.resolve("bomb.xlsx"));
        assertThat(file.toFile().length()).isLessThan(100_000);
        assertThatThrownBy(() -> Xlsx.file(file).parts())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("bomb.xlsx")
                .hasMessageContaining("longer than 10000000 characters");
    }

    @Test
    void no_document_type_is_followed() {
        String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        Path file = WorkbookFile.zip(
                directory.resolve("x.xlsx"),
                Map.of("_rels/.rels", secret + "<Relationships><Relationship Target=\"&e;\"/></Relationships>"));
        assertThatThrownBy(() -> Xlsx.file(file).parts())
                .isInstanceOf(SourceException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("root:"));
    }

    private static List<List<@Nullable String>> read(Source source) {
        return WrittenTable.read(source.parts().get(0));
    }
}
