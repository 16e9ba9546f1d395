package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.jdbc.OnEveryEngine;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.DriftPolicy;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class DriftTest {

    @TempDir
    Path directory;

    private final Bronze bronze;

    DriftTest(Dialect dialect) {
        this.bronze = new Bronze(dialect);
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    @Test
    void a_new_column_is_added_and_recorded_under_a_new_version() {
        BronzeSpec first = load(null, "id", "1");
        BronzeSpec second = load(first, "id,city", "2,Bonn");
        assertThat(second.columns()).containsExactly("id", "city");
        assertThat(bronze.rows(second)).containsExactly(row("1", null), row("2", "Bonn"));
        assertThat(bronze.changes("orders")).containsExactly("2 ADDED city");
        assertThat(bronze.column("orders", "_schema_version")).containsExactly("1", "2");
    }

    @Test
    void a_missing_column_is_null_and_missed_once() {
        BronzeSpec first = load(null, "id,city", "1,Bonn");
        BronzeSpec second = load(first, "id", "2");
        BronzeSpec third = load(second, "id", "3");
        assertThat(third.columns()).containsExactly("id", "city");
        assertThat(bronze.column("orders", "city")).containsExactly("Bonn", null, null);
        assertThat(bronze.changes("orders")).containsExactly("2 MISSING city");
        load(third, "id,city", "4,Kiel");
        assertThat(bronze.changes("orders")).containsExactly("2 MISSING city", "3 BACK city");
        assertThat(bronze.column("orders", "_schema_version")).containsExactly("1", "2", "2", "3");
    }

    @Test
    void columns_that_a_failed_load_added_are_gone() {
        BronzeSpec spec = load(null, "id", "1");
        for (String header : List.of("id,city", "id,city,phone")) {
            List<String> columns = List.of(header.split(","));
            Source failing = Source.rows("orders", columns, sink -> {
                sink.row(columns.toArray(String[]::new));
                throw new IllegalStateException("midway");
            });
            assertThatThrownBy(() -> bronze.load(failing, spec.withBatches(BatchMode.ADD)))
                    .hasMessageContaining("midway");
        }
        assertThat(bronze.columns("orders")).contains("id").doesNotContain("city", "phone");
        assertThat(bronze.changes("orders")).isEmpty();

        BronzeSpec next = load(spec, "id,phone", "2,0815");
        assertThat(bronze.columns("orders")).contains("phone").doesNotContain("city");
        assertThat(bronze.rows(next)).containsExactly(row("1", null), row("2", "0815"));
    }

    /** As a load leaves it that the server ended before it could tidy up. */
    @Test
    void empty_columns_that_nobody_knows_of_change_nothing() {
        BronzeSpec spec = load(null, "id", "1");
        bronze.database.read(
                session -> session.run(session.sql().addColumn(spec.withColumns(List.of("id", "city")), "city")));
        assertThat(bronze.columns("orders")).contains("city");

        BronzeSpec same = load(spec, "id", "2");
        assertThat(same.columns()).containsExactly("id");
        assertThat(bronze.rows(same)).containsExactly(row("1"), row("2"));
        BronzeSpec added = load(same, "id,city", "3,Bonn");
        assertThat(bronze.rows(added)).containsExactly(row("1", null), row("2", null), row("3", "Bonn"));
        assertThat(bronze.changes("orders")).containsExactly("2 ADDED city");
    }

    @Test
    void a_renamed_column_is_one_missing_and_one_added() {
        BronzeSpec first = load(null, "id,city", "1,Bonn");
        load(first, "id,town", "2,Kiel");
        assertThat(bronze.changes("orders")).containsExactlyInAnyOrder("2 ADDED town", "2 MISSING city");
    }

    @Test
    void another_order_changes_nothing_but_the_record() {
        BronzeSpec first = load(null, "id,city", "1,Bonn");
        BronzeSpec second = load(first, "city,id", "Kiel,2");
        load(second, "city,id", "Ulm,3");
        assertThat(bronze.rows(first)).containsExactly(row("1", "Bonn"), row("2", "Kiel"), row("3", "Ulm"));
        assertThat(bronze.changes("orders")).containsExactly("2 REORDERED city");
    }

    @Test
    void names_are_matched_without_regard_to_case() {
        BronzeSpec first = load(null, "id,City", "1,Bonn");
        BronzeSpec second = load(first, "ID,city", "2,Kiel");
        assertThat(second.columns()).containsExactly("id", "City");
        assertThat(bronze.rows(second)).containsExactly(row("1", "Bonn"), row("2", "Kiel"));
        assertThat(bronze.changes("orders")).isEmpty();
    }

    @Test
    void a_frozen_table_keeps_its_columns_and_records_what_it_ignores() {
        BronzeSpec first = load(null, "id,city", "1,Bonn").withDrift(DriftPolicy.FREEZE);
        BronzeSpec second = load(first, "id,phone", "2,0815");
        load(second, "id,phone", "3,4711");
        assertThat(second.columns()).containsExactly("id", "city");
        assertThat(bronze.rows(second)).containsExactly(row("1", "Bonn"), row("2", null), row("3", null));
        assertThat(bronze.changes("orders")).containsExactlyInAnyOrder("2 IGNORED phone", "2 MISSING city");
    }

    @Test
    void a_table_that_may_not_change_refuses_the_file_and_says_everything() {
        BronzeSpec spec = load(null, "id,city", "1,Bonn").withDrift(DriftPolicy.FAIL);
        assertThatThrownBy(() -> load(spec, "id,citty,phone", "2,Kiel,0815"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("lacks the column 'city'")
                .hasMessageContaining("The nearest is 'citty'")
                .hasMessageContaining("has a column 'phone'");
        assertThat(bronze.column("orders", "id")).containsExactly("1");
        load(spec, "city,id", "Kiel,2");
        assertThat(bronze.column("orders", "id")).containsExactly("1", "2");
    }

    @Test
    void files_of_one_load_may_differ_in_their_columns() throws IOException {
        Path in = Files.createDirectories(directory.resolve("in"));
        Files.writeString(in.resolve("a.csv"), "id,city\n1,Bonn\n2,Ulm\n");
        Files.writeString(in.resolve("b.csv"), "id,phone\n3,0815\n4,0816\n");
        LoadResult result = bronze.load(Csv.files(in, "*.csv").named("orders").header(true));
        assertThat(result.spec().columns()).containsExactly("id", "city", "phone");
        assertThat(bronze.rows(result.spec()))
                .containsExactly(
                        row("1", "Bonn", null), row("2", "Ulm", null), row("3", null, "0815"), row("4", null, "0816"));
        assertThat(bronze.column("orders", "_schema_version")).containsExactly("1", "1", "2", "2");
        assertThat(result.batches().get(1).changes()).hasSize(2);
    }

    @Test
    void the_hash_covers_the_columns_of_the_table_and_is_the_same_either_way_in() throws IOException {
        BronzeSpec first = load(null, "id,city", "1,Bonn");
        load(first, "id", "2");
        Path file = Files.writeString(directory.resolve("orders.csv"), "id\n2\n");
        bronze.load(Csv.file(file).header(true), first);
        List<String> hashes = bronze.column("orders", "_row_hash");
        assertThat(hashes.get(1)).isEqualTo(hashes.get(2)).isEqualTo("" + md5("-1:1:2"));
    }

    /** Rows under their header, added to what is there. */
    private BronzeSpec load(BronzeSpec spec, String header, String values) {
        Source source = Source.rows("orders", Arrays.asList(header.split(",")), sink -> sink.row(values.split(",")));
        return bronze.load(source, spec == null ? null : spec.withBatches(BatchMode.ADD))
                .spec();
    }

    private String md5(String text) {
        return bronze.database.read(
                s -> s.first("select md5(?)", row -> row.getString(1), text).orElseThrow());
    }
}
