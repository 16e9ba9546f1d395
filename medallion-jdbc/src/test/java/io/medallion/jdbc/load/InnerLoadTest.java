package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InnerLoadTest {

    private static final List<String> METADATA =
            List.of("_row_number", "_row_hash", "_loaded_at", "_source_id", "_schema_version");

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void both_ways_give_the_same_rows_hashes_and_content(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            Jdbc inside = Jdbc.table(shop.pool, "t");
            LoadResult inner = bronze.load(inside);
            List<List<@Nullable String>> rows = all(bronze, inner.spec());
            assertThat(rows).hasSize(4);

            try (Bronze other = new Bronze()) {
                LoadResult outer = other.load(inside);

                assertThat(all(other, outer.spec())).isEqualTo(rows);
                assertThat(outer.batches().get(0).batch().contentHash())
                        .isEqualTo(inner.batches().get(0).batch().contentHash());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_pool_of_one_is_enough_and_the_same_content_adds_nothing(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            Jdbc source = Jdbc.query(shop.pool, "q", "select id, note from t");
            BronzeSpec spec = bronze.load(source).spec();
            assertThat(bronze.load(source, spec).batches().get(0).added()).isFalse();
            assertThat(bronze.stored("q")).isEqualTo(4);

            shop.run("delete from t where id = 1", "insert into t (id, note) values (1, 'other')");
            assertThat(bronze.load(source, spec).batches().get(0).added()).isTrue();
            assertThat(bronze.rows(spec)).hasSize(4).contains(row("1", "other"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void what_was_read_row_by_row_before_is_known_inside(Dialect dialect) {
        try (EngineUnderTest engine = EngineUnderTest.of(dialect);
                Bronze bronze = new Bronze(engine)) {
            bronze.database.read(session -> session.update("create table public_t as select 1 as id, 'x' as note"));
            Jdbc source = Jdbc.table(engine.dataSource(), "public_t");
            List<SourcePart> parts = source.parts();
            Map<SourcePart, Way> ways = new IdentityHashMap<>(Map.of(parts.get(0), Way.STREAMED));
            BronzeSpec spec = new BronzeLoader(bronze.database)
                    .load(LoadRequest.of("shop", source, null), parts, ways)
                    .spec();

            assertThat(bronze.load(source, spec).batches().get(0).added()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void an_ordered_query_numbers_its_rows_in_that_order(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            String numbers = dialect == Dialect.DUCKDB ? "range(0, 5000) r(n)" : "generate_series(0, 4999) r(n)";
            BronzeSpec spec = bronze.load(Jdbc.query(
                            shop.pool, "q", "select n from " + numbers + " order by (n * 7919) % 5003, n -- shuffled"))
                    .spec();

            assertThat(bronze.column(spec.table(), "n"))
                    .isEqualTo(IntStream.range(0, 5000)
                            .boxed()
                            .sorted(Comparator.comparing(n -> n * 7919 % 5003))
                            .map(String::valueOf)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_watermark_goes_on_inside(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            shop.run(
                    "create table orders (id int, changed timestamp)",
                    "insert into orders values (1, '2024-03-31 02:30:00'), (2, '2024-03-31 02:30:00.5')");
            Jdbc orders = Jdbc.table(shop.pool, "orders").watermark("changed").lookBack(Duration.ofSeconds(1));
            BronzeSpec spec = bronze.load(orders).spec();
            assertThat(spec.batches()).isEqualTo(BatchMode.ADD);

            shop.run("insert into orders values (3, '2024-03-31 02:30:00'), (4, '2024-03-31 02:29:00'), (5, null),"
                    + " (2, '2024-03-31 02:30:00.5')");
            assertThat(bronze.load(orders, spec).batches().get(0).batch().rows())
                    .isEqualTo(3);
            assertThat(bronze.load(orders, spec).changed()).isFalse();
            assertThat(bronze.column("orders", "id")).containsExactlyInAnyOrder("1", "2", "3", "5", "2");
        }
    }

    @Test
    void columns_come_and_go_inside() {
        try (SourceDatabase shop = shop(Dialect.POSTGRES);
                Bronze bronze = bronze(shop)) {
            shop.run("create table c (a int, b int)", "insert into c values (1, 2)");
            Jdbc source = Jdbc.table(shop.pool, "c");
            BronzeSpec spec = bronze.load(source).spec();
            shop.run("alter table c drop column a", "alter table c add column d text default 'x'");
            BronzeSpec evolved = bronze.load(source, spec).spec();

            assertThat(bronze.rows(evolved)).containsExactly(row(null, "2", "x"));
            assertThat(bronze.rows("c", List.of("_row_hash")).get(0).get(0))
                    .isEqualTo(new RowHash(evolved.columns()).of(new String[] {null, "2", "x"}));
        }
    }

    @Test
    void many_columns_have_the_canonical_hash() {
        try (SourceDatabase shop = shop(Dialect.POSTGRES);
                Bronze bronze = bronze(shop)) {
            List<String> values =
                    IntStream.range(0, 150).mapToObj(i -> i + " as n" + i).toList();
            BronzeSpec spec = bronze.load(Jdbc.query(shop.pool, "q", "select " + String.join(", ", values)))
                    .spec();
            String[] row = IntStream.range(0, 150).mapToObj(String::valueOf).toArray(String[]::new);

            assertThat(bronze.column("q", "_row_hash")).containsExactly(new RowHash(spec.columns()).of(row));
        }
    }

    @Test
    void values_that_differ_each_time_are_made_once() {
        try (SourceDatabase shop = shop(Dialect.DUCKDB);
                Bronze bronze = bronze(shop)) {
            bronze.load(Jdbc.query(shop.pool, "q", "select uuid() as a, uuid() as b from range(100)"));
            List<List<@Nullable String>> rows = bronze.rows("q", List.of("a", "b", "_row_hash"));

            assertThat(rows).hasSize(100).allSatisfy(row -> assertThat(row.get(2))
                    .isEqualTo(new RowHash(List.of("a", "b")).of(new String[] {row.get(0), row.get(1)})));
        }
    }

    @Test
    void what_has_to_be_rejected_is_read_row_by_row() {
        try (SourceDatabase shop = SourceDatabase.of(Dialect.DUCKDB, 2);
                Bronze bronze = bronze(shop)) {
            bronze.load(Jdbc.query(shop.pool, "q", "select 'a' || chr(0) as x union all select 'b'"));

            assertThat(bronze.column("q", "x")).containsExactly("b");
            assertThat(bronze.rejects("q")).hasSize(1);
        }
    }

    @Test
    void a_query_that_fails_leaves_nothing() {
        try (SourceDatabase shop = SourceDatabase.of(Dialect.POSTGRES, 2);
                Bronze bronze = bronze(shop)) {
            Jdbc source = Jdbc.query(shop.pool, "q", "select 10 / (n - 3000) as x from generate_series(1, 5000) n");

            assertThatThrownBy(() -> bronze.load(source)).hasMessageContaining("division by zero");
            assertThat(bronze.exists("q")).isFalse();
            assertThat(bronze.batches("q")).isEmpty();
        }
    }

    @Test
    void reading_beside_a_load_without_a_second_connection_is_told() {
        try (SourceDatabase shop = shop(Dialect.POSTGRES);
                Bronze bronze = bronze(shop)) {
            Jdbc source = Jdbc.query(shop.pool, "q", "select 0.5::float8 as x");

            assertThatThrownBy(() -> bronze.load(source))
                    .hasMessageContaining("has a connection to spare: reading rows takes one beside that of the load");
            assertThat(bronze.exists("q")).isFalse();
        }
    }

    /** A database with a table of every type that stays inside. */
    private static SourceDatabase shop(Dialect dialect) {
        SourceDatabase shop = SourceDatabase.of(dialect);
        boolean postgres = dialect == Dialect.POSTGRES;
        shop.run(
                "create table t (id int, big bigint, price decimal(38,9), note varchar(40), flag boolean, day date,"
                        + " clock time, moment timestamp, instant timestamp with time zone, bytes_ "
                        + (postgres ? "bytea" : "blob") + ", key_ uuid)",
                "insert into t values (1, -9223372036854775807, -0.5, '', true, '0001-01-01', '00:00:00',"
                        + " '1582-10-10 00:00:00.000001', '2024-03-31 02:30:00+02', '', null),"
                        + " (2, 0, 12345678901234567890123456789.123456789, 'ẞ😀e\u0301 ', false, '9999-12-31', '23:59:59.5',"
                        + " '9999-12-31 23:59:59.999999', '0001-01-01 00:00:00+00', '\\x00',"
                        + " '00112233-4455-6677-8899-aabbccddeeff'),"
                        + " (3, null, null, null, null, null, null, null, null, null, null),"
                        + " (4, 4, 0, 'a|b', true, '2024-02-29', '12:00:00', '2024-02-29 12:00:00', '2024-02-29 12:00:00+00', 'abc', null)");
        return shop;
    }

    private static Bronze bronze(SourceDatabase shop) {
        return new Bronze(new EngineUnderTest(shop.dialect, shop.pool, () -> {}));
    }

    private static List<List<@Nullable String>> all(Bronze bronze, BronzeSpec spec) {
        List<String> columns = new ArrayList<>(spec.columns());
        columns.addAll(METADATA);
        return bronze.rows(spec.table(), columns);
    }
}
