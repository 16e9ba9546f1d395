package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error names the file, the reason and what to do. */
class CsvErrorsTest {

    @TempDir
    private Path directory;

    @Test
    void a_missing_file_brings_the_nearest_name() throws IOException {
        write("orders.csv", "id\n1\n");
        write("customers.csv", "id\n1\n");
        Path missing = directory.resolve("order.csv");
        assertThat(refusal(Csv.file(missing))).hasMessage(missing + " does not exist. Did you mean 'orders.csv'?");
    }

    @Test
    void a_missing_directory_is_named() {
        assertThat(refusal(Csv.file(directory.resolve("no/orders.csv"))))
                .hasMessageContaining("Its directory " + directory.resolve("no") + " does not exist either.");
    }

    @Test
    void a_directory_is_no_file() {
        assertThat(refusal(Csv.file(directory)))
                .hasMessageContaining("is a directory, not a file")
                .hasMessageContaining("Csv.files(");
    }

    @Test
    void files_that_match_nothing_are_an_error() throws IOException {
        write("a.txt", "id\n1\n");
        assertThat(refusal(Csv.files(directory, "*.csv")))
                .hasMessageContaining("holds no file that matches '*.csv'.")
                .hasMessageContaining("a.txt");
        assertThat(refusal(Csv.files(directory, "[.csv")))
                .hasMessageContaining("The file name pattern '[.csv' cannot be read");
        assertThat(refusal(Csv.files(directory.resolve("a.txt"), "*")))
                .hasMessageContaining("is a file, not a directory");
    }

    @Test
    void empty_files_are_an_error() throws IOException {
        assertThat(refusal(Csv.file(write("empty.csv", "")))).hasMessageContaining("is empty (0 bytes)");
        assertThat(refusal(Csv.file(write("blank.csv", "\n  \r\n\t\n"))))
                .hasMessageContaining("holds only blank lines");
        assertThat(refusal(Csv.file(write("mark.csv", "\uFEFF")))).hasMessageContaining("holds only blank lines");
        assertThat(refusal(Csv.file(write("short.csv", "a\nb\n")).preamble(5)))
                .hasMessageContaining("after the skipped lines");
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304140006000800 2F786C2F,an Excel workbook (XLSX)",
        "504B03041400,a ZIP archive",
        "D0CF11E0A1B11AE1,an old Excel workbook",
        "255044462D312E34,a PDF document",
        "1F8B0800,a gzip archive",
        "504152310000,a Parquet file",
        "53514C69746520666F726D6174203300,an SQLite database",
        "3C21444F43545950452068746D6C3E,an HTML page",
        "0102030405060708000000000000FF,a binary file"
    })
    void a_binary_file_is_called_by_its_name(String bytes, String name) throws IOException {
        Path file = directory.resolve("upload.csv");
        byte[] content = HexFormat.of().parseHex(bytes.replace(" ", ""));
        Files.write(file, content);
        assertThat(refusal(Csv.file(file))).hasMessageContaining("is no CSV file but " + name);
    }

    @Test
    void an_unclosed_quote_is_found_before_anything_is_read() throws IOException {
        SourcePart part = Csv.file(write("open.csv", "id,name\n1,Ann\n2,\"Bob\nof York\n"))
                .parts()
                .get(0);
        SourceException refusal = catchThrowableOfType(SourceException.class, part::scan);
        assertThat(refusal)
                .hasMessageContaining("open.csv, line 3: A quote is opened here and never closed")
                .hasMessageContaining("noQuote()");
        assertThat(refusal.line()).hasValue(3);
        assertThat(refusal.file()).isPresent();
        assertThat(catchThrowableOfType(SourceException.class, () -> WrittenTable.read(part)))
                .hasMessage(refusal.getMessage());
    }

    @Test
    void a_record_without_end_names_the_quote() throws IOException {
        String text = "id,name\n1,Ann\n2,\"Bob\n" + "3,Cy and some more text to fill the memory\n".repeat(500_000);
        SourcePart part = Csv.file(write("huge.csv", text)).parts().get(0);
        assertThat(catchThrowableOfType(SourceException.class, part::scan))
                .hasMessageContaining("line 3: A quote is opened here and not closed within 16 Mi characters");
    }

    @Test
    void a_wrong_stated_encoding_names_line_and_column() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(file, "id,name\n1,Ann\n2,\"x\nJosé\"\n".getBytes(StandardCharsets.ISO_8859_1));
        SourcePart part =
                Csv.file(file).encoding(StandardCharsets.UTF_8).parts().get(0);
        SourceException refusal = catchThrowableOfType(SourceException.class, part::scan);
        assertThat(refusal)
                .hasMessageContaining("latin.csv, line 4, column 4: The file is not in the stated encoding UTF-8");
        assertThat(refusal.column()).hasValue(4);
    }

    @Test
    void a_file_that_begins_like_another_encoding_is_an_error() throws IOException {
        Path wide = directory.resolve("wide.csv");
        Files.write(wide, "id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(Csv.file(wide).encoding(StandardCharsets.UTF_8)))
                .hasMessageContaining("its NUL bytes lie as in UTF-16LE");
        Path marked = write("marked.csv", "\uFEFFid,name\n1,Ann\n");
        assertThat(refusal(Csv.file(marked).encoding(Charset.forName("windows-1252"))))
                .hasMessageContaining("byte order mark of UTF-8");
        Path plain = write("plain.csv", "id,name\n1,Ann\n");
        assertThat(refusal(Csv.file(plain).encoding(StandardCharsets.UTF_16)))
                .hasMessageContaining("not in the stated encoding UTF-16");
    }

    @Test
    void settings_that_contradict_each_other_are_an_error() {
        Csv csv = Csv.file(Path.of("a.csv"));
        assertThat(catchThrowableOfType(SourceException.class, () -> csv.delimiter('\n')))
                .hasMessageContaining("cannot be the delimiter");
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> csv.quote('\'').delimiter('\'')))
                .hasMessageContaining("is the quote or escape too");
        assertThat(catchThrowableOfType(SourceException.class, () -> csv.preamble(-1)))
                .hasMessageContaining("-1 lines cannot be skipped");
        assertThat(catchThrowableOfType(SourceException.class, () -> csv.named(" ")))
                .hasMessageContaining("needs a name");
    }

    private static SourceException refusal(Csv csv) {
        return catchThrowableOfType(SourceException.class, csv::parts);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
