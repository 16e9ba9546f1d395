package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be loaded gets an error that says which, where, why and what to do, and leaves nothing in the database. */
class BadFilesTest {

    @TempDir
    private Path directory;

    @Test
    void a_missing_file() throws Exception {
        write("orders.csv", "id\n1\n");
        Path missing = directory.resolve("order.csv");
        assertThat(refusal(Csv.file(missing))).hasMessage(missing + " does not exist. Did you mean 'orders.csv'?");
    }

    @Test
    void an_empty_file() throws Exception {
        Path file = write("orders.csv", "");
        assertThat(refusal(Csv.file(file)))
                .hasMessage(file + " is empty (0 bytes). Check the export; a file with only a header is fine.");
    }

    @ParameterizedTest
    @CsvSource({
        "zip, 504B030414000600080000002100, a ZIP archive, Unpack it first",
        "xlsx, 504B0304140006000800000021002F786C2F, an Excel workbook (XLSX), Load it with Xlsx.file(..)",
        "gzip, 1F8B08000000000000FF, a gzip archive, Decompress it first",
        "png, 89504E470D0A1A0A0000000D49484452, a PNG image, Ask for the table as CSV",
        "NULs, 00000000000000000000000000000000, a binary file, Export it as CSV",
    })
    void a_binary_file(String kind, String bytes, String name, String advice) throws Exception {
        Path file = Files.write(directory.resolve("orders.csv"), HexFormat.of().parseHex(bytes));
        assertThat(refusal(Csv.file(file)))
                .hasMessageContaining(file + " is no CSV file but " + name)
                .hasMessageContaining(advice);
    }

    @Test
    void an_unreadable_file() throws Exception {
        Path file = unreadable();
        assertThat(refusal(Csv.file(file)))
                .hasMessageStartingWith(file + " cannot be read: ")
                .hasMessageMatching(".*(Check the file and its permissions|Allow this process to read it)\\.");
    }

    @Test
    void a_pipe_or_device() throws Exception {
        Path device = Path.of("/dev/null");
        assertThat(refusal(Csv.file(device)))
                .hasMessageContaining(device + " is a pipe or a device")
                .hasMessageContaining("Save it as a file first");
    }

    @Test
    void a_wrong_stated_encoding() throws Exception {
        Path file = Files.write(
                directory.resolve("orders.csv"), "id,name\n1,Ann\n2,José\n".getBytes(StandardCharsets.ISO_8859_1));
        SourceException refusal = refusal(Csv.file(file).encoding(StandardCharsets.UTF_8));
        assertThat(refusal)
                .hasMessageContaining(file + ", line 3, column 6")
                .hasMessageContaining("not in the stated encoding UTF-8")
                .hasMessageContaining("State the right encoding");
        assertThat(refusal.line()).hasValue(3);
        assertThat(refusal.column()).hasValue(6);
    }

    @Test
    void a_quote_that_is_never_closed() throws Exception {
        Path file = write("orders.csv", "id,name\n1,Ann\n2,\"Bob\nof York\n4,Di\n");
        SourceException refusal = refusal(Csv.file(file));
        assertThat(refusal)
                .hasMessageContaining(file + ", line 3: A quote is opened here and never closed.")
                .hasMessageContaining("noQuote()");
        assertThat(refusal.line()).hasValue(3);
    }

    @Test
    void a_quote_that_is_never_closed_behind_a_million_good_rows() throws Exception {
        Path file = write("orders.csv", "id,name\n" + "1,\"Ann\"\n".repeat(1_000_000) + "2,\"Bob\nof York\n");
        assertThat(refusal(Csv.file(file))).hasMessageContaining(file + ", line 1000002: A quote is opened here");
    }

    @Test
    void a_file_that_went_bad_leaves_what_was_loaded_before() throws Exception {
        Path file = write("orders.csv", "id,name\n1,Ann\n2,Bob\n");
        try (Medallion medallion = Medallion.embedded(database())) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(file));
            Batch good = shop.bronze().load().get(0);
            shop.silver().build(shop.silver().plan().acceptAll());
            write("orders.csv", "id,name\n1,Ann\n2,\"Bob\nof York\n");
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> shop.bronze().load()))
                    .hasMessageContaining("line 3");
            assertThat(shop.bronze().batches("orders")).singleElement().satisfies(batch -> assertThat(batch.id())
                    .isEqualTo(good.id()));
            assertThat(shop.silver().head(5).rows()).hasSize(2);
            assertThat(shop.status().table(Layer.SILVER, "orders"))
                    .hasValueSatisfying(table -> assertThat(table.state()).isEqualTo(PipelineStatus.State.FRESH));
        }
        assertThat(Leftovers.in(database())).containsEntry("bronze.orders", 2L);
    }

    @Test
    void two_files_of_one_name() throws Exception {
        Source eu = Csv.file(write("eu/orders.csv", "id\n1\n"));
        Source us = Csv.file(write("us/Orders.csv", "id\n2\n"));
        try (Medallion medallion = Medallion.embedded(database())) {
            assertThat(catchThrowableOfType(MedallionException.class, () -> medallion.pipeline("shop", eu, us)))
                    .hasMessageContaining("pipeline 'shop': table 'Orders' is filled by two sources: ")
                    .hasMessageContaining(directory.resolve("eu/orders.csv").toString())
                    .hasMessageContaining(directory.resolve("us/Orders.csv").toString())
                    .hasMessageContaining("named(..)");
        }
        assertThat(Leftovers.in(database())).isEmpty();
    }

    /** Loads the source, which must fail and leave nothing; then loads a good one of the same name into the same database. */
    private SourceException refusal(Csv source) throws SQLException, IOException {
        SourceException refusal;
        try (Medallion medallion = Medallion.embedded(database())) {
            Pipeline shop = medallion.pipeline("shop", source);
            refusal = catchThrowableOfType(
                    SourceException.class, () -> shop.bronze().load());
            assertThat(medallion.pipelines()).isEmpty();
            assertThat(shop.status().of(Layer.BRONZE)).isEqualTo(PipelineStatus.State.MISSING);
        }
        assertThat(Leftovers.in(database())).isEmpty();
        try (Medallion medallion = Medallion.embedded(database())) {
            Path good = write("good.csv", "id\n1\n");
            Batch batch =
                    medallion.pipeline("another").bronze().load(Csv.file(good).named(source.name()));
            assertThat(batch.rows()).isEqualTo(1);
        }
        return refusal;
    }

    /** Without permission, or where everything is permitted one whose first byte cannot be read. */
    private Path unreadable() throws IOException {
        Path file = write("orders.csv", "id\n1\n");
        assertThat(file.toFile().setReadable(false, false)).isTrue();
        return Files.isReadable(file) ? Path.of("/proc/self/mem") : file;
    }

    private Path database() {
        return directory.resolve("shop.duckdb");
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
