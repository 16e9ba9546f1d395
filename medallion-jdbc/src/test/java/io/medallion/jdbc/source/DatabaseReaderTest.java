package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** A regular file read by DuckDB's own reader gives the very records that the tokenizer gives. */
class DatabaseReaderTest {

    private static Connection duckdb;

    @BeforeContainer
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterContainer
    static void close() throws SQLException {
        duckdb.close();
    }

    @Property(tries = 1000)
    void a_regular_file_is_read_alike(@ForAll("tables") WrittenTable table, @ForAll boolean header)
            throws IOException, SQLException {
        Path file = table.write();
        try {
            Csv csv = Csv.file(file)
                    .delimiter(table.delimiter())
                    .quote(table.quote())
                    .header(header);
            SourcePart part = csv.parts().get(0);
            CsvScan scan = part.scan().orElseThrow();
            Assume.that(scan.regular());
            assertThat(read(part, scan)).as(Files.readString(file)).isEqualTo(WrittenTable.read(part));
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<@Nullable String>> read(SourcePart part, CsvScan scan) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (ResultSet result = duckdb.createStatement().executeQuery("select * from " + readCsv(part, scan))) {
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= part.columns().size(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String readCsv(SourcePart part, CsvScan scan) {
        CsvFormat format = part.format().orElseThrow();
        String columns = part.columns().stream()
                .map(column -> literal("c" + column.position()) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        String quote = format.quote() == null ? "''" : literal(format.quote().toString());
        return "read_csv(" + literal(part.file().orElseThrow().toString())
                + ", auto_detect = false, columns = {" + columns + "}"
                + ", delim = "
                + literal(String.valueOf(format.delimiter() == null ? CsvScan.NO_DELIMITER : format.delimiter()))
                + ", quote = " + quote + ", escape = " + quote
                + ", header = " + format.header()
                + ", nullstr = '', allow_quoted_nulls = false, null_padding = false"
                + ", strict_mode = true, ignore_errors = false, compression = 'none', encoding = 'utf-8'"
                + ", parallel = " + !scan.multiLine()
                + ", max_line_size = " + Math.max(2_097_152, scan.longestRecord() + 16) + ")";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Provide
    Arbitrary<WrittenTable> tables() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|', '^', '\u0001'),
                Arbitraries.of('"', '\''),
                Arbitraries.just((Character) null),
                Arbitraries.just(StandardCharsets.UTF_8));
    }
}
