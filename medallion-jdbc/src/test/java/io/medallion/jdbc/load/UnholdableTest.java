package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.medallion.engines.Engines;
import io.medallion.jdbc.OnEveryEngine;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.BronzeRejectRow;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database cannot hold as it is, is kept as a reject, and the rows around it arrive. */
@OnEveryEngine
class UnholdableTest {

    @TempDir
    Path directory;

    private final Dialect dialect;
    private final Bronze bronze;

    UnholdableTest(Dialect dialect) {
        this.dialect = dialect;
        this.bronze = new Bronze(dialect);
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    @Test
    void text_that_no_database_holds_is_a_reject_with_its_raw_text() {
        BatchRow batch = bronze.load(Source.rows("contacts", List.of("id", "name"), sink -> {
                    sink.row("1", "a\uD83D");
                    sink.row("2", "\uDE00b");
                    sink.row("3", "a\0b");
                    sink.row("4", "\uD83D\uDE00");
                    sink.row("5", null);
                }))
                .batches()
                .get(0)
                .batch();
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.rejects()).isEqualTo(3);
        assertThat(bronze.rows("contacts", List.of("_row_number", "name")))
                .containsExactly(row("4", "😀"), row("5", null));
        assertThat(bronze.rejects("contacts"))
                .extracting(BronzeRejectRow::rowNumber, BronzeRejectRow::reason, BronzeRejectRow::raw)
                .containsExactly(
                        tuple(1L, "holds half of a character (a surrogate without its pair)", "1,a\\uD83D"),
                        tuple(2L, "holds half of a character (a surrogate without its pair)", "2,\\uDE00b"),
                        tuple(3L, "holds a NUL character", "3,a\\x00b"));
    }

    @Test
    void good_and_bad_records_may_alternate() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 1; i <= 10_000; i++) {
            text.append(i).append(i % 3 == 0 ? ",x,y\n" : ",x\n");
        }
        BatchRow batch = bronze.load(Csv.file(Files.writeString(directory.resolve("orders.csv"), text))
                        .delimiter(','))
                .batches()
                .get(0)
                .batch();
        assertThat(batch.rows()).isEqualTo(6_667);
        assertThat(batch.rejects()).isEqualTo(3_333);
        assertThat(bronze.rejects("orders").get(999).rowNumber()).isEqualTo(3_000);
    }

    @Test
    void a_record_that_the_database_cannot_work_with_is_a_reject() {
        int limit = dialect == Dialect.MYSQL ? 32 << 20 : 8 << 20;
        String longest = "x".repeat(limit - 2);
        BatchRow batch = bronze.load(Source.rows("notes", List.of("id", "note"), sink -> {
                    sink.row("1", longest + "y");
                    sink.row("2", longest + "yé");
                }))
                .batches()
                .get(0)
                .batch();
        if (!Engines.speaksMySql(dialect)) {
            assertThat(bronze.column("notes", "note")).containsExactly(longest + "y", longest + "yé");
            return;
        }
        assertThat(batch.rows()).isEqualTo(1);
        assertThat(bronze.column("notes", "note")).containsExactly(longest + "y");
        assertThat(bronze.rejects("notes")).singleElement().satisfies(reject -> {
            assertThat(reject.reason())
                    .isEqualTo("is longer than the " + limit + " bytes that " + dialect.product() + " works with;"
                            + " max_allowed_packet is twice as much");
            assertThat(reject.raw()).hasSize(10_000).startsWith("2,xxx");
        });
    }
}
