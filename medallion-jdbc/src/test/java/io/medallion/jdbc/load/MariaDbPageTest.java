package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.EachDialect;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.BronzeRejectRow;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.DriftPolicy;
import io.medallion.sql.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as wide as MariaDB and MySQL take them are loaded, wider ones are rejected; none makes a load fail. */
@ParameterizedClass(name = "{0}")
@EachDialect(but = {Dialect.DUCKDB, Dialect.POSTGRES})
class MariaDbPageTest {

    private static final int COLUMNS = 600;

    private final Bronze bronze;

    MariaDbPageTest(Dialect dialect) {
        bronze = new Bronze(dialect);
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    /** Of the server itself it is known how many values of a length it takes; the difference is what the metadata may take more. */
    @ParameterizedTest
    @CsvSource({"20, 373, 380", "40, 191, 195", "41, 356, 363", "200, 356, 363"})
    void rows_that_do_not_fit_into_a_page_are_rejected(int length, int fitting, int tooMany) {
        Source source = Source.rows(
                "wide", IntStream.range(0, COLUMNS).mapToObj(i -> "c" + i).toList(), sink -> {
                    sink.row(row(length, fitting));
                    sink.row(row(length, tooMany));
                    for (int values = fitting; values < tooMany; values++) {
                        sink.row(row(length, values));
                    }
                });
        bronze.load(source);

        assertThat(bronze.column("wide", "_row_number")).contains("1");
        assertThat(bronze.rejects("wide"))
                .extracting(BronzeRejectRow::rowNumber)
                .contains(2L);
        assertThat(bronze.rejects("wide")).extracting(BronzeRejectRow::reason).allSatisfy(reason -> assertThat(reason)
                .contains("bytes of a page of InnoDB"));
    }

    @Test
    void only_what_a_frozen_table_keeps_counts() {
        BronzeSpec narrow = bronze.load(Source.rows("wide", List.of("c0", "c1", "c2"), sink -> sink.row("a", "b", "c")))
                .spec()
                .withDrift(DriftPolicy.FREEZE);
        bronze.load(
                Source.rows(
                        "wide",
                        IntStream.range(0, COLUMNS).mapToObj(i -> "c" + i).toList(),
                        sink -> sink.row(row(30, COLUMNS))),
                narrow);

        String kept = "x".repeat(30);
        assertThat(bronze.rejects("wide")).isEmpty();
        assertThat(bronze.rows("wide", List.of("c0", "c1", "c2"))).containsExactly(Bronze.row(kept, kept, kept));
    }

    private static String[] row(int length, int values) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(i -> i < values ? "x".repeat(length) : null)
                .toArray(String[]::new);
    }
}
