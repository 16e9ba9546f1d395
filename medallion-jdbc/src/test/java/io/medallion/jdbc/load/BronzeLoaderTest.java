package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.engines.Engines;
import io.medallion.jdbc.OnEveryEngine;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourceException;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class BronzeLoaderTest {

    @TempDir
    Path directory;

    private final Dialect dialect;
    private final Bronze bronze;

    BronzeLoaderTest(Dialect dialect) {
        this.dialect = dialect;
        this.bronze = new Bronze(dialect);
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    @Test
    void every_row_carries_where_it_comes_from() {
        Path file = file("orders.csv", "id,city\n1,Bonn\n2,\"\"\n3,\n");
        LoadResult result = bronze.load(Csv.file(file));
        assertThat(result.spec().columns()).containsExactly("id", "city");
        assertThat(bronze.rows(
                        "orders",
                        List.of("id", "city", "_row_number", "_batch_id", "_source_file", "_source_id", "_loaded_at")))
                .containsExactly(
                        row("1", "Bonn", "1", "id1", "orders.csv", file.toString(), "2026-03-01 12:00:00"),
                        row("2", "", "2", "id1", "orders.csv", file.toString(), "2026-03-01 12:00:00"),
                        row("3", null, "3", "id1", "orders.csv", file.toString(), "2026-03-01 12:00:00"));
        assertThat(bronze.column("orders", "_schema_version")).containsOnly("1");
    }

    @Test
    void lines_that_cannot_be_read_are_rejects_with_line_and_reason() {
        Path file = file("orders.csv", "id,city\n1,Bonn\n2,Ulm,x\n3,Kiel\n");
        BatchRow batch = bronze.load(Csv.file(file)).batches().get(0).batch();
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.rejects()).isEqualTo(1);
        assertThat(bronze.column("orders", "_row_number")).containsExactly("1", "3");
        assertThat(bronze.rejects("orders")).singleElement().satisfies(reject -> {
            assertThat(reject.line()).isEqualTo(3);
            assertThat(reject.rowNumber()).isEqualTo(2);
            assertThat(reject.reason()).isEqualTo("has 3 fields, expected 2");
            assertThat(reject.raw()).isEqualTo("2,Ulm,x");
        });
    }

    @Test
    void the_same_file_twice_adds_nothing() {
        Path file = file("orders.csv", "id,city\n1,Bonn\n");
        LoadResult first = bronze.load(Csv.file(file));
        LoadResult second = bronze.load(Csv.file(file), first.spec());
        assertThat(first.changed()).isTrue();
        assertThat(second.changed()).isFalse();
        assertThat(second.batches().get(0).batch())
                .isEqualTo(first.batches().get(0).batch());
        assertThat(bronze.batches("orders")).hasSize(1);
        assertThat(bronze.column("orders", "id")).containsExactly("1");
    }

    @Test
    void the_same_rows_twice_add_nothing() {
        Source rows = Source.rows("contacts", List.of("id"), sink -> sink.row("1"));
        LoadResult first = bronze.load(rows);
        LoadResult second = bronze.load(rows, first.spec());
        assertThat(second.changed()).isFalse();
        assertThat(bronze.stored("contacts")).isEqualTo(1);
    }

    @Test
    void the_same_file_read_with_another_delimiter_is_loaded_again() {
        Path file = file("orders.csv", "id;a,b\n1;2,3\n");
        LoadResult first = bronze.load(Csv.file(file).delimiter(','));
        LoadResult second = bronze.load(Csv.file(file).delimiter(';'), first.spec());
        assertThat(second.changed()).isTrue();
        assertThat(bronze.rows("orders", List.of("id", "a,b"))).containsExactly(row("1", "2,3"));
    }

    @Test
    void a_changed_file_replaces_itself_and_leaves_other_files_in_force() {
        file("in/a.csv", "id\n1\n");
        file("in/b.csv", "id\n2\n");
        Csv csv = Csv.files(directory.resolve("in"), "*.csv").named("orders");
        LoadResult first = bronze.load(csv);
        file("in/a.csv", "id\n10\n11\n");
        LoadResult second = bronze.load(csv, first.spec());
        assertThat(second.batches()).extracting(LoadedBatch::added).containsExactly(true, false);
        assertThat(second.batches().get(0).replaced()).isEqualTo(1);
        assertThat(bronze.column("orders", "id")).containsExactly("2", "10", "11");
        assertThat(bronze.batches("orders")).extracting(BatchRow::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_batch_that_adds_leaves_all_before_it_in_force() {
        Path file = file("orders.csv", "id\n1\n");
        BronzeSpec spec = bronze.load(Csv.file(file)).spec().withBatches(BatchMode.ADD);
        file("orders.csv", "id\n2\n");
        bronze.load(Csv.file(file), spec);
        assertThat(bronze.column("orders", "id")).containsExactly("1", "2");
    }

    @Test
    void a_load_that_replaces_all_keeps_all_of_its_own_files() {
        file("in/a.csv", "id\n1\n");
        file("in/b.csv", "id\n2\n");
        Csv csv = Csv.files(directory.resolve("in"), "*.csv").named("orders");
        BronzeSpec spec = bronze.load(csv).spec().withBatches(BatchMode.REPLACE_ALL);
        file("in/b.csv", "id\n20\n");
        file("in/c.csv", "id\n30\n");
        bronze.load(csv, spec);
        assertThat(bronze.column("orders", "id")).containsExactly("1", "20", "30");
        Path other = file("other.csv", "id\n99\n");
        bronze.load(Csv.file(other).named("orders"), spec);
        assertThat(bronze.column("orders", "id")).containsExactly("99");
    }

    @Test
    void a_load_that_fails_leaves_nothing_behind() {
        Source rows = Source.rows("contacts", List.of("id"), sink -> {
            for (int i = 0; i < 100_000; i++) {
                sink.row("" + i);
            }
            throw new IOException("the connection broke");
        });
        assertThatThrownBy(() -> bronze.load(rows))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the connection broke");
        assertThat(bronze.exists("contacts")).isFalse();
        assertThat(bronze.batches("contacts")).isEmpty();
    }

    @Test
    void a_file_that_fails_takes_the_files_before_it_back() {
        file("in/a.csv", "id,city\n1,Bonn\n");
        file("in/b.csv", "id,city\n2,\"never closed\nUlm\n");
        Csv csv = Csv.files(directory.resolve("in"), "*.csv").named("orders").quote('"');
        assertThatThrownBy(() -> bronze.load(csv))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("b.csv");
        assertThat(bronze.exists("orders")).isFalse();
    }

    @Test
    void progress_that_throws_ends_the_load() {
        Source rows = Source.rows("contacts", List.of("id"), sink -> {
            for (int i = 0; i < 100_000; i++) {
                sink.row("" + i);
            }
        });
        LoadRequest request = new LoadRequest(
                "shop",
                rows,
                null,
                (table, file, done, total) -> {
                    throw new IllegalStateException("stop");
                },
                SpecKeeper.NONE);
        assertThatThrownBy(() -> new BronzeLoader(bronze.database).load(request))
                .hasStackTraceContaining("stop");
        assertThat(bronze.exists("contacts")).isFalse();
    }

    @Test
    void a_table_of_another_pipeline_is_refused() {
        Path file = file("orders.csv", "id\n1\n");
        bronze.load(Csv.file(file));
        assertThatThrownBy(() -> new BronzeLoader(bronze.database).load(LoadRequest.of("other", Csv.file(file), null)))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("belongs to pipeline 'shop'");
    }

    @Test
    void a_table_that_is_not_ours_is_not_touched() {
        bronze.database.read(s -> {
            if (!Engines.speaksMySql(dialect)) {
                s.update("create schema if not exists bronze");
            }
            return s.update("create table " + s.table(Layer.BRONZE, "orders") + " (mine integer)");
        });
        Path file = file("orders.csv", "id\n1\n");
        assertThatThrownBy(() -> bronze.load(Csv.file(file)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("not known to this pipeline");
    }

    @Test
    void an_empty_table_that_the_host_made_by_our_script_is_filled() {
        BronzeSpec spec = BronzeSpec.of("orders", "id");
        bronze.database.inTransaction(session -> {
            session.run(session.sql().create(spec));
            return session;
        });

        bronze.load(Csv.file(file("orders.csv", "id\n1\n")));

        assertThat(bronze.database.<Long>read(
                        session -> session.number("select count(*) from " + session.table(Layer.BRONZE, "orders"))))
                .isEqualTo(1);
    }

    @Test
    void latency_is_measured_against_the_event_time() {
        Path file = file(
                "events.csv",
                "id,at\n1,2026-03-01T11:59:00Z\n2,2026-03-01 11:00:00\n3,2026-03-01T13:30:00+02:00\n4,soon\n5,\n"
                        + "6,2026-02-30\n7,0900-01-01\n8,12026-01-01\n");
        BronzeSpec spec = BronzeSpec.of("events", "id", "at").withEventTime("at");
        BatchRow batch = bronze.load(Csv.file(file), spec).batches().get(0).batch();
        assertThat(batch.latency()).isNotNull().satisfies(latency -> {
            assertThat(latency.rows()).isEqualTo(3);
            assertThat(latency.least()).isEqualTo(60);
            assertThat(latency.greatest()).isEqualTo(3600);
            assertThat(latency.mean()).isEqualTo((60 + 3600 + 1800) / 3.0);
        });
        assertThat(bronze.batches("events")).containsExactly(batch);
    }

    @Test
    void header_only_gives_an_empty_table() {
        Path file = file("orders.csv", "id,city\n");
        LoadResult result = bronze.load(Csv.file(file));
        assertThat(result.batches().get(0).batch().rows()).isZero();
        assertThat(bronze.exists("orders")).isTrue();
    }

    @Test
    void odd_headers_become_columns() {
        String longName = "x".repeat(300);
        Path file =
                file("orders.csv", "\"say \"\"hi\"\"\",😀,select,Name,name," + longName + ",it's;--\n1,2,3,4,5,6,7\n");
        LoadResult result = bronze.load(Csv.file(file).delimiter(','));
        assertThat(result.spec().columns())
                .containsExactly("say \"hi\"", "😀", "select", "Name", "name_2", longName, "it's;--");
        assertThat(bronze.rows(result.spec())).containsExactly(row("1", "2", "3", "4", "5", "6", "7"));
    }

    @Test
    void a_table_may_have_many_columns() {
        int columns =
                switch (dialect) {
                    case DUCKDB -> 1500;
                    case POSTGRES, MARIADB, MYSQL -> 900;
                };
        String header = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String line = IntStream.range(0, columns).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        Path wide = file(
                "wide.csv", header + "\n" + (line + "\n").repeat(25) + line + ",ragged\n" + (line + "\n").repeat(25));
        LoadResult result = bronze.load(Csv.file(wide).header(true));
        assertThat(result.spec().columns()).hasSize(columns);
        assertThat(result.batches().get(0).batch().rows()).isEqualTo(50);
        assertThat(result.batches().get(0).batch().rejects()).isEqualTo(1);
        Path regular = file("regular.csv", header + "\n" + (line + "\n").repeat(50));
        assertThat(bronze.load(Csv.file(regular).header(true))
                        .batches()
                        .get(0)
                        .batch()
                        .rows())
                .isEqualTo(50);
        assertThat(bronze.column("regular", "_row_hash"))
                .containsOnly(bronze.column("wide", "_row_hash").get(0));
    }

    @Test
    void a_file_named_like_a_pattern_is_itself() {
        file("b1.csv", "id\n1\n");
        Path file = file("b*.csv", "id\n2\n");
        bronze.load(Csv.file(file).named("orders"));
        assertThat(bronze.column("orders", "id")).containsExactly("2");
    }

    @Test
    void a_large_file_that_is_irregular_near_its_end_is_loaded_all_the_same() {
        int size =
                switch (dialect) {
                    case DUCKDB -> 9 << 20;
                    case POSTGRES, MARIADB, MYSQL -> 1 << 20;
                };
        StringBuilder text = new StringBuilder("id,note\n");
        for (int i = 0; text.length() < size; i++) {
            text.append(i).append(",some longer note about an order that goes on for a while\n");
        }
        long regular = text.chars().filter(c -> c == '\n').count() - 1;
        Path file = file("orders.csv", text + "1,2,3\n7,\"two\nlines\"\n");
        BatchRow batch = bronze.load(Csv.file(file)).batches().get(0).batch();
        assertThat(batch.rejects()).isEqualTo(1);
        assertThat(batch.rows()).isEqualTo(regular + 1);
        assertThat(bronze.stored("orders")).isEqualTo(regular + 1);
    }

    @Test
    void names_that_differ_in_case_only_are_one_table_where_the_database_takes_them_for_one() {
        bronze.load(Source.rows("orders", List.of("id"), sink -> sink.row("1")));
        if (dialect != Dialect.DUCKDB) {
            bronze.load(Source.rows("Orders", List.of("id"), sink -> sink.row("2")));
            assertThat(bronze.column("orders", "id")).containsExactly("1");
            assertThat(bronze.column("Orders", "id")).containsExactly("2");
            return;
        }
        assertThatThrownBy(() -> bronze.load(Source.rows("Orders", List.of("id"), sink -> sink.row("2"))))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Orders");
    }

    @Test
    void the_spec_is_kept_in_the_transaction_of_the_load() {
        Source rows = Source.rows("contacts", List.of("id"), sink -> sink.row("1"));
        LoadRequest request = new LoadRequest("shop", rows, null, LoadProgress.NONE, (session, spec) -> {
            assertThat(spec.columns()).containsExactly("id");
            assertThat(session.number("select count(*) from " + session.table(Layer.BRONZE, "contacts")))
                    .isEqualTo(1);
            throw new IllegalStateException("not kept");
        });
        assertThatThrownBy(() -> new BronzeLoader(bronze.database).load(request))
                .hasMessage("not kept");
        assertThat(bronze.exists("contacts")).isFalse();
        assertThat(bronze.batches("contacts")).isEmpty();
    }

    @Test
    void an_empty_table_that_a_killed_load_left_is_taken_over() {
        bronze.database.read(session -> {
            TableRegistry registry = new TableRegistry(session);
            registry.register("shop", Bronze.NOW);
            registry.claim("shop", Layer.BRONZE, "orders");
            session.run(session.sql().create(BronzeSpec.of("orders", "id;city")));
            return session;
        });
        bronze.load(Csv.file(file("orders.csv", "id,city\n1,Bonn\n")));
        assertThat(bronze.rows("orders", List.of("id", "city"))).containsExactly(row("1", "Bonn"));
    }

    private Path file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
