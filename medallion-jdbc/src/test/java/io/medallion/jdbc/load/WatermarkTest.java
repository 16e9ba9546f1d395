package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class WatermarkTest {

    @ParameterizedTest
    @EachDialect
    void only_new_rows_are_added_and_none_is_lost_or_doubled(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect);
                Bronze bronze = new Bronze(dialect)) {
            crm.run(
                    "create table orders (id int, status varchar(10), changed "
                            + (Engines.speaksMySql(dialect) ? "datetime(6))" : "timestamp)"),
                    "insert into orders values (1, 'new', '2024-03-31 02:30:00'), (2, 'new', '2024-03-31 02:30:00.5')");
            Jdbc orders = Jdbc.table(crm.pool, "orders").watermark("CHANGED").lookBack(Duration.ofSeconds(1));
            BronzeSpec spec = bronze.load(orders).spec();
            assertThat(spec.batches()).isEqualTo(BatchMode.ADD);

            crm.run(
                    "insert into orders values (3, 'late', '2024-03-31 02:30:00'), (4, 'lost', '2024-03-31 02:29:00'),"
                            + " (5, 'none', null), (2, 'new', '2024-03-31 02:30:00.5')",
                    "update orders set status = 'paid', changed = '2024-03-31 02:31:00' where id = 1");
            LoadResult second = bronze.load(orders, spec);
            LoadResult third = bronze.load(orders, spec);

            assertThat(second.batches().get(0).batch().rows()).isEqualTo(4);
            assertThat(bronze.rows(spec))
                    .containsExactlyInAnyOrder(
                            row("1", "new", "2024-03-31T02:30:00"),
                            row("2", "new", "2024-03-31T02:30:00.5"),
                            row("3", "late", "2024-03-31T02:30:00"),
                            row("5", "none", null),
                            row("2", "new", "2024-03-31T02:30:00.5"),
                            row("1", "paid", "2024-03-31T02:31:00"));
            assertThat(third.changed()).isFalse();
            assertThat(bronze.batches("orders")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EachDialect
    void numbers_dates_moments_and_texts_go_on(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect);
                Bronze bronze = new Bronze()) {
            String moment = Engines.speaksMySql(dialect) ? "timestamp(6) null" : "timestamp with time zone";
            crm.run(
                    "create table t (n bigint, d decimal(10,2), day date, moment " + moment + ", word varchar(10))",
                    "insert into t values (1, 1.50, '2024-01-01', '2024-01-01 10:00:00', 'a')");
            for (String column : List.of("n", "d", "day", "moment", "word")) {
                Jdbc source = Jdbc.table(crm.pool, "t").named(column).watermark(column);
                bronze.load(source);
            }
            crm.run("insert into t values (2, 2.50, '2024-01-02', '2024-01-01 10:00:00.5', 'b')");
            for (String column : List.of("n", "d", "day", "moment", "word")) {
                Jdbc source = Jdbc.table(crm.pool, "t").named(column).watermark(column);
                BronzeSpec spec =
                        BronzeSpec.of(column, "n", "d", "day", "moment", "word").withBatches(BatchMode.ADD);
                assertThat(bronze.load(source, spec).batches().get(0).batch().rows())
                        .as(column)
                        .isEqualTo(1);
                assertThat(bronze.column(column, "n")).as(column).containsExactly("1", "2");
            }
        }
    }

    @Test
    void a_query_goes_on_too() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB);
                Bronze bronze = new Bronze()) {
            crm.run("create table t (id int)", "insert into t values (1)");
            Jdbc source = Jdbc.query(crm.pool, "q", "select id, id as id from t -- all of them")
                    .watermark("id")
                    .lookBack(1);
            BronzeSpec spec = bronze.load(source).spec();
            crm.run("insert into t values (0), (2)");
            bronze.load(source, spec);

            assertThat(bronze.column("q", "id_2")).containsExactlyInAnyOrder("1", "0", "2");
        }
    }

    @Test
    void another_column_begins_anew_and_replaces() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB);
                Bronze bronze = new Bronze()) {
            crm.run("create table t (id int, seen int)", "insert into t values (1, 9), (2, 8)");
            BronzeSpec spec =
                    bronze.load(Jdbc.table(crm.pool, "t").watermark("id")).spec();
            crm.run("insert into t values (3, 7)");
            bronze.load(Jdbc.table(crm.pool, "t").watermark("seen"), spec);

            assertThat(bronze.column("t", "id")).containsExactly("1", "2", "3");
            assertThat(bronze.batches("t")).extracting(b -> b.inForce()).containsExactly(false, true);
        }
    }

    @Test
    void a_watermark_and_a_table_that_replaces_do_not_go_together() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB);
                Bronze bronze = new Bronze()) {
            crm.run("create table t (id int)", "insert into t values (1)");
            BronzeSpec full = bronze.load(Jdbc.table(crm.pool, "t")).spec();
            assertThat(full.batches()).isEqualTo(BatchMode.REPLACE_ALL);
            assertThatThrownBy(() -> bronze.load(Jdbc.table(crm.pool, "t").watermark("id"), full))
                    .hasMessageContaining("bronze table 't'")
                    .hasMessageContaining("REPLACE_ALL")
                    .hasMessageContaining("withBatches(BatchMode.ADD)");

            BronzeSpec adding = full.withBatches(BatchMode.ADD);
            bronze.load(Jdbc.table(crm.pool, "t").watermark("id"), adding);
            assertThatThrownBy(() -> bronze.load(Jdbc.table(crm.pool, "t"), adding))
                    .hasMessageContaining("every row would be added again");
            assertThat(bronze.column("t", "id")).containsExactly("1");

            bronze.load(Jdbc.table(crm.pool, "t"), full);
            assertThat(bronze.column("t", "id")).containsExactly("1");
        }
    }

    @Test
    void a_watermark_that_is_not_there_or_cannot_grow_is_refused() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB)) {
            crm.run("create table t (updated_at timestamp, ratio double)");
            assertThatThrownBy(() ->
                            Jdbc.table(crm.pool, "t").watermark("update_at").parts())
                    .hasMessageContaining("has no column 'update_at' for a watermark")
                    .hasMessageContaining("Did you mean 'updated_at'?");
            assertThatThrownBy(
                            () -> Jdbc.table(crm.pool, "t").watermark("ratio").parts())
                    .hasMessageContaining("is of type DOUBLE");
            assertThatThrownBy(() -> Jdbc.table(crm.pool, "t").lookBack(1)).hasMessageContaining("watermark(column)");
        }
    }

    private static SourceDatabase source;

    @BeforeContainer
    static void open() {
        source = SourceDatabase.of(Dialect.DUCKDB);
    }

    @AfterContainer
    static void close() {
        source.close();
    }

    /** Each row form is in Bronze as often as it was ever in the source at once, whatever was late within the look-back. */
    @Property
    void loading_what_is_new_gives_what_loading_everything_gave(
            @ForAll @Size(max = 6) List<@Size(max = 5) List<@IntRange(max = 40) Integer>> steps) {
        Map<String, Long> expected = new TreeMap<>();
        List<String> there = new ArrayList<>();
        source.run("create or replace table t (id int, seen int)");
        try (Bronze bronze = new Bronze()) {
            BronzeSpec spec = null;
            int now = 0;
            for (List<Integer> step : steps) {
                now += 2;
                for (int n : step) {
                    // up to three late, or without a value
                    String at = n % 5 == 4 ? "null" : String.valueOf(now - n % 4);
                    source.run("insert into t values (" + n % 3 + ", " + at + ")");
                    there.add(n % 3 + " " + at);
                }
                spec = bronze.load(
                                Jdbc.table(source.pool, "t").watermark("seen").lookBack(3), spec)
                        .spec();
                for (String form : there) {
                    expected.merge(form, there.stream().filter(form::equals).count(), Math::max);
                }
            }
            Map<String, Long> found = new TreeMap<>();
            if (spec != null) {
                bronze.rows(spec).forEach(row -> found.merge(row.get(0) + " " + row.get(1), 1L, Long::sum));
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
