package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written is read back value for value. */
class LosslessCsvTest {

    @Property(tries = 1000)
    void a_table_in_a_stated_dialect_comes_back(@ForAll("anyDialect") WrittenTable table) throws IOException {
        Path file = table.write();
        try {
            Csv csv = Csv.file(file)
                    .delimiter(table.delimiter())
                    .quote(table.quote())
                    .encoding(table.charset())
                    .header(true)
                    .preamble(0);
            check(
                    table,
                    (table.escape() == null ? csv : csv.escape(table.escape()))
                            .parts()
                            .get(0));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 1000)
    void a_table_in_a_usual_dialect_comes_back_without_a_word(@ForAll("usualDialect") WrittenTable table)
            throws IOException {
        Path file = table.write();
        try {
            check(table, Csv.file(file).header(true).parts().get(0));
        } finally {
            Files.delete(file);
        }
    }

    private static void check(WrittenTable table, SourcePart part) {
        assertThat(part.columns()).extracting(SourceColumn::name).isEqualTo(table.header());
        assertThat(WrittenTable.read(part)).as(table.text()).isEqualTo(table.rows());
        assertThat(part.scan().orElseThrow()).satisfies(scan -> {
            assertThat(scan.records()).isEqualTo(table.rows().size());
            assertThat(scan.rejected()).isZero();
        });
    }

    @Provide
    Arbitrary<WrittenTable> anyDialect() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|', ':', '^', '~', '§', '\u0001'),
                Arbitraries.of('"', '\''),
                Arbitraries.of('\\', '$').injectNull(0.6),
                Arbitraries.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("GB18030")));
    }

    @Provide
    Arbitrary<WrittenTable> usualDialect() {
        return Tables.tables(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.just('"'),
                        Arbitraries.just((Character) null),
                        Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE))
                .filter(table -> table.header().size() > 1);
    }
}
