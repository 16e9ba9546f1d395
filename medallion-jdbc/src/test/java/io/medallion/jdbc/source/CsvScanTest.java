package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvScanTest {

    @TempDir
    private Path directory;

    /** Whatever the bytes: the fast pass is only believed where the definition of a record agrees. */
    @Property(tries = 5000)
    void a_regular_scan_counts_what_the_tokenizer_counts(@ForAll("bytes") byte[] bytes, @ForAll("widths") int columns)
            throws IOException {
        RegularScan fast = new RegularScan(new Punctuation(',', '"', Punctuation.NONE, false), columns, true);
        int half = bytes.length / 2;
        boolean regular = fast.accept(bytes, 0, half) && fast.accept(bytes, half, bytes.length) && fast.end();
        if (regular) {
            CsvReader.Totals careful = new CsvReader(Path.of("bytes.csv"), format(), columns)
                    .read(new ByteArrayInputStream(bytes), (record, row, reason) -> {});
            assertThat(careful.records()).isEqualTo(Math.max(0, fast.records() - 1));
            assertThat(careful.rejected()).isZero();
            assertThat(careful.blankLines()).isZero();
            assertThat(careful.multiLine()).isEqualTo(fast.multiLine());
            if (careful.rowEnds() != null) {
                assertThat(careful.rowEnds()).isEqualTo(fast.rowEnds());
            }
        }
    }

    /** Whatever the bytes: a file is read to its end or refused with the line, and the scan counts what is handed over. */
    @Property(tries = 2000)
    void a_scan_counts_what_is_read(@ForAll("bytes") byte[] bytes, @ForAll boolean stated) throws IOException {
        Path file = Files.createTempFile("bytes", ".csv");
        try {
            Files.write(file, bytes);
            Csv csv = Csv.file(file);
            SourcePart part = (stated
                            ? csv.delimiter(',')
                                    .quote('"')
                                    .repeatedHeaders(true)
                                    .footer(2)
                            : csv)
                    .parts()
                    .get(0);
            CsvScan scan = part.scan().orElseThrow();
            List<List<@Nullable String>> read = WrittenTable.read(part);
            assertThat(read).hasSize((int) scan.records());
            assertThat(read.stream().filter(row -> String.valueOf(row.get(0)).startsWith("rejected")))
                    .hasSize((int) scan.rejected());
            assertThat(scan.bytes()).isEqualTo(bytes.length);
        } catch (SourceException refused) {
            assertThat(refused.problems()).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> usual =
                Arbitraries.of((byte) 'a', (byte) '1', (byte) ',', (byte) '"', (byte) '\n', (byte) '\r', (byte) ' ');
        Arbitrary<Byte> rare =
                Arbitraries.of((byte) 0, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, (byte) 0x1F, (byte) '\\');
        Arbitrary<Byte> table = Arbitraries.of((byte) 'a', (byte) ',', (byte) '\n');
        return Arbitraries.oneOf(
                Arbitraries.frequencyOf(Tuple.of(20, usual), Tuple.of(1, rare))
                        .array(byte[].class)
                        .ofMaxSize(40),
                table.array(byte[].class).ofMaxSize(12));
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(1, 2, 3);
    }

    private static CsvFormat format() {
        return new CsvFormat(
                StandardCharsets.UTF_8, false, ',', '"', null, false, 1, true, 0, 0, false, RowEnds.LF, List.of());
    }

    @Test
    void knows_the_file_by_its_hash_and_its_records() throws IOException {
        CsvScan scan = scan("id,name\n1,Ann\n2,\"Bob, jr\"\n");
        assertThat(scan.sha256()).isEqualTo("8589a697bc1559dc17d0d7357eb5ed72cb38e55882f3b8899de77bf1d5334be0");
        assertThat(scan.records()).isEqualTo(2);
        assertThat(scan.regular()).isTrue();
        assertThat(scan.rowEnds()).isEqualTo(RowEnds.LF);
        assertThat(scan.longestRecord()).isEqualTo(12);
    }

    @Test
    void says_why_a_file_is_not_regular() throws IOException {
        assertThat(scan("id,name\n1,Ann\n2\n").irregularity()).contains("a record has 1 fields, expected 2");
        assertThat(scan("id,name\n1,Ann\n\n2,Bob\n").irregularity()).contains("there are empty lines");
        assertThat(scan("id,name\n1,Ann\r\n2,Bob\n").irregularity()).contains("rows end in different ways");
        assertThat(scan("id,name\n1,6\" pipe\n2,Bob\n").irregularity()).contains("a quote stands within a plain field");
        assertThat(scan("id,name\n1,\"Ann\"x\n2,Bob\n").irregularity()).contains("has text after a closing quote");
        assertThat(scan("id,name\n1,A\0nn\n2,Bob\n").irregularity()).contains("there are control characters");
    }

    @Test
    void counts_rejected_records_and_empty_lines() throws IOException {
        CsvScan scan = scan("id,name\n1,Ann\n\n2\n3,Cy,x\n\n");
        assertThat(scan.records()).isEqualTo(3);
        assertThat(scan.rejected()).isEqualTo(2);
        assertThat(scan.blankLines()).isEqualTo(2);
    }

    @Test
    void goes_on_over_the_borders_of_its_chunks() throws IOException {
        String row = "1,\"" + "é\n".repeat(700_000) + "\"\r\n";
        CsvScan scan = scan("id,text\r\n" + row + row);
        assertThat(scan.regular()).isTrue();
        assertThat(scan.records()).isEqualTo(2);
        assertThat(scan.multiLine()).isTrue();
        assertThat(scan.rowEnds()).isEqualTo(RowEnds.CRLF);
    }

    private CsvScan scan(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file.csv"), text);
        return Csv.file(file).delimiter(',').header(true).parts().get(0).scan().orElseThrow();
    }
}
