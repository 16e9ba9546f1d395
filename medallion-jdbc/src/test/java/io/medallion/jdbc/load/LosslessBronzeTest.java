package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.Tables;
import io.medallion.jdbc.source.WrittenTable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** What a source holds can be read back from Bronze value for value, whichever way it got there. */
class LosslessBronzeTest {

    private static Bronze bronze;
    private static int table;

    @BeforeContainer
    static void open() {
        bronze = new Bronze();
    }

    @AfterContainer
    static void close() {
        bronze.close();
    }

    @Property(tries = 150)
    void every_value_of_a_csv_file_is_read_back(@ForAll("written") WrittenTable written) throws IOException {
        Path file = written.write();
        try {
            Csv csv = Csv.file(file)
                    .named("t" + ++table)
                    .delimiter(written.delimiter())
                    .quote(written.quote())
                    .encoding(written.charset())
                    .header(true);
            LoadResult result = bronze.load(csv);
            assertThat(bronze.rows(result.spec())).as(written.text()).isEqualTo(written.rows());
            assertThat(result.batches().get(0).batch().rows())
                    .isEqualTo(written.rows().size());
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 100)
    void all_ways_into_the_table_give_the_same_rows_and_hashes(@ForAll("regular") WrittenTable written)
            throws IOException {
        Path file = written.write();
        try {
            Csv csv = Csv.file(file)
                    .named("t" + ++table)
                    .delimiter(written.delimiter())
                    .quote(written.quote())
                    .header(true);
            String fast = loaded(csv.named("fast" + table), Way.SCANNED);
            String beside = loaded(csv.named("beside" + table), Way.UNSCANNED);
            String streamed = loaded(csv.named("streamed" + table), Way.STREAMED);
            assertThat(fast).isEqualTo(streamed);
            assertThat(beside).isEqualTo(streamed);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 50)
    void every_value_of_a_row_source_is_read_back(@ForAll("regular") WrittenTable written) {
        Source source = Source.rows("t" + ++table, written.header(), sink -> {
            for (List<@Nullable String> row : written.rows()) {
                sink.row(row.toArray(String[]::new));
            }
        });
        LoadResult result = bronze.load(source);
        assertThat(bronze.rows(result.spec())).isEqualTo(written.rows());
    }

    private static String loaded(Csv csv, Way way) {
        List<SourcePart> parts = csv.parts();
        Map<SourcePart, Way> ways = new IdentityHashMap<>();
        ways.put(parts.get(0), way);
        LoadResult result = new BronzeLoader(bronze.database).load(LoadRequest.of("shop", csv, null), parts, ways);
        List<String> columns = new java.util.ArrayList<>(result.spec().columns());
        columns.addAll(List.of("_row_number", "_row_hash", "_source_file", "_loaded_at", "_schema_version"));
        return bronze.rows(result.spec().table(), columns) + " "
                + result.batches().get(0).batch().contentHash();
    }

    @Provide
    Arbitrary<WrittenTable> regular() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|'),
                Arbitraries.of('"', '\''),
                Arbitraries.just((Character) null),
                Arbitraries.just(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<WrittenTable> written() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|', '^'),
                Arbitraries.of('"', '\''),
                Arbitraries.just((Character) null),
                Arbitraries.<Charset>of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE));
    }
}
