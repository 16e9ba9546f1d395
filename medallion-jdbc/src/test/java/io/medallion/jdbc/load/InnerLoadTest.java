package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.EachDialect;
import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.WrittenTable;
import io.medallion.jdbc.store.BronzeRejectRow;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InnerLoadTest {

    private static final List<String> METADATA =
            List.of("_row_number", "_row_hash", "_loaded_at", "_source_id", "_schema_version");

    @ParameterizedTest
    @EachDialect(but = Dialect.MYSQL)
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
    @EachDialect(but = Dialect.MYSQL)
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
    @EachDialect(but = Dialect.MYSQL)
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
    @EachDialect(but = Dialect.MYSQL)
    void an_ordered_query_numbers_its_rows_in_that_order(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            String numbers =
                    switch (dialect) {
                        case DUCKDB -> "(select n from range(0, 5000) r(n)) r";
                        case POSTGRES -> "generate_series(0, 4999) r(n)";
                        case MARIADB, MYSQL -> "(select seq as n from seq_0_to_4999) r";
                    };
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
    @EachDialect(but = Dialect.MYSQL)
    void a_watermark_goes_on_inside(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            shop.run(
                    "create table orders (id int, changed "
                            + (dialect == Dialect.MARIADB ? "datetime(3))" : "timestamp)"),
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

    @ParameterizedTest
    @EachDialect(but = Dialect.MYSQL)
    void columns_come_and_go_inside(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
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

    @ParameterizedTest
    @EachDialect(but = Dialect.MYSQL)
    void many_columns_have_the_canonical_hash(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            List<String> values =
                    IntStream.range(0, 150).mapToObj(i -> i + " as n" + i).toList();
            BronzeSpec spec = bronze.load(Jdbc.query(shop.pool, "q", "select " + String.join(", ", values)))
                    .spec();
            String[] row = IntStream.range(0, 150).mapToObj(String::valueOf).toArray(String[]::new);

            assertThat(bronze.column("q", "_row_hash")).containsExactly(new RowHash(spec.columns()).of(row));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "MARIADB"})
    void values_that_differ_each_time_are_made_once(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            String numbers = dialect == Dialect.DUCKDB ? "range(100)" : "seq_1_to_100";
            bronze.load(Jdbc.query(shop.pool, "q", "select uuid() as a, uuid() as b from " + numbers));
            List<List<@Nullable String>> rows = bronze.rows("q", List.of("a", "b", "_row_hash"));

            assertThat(rows).hasSize(100).allSatisfy(row -> assertThat(row.get(2))
                    .isEqualTo(new RowHash(List.of("a", "b")).of(new String[] {row.get(0), row.get(1)})));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "MARIADB"})
    void what_has_to_be_rejected_is_read_row_by_row(Dialect dialect) {
        try (SourceDatabase shop = SourceDatabase.of(dialect, 2);
                Bronze bronze = bronze(shop)) {
            String nul = dialect == Dialect.DUCKDB ? "chr(0)" : "char(0 using utf8mb4)";
            shop.run("create table r (x varchar(10))", "insert into r values (concat('a', " + nul + ")), ('b')");
            bronze.load(Jdbc.query(shop.pool, "q", "select x from r"));

            assertThat(bronze.column("q", "x")).containsExactly("b");
            assertThat(bronze.rejects("q")).hasSize(1);
        }
    }

    /** Half of a packet is 8 MiB; hexadecimal digits of so many bytes are more than a whole one. */
    @ParameterizedTest
    @ValueSource(strings = {"longtext", "longblob"})
    void what_is_too_long_for_mariadb_is_rejected(String type) {
        try (SourceDatabase shop = SourceDatabase.of(Dialect.MARIADB, 2);
                Bronze bronze = bronze(shop)) {
            shop.run(
                    "create table r (id int, x " + type + ")",
                    "insert into r values (1, repeat('x', 9000000)), (2, 'b')");
            bronze.load(Jdbc.table(shop.pool, "r"));

            assertThat(bronze.column("r", "id")).containsExactly("2");
            assertThat(bronze.rejects("r"))
                    .extracting(BronzeRejectRow::reason)
                    .first()
                    .asString()
                    .contains("is longer than");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRADITIONAL", "", "STRICT_ALL_TABLES"})
    void days_that_the_settings_of_the_host_would_change_are_kept(String mode) {
        try (SourceDatabase shop = SourceDatabase.of(Dialect.MARIADB);
                HikariDataSource pool = new HikariDataSource()) {
            shop.run(
                    "set sql_mode = 'ALLOW_INVALID_DATES'",
                    "create table d (x datetime(1))",
                    "insert into d values ('2024-02-31 10:00:00.5'), ('0000-00-00'), ('2024-00-15 01:00:00'), ('2024-02-29')");
            pool.setJdbcUrl(shop.pool.getJdbcUrl());
            pool.setMaximumPoolSize(2);
            pool.setConnectionInitSql("set sql_mode = '" + mode + "'");
            Bronze bronze = new Bronze(new EngineUnderTest(Dialect.MARIADB, pool, () -> {}));
            for (Jdbc source : List.of(Jdbc.table(pool, "d"), Jdbc.query(pool, "q", "select x from d"))) {
                assertThat(bronze.rows(bronze.load(source).spec()))
                        .containsExactly(
                                row("2024-02-31 10:00:00.5"),
                                row("0000-00-00 00:00:00.0"),
                                row("2024-00-15 01:00:00.0"),
                                row("2024-02-29T00:00:00"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void a_query_that_fails_leaves_nothing(Dialect dialect) {
        try (SourceDatabase shop = SourceDatabase.of(dialect, 2);
                Bronze bronze = bronze(shop)) {
            boolean maria = dialect == Dialect.MARIADB;
            Jdbc source = Jdbc.query(
                    shop.pool,
                    "q",
                    maria
                            ? "select (select n.seq union select n.seq + (n.seq = 3000)) as x from seq_1_to_5000 n"
                            : "select 10 / (n - 3000) as x from generate_series(1, 5000) n");

            assertThatThrownBy(() -> bronze.load(source))
                    .hasMessageContaining(maria ? "more than 1 row" : "division by zero");
            assertThat(bronze.exists("q")).isFalse();
            assertThat(bronze.batches("q")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void reading_beside_a_load_without_a_second_connection_is_told(Dialect dialect) {
        try (SourceDatabase shop = shop(dialect);
                Bronze bronze = bronze(shop)) {
            String real = dialect == Dialect.MARIADB ? "cast(0.5 as float)" : "0.5::float8";
            Jdbc source = Jdbc.query(shop.pool, "q", "select " + real + " as x");

            assertThatThrownBy(() -> bronze.load(source))
                    .hasMessageContaining("has a connection to spare: reading rows takes one beside that of the load");
            assertThat(bronze.exists("q")).isFalse();
        }
    }

    /** One connection is enough only as long as the rows stay inside. */
    @ParameterizedTest
    @ValueSource(strings = {"groups", "merged"})
    void views_of_mariadb_stay_inside_with_what_is_stored_or_whole(String view) {
        try (SourceDatabase shop = SourceDatabase.of(Dialect.MARIADB);
                Bronze bronze = bronze(shop)) {
            shop.run(
                    "create table g (k int, x decimal(5,5), t varchar(40), d datetime(6))",
                    "insert into g values (1, -0.12345, 'abc', '2024-01-31 10:20:30.5'), (1, -0.5, 'ä', null),"
                            + " (2, -0.99999, repeat('z', 40), '0001-01-01'), (3, null, null, null)",
                    "create view `groups` as select k, count(*) as n, -max(k) as low, min(date(d)) as day"
                            + " from g group by k",
                    "create view merged as select k, x as a, t as b, d as c from g where x < -0.4");
            Jdbc query = Jdbc.query(shop.pool, "q", "select * from `" + view + "` order by k");
            for (Jdbc source : List.of(query, Jdbc.table(shop.pool, view))) {
                assertThat(bronze.rows(bronze.load(source).spec()))
                        .isEqualTo(WrittenTable.read(source.parts().get(0)));
            }
        }
    }

    /** A database with a table of every type that stays inside. */
    private static SourceDatabase shop(Dialect dialect) {
        SourceDatabase shop = SourceDatabase.of(dialect);
        boolean maria = dialect == Dialect.MARIADB;
        shop.run(
                "create table t (id int, big bigint, price decimal(38,9), note varchar(40)"
                        + (maria ? " character set utf8mb4" : "") + ", flag boolean, day date, clock "
                        + (maria ? "time(1)" : "time") + ", moment " + (maria ? "datetime(6)" : "timestamp")
                        + ", instant " + (maria ? "timestamp null" : "timestamp with time zone") + ", bytes_ "
                        + (dialect == Dialect.POSTGRES ? "bytea" : "blob") + ", key_ uuid)",
                "insert into t values (1, -9223372036854775807, -0.5, '', true, '0001-01-01', '00:00:00',"
                        + " '1582-10-10 00:00:00.000001', '2024-03-31 02:30:00" + (maria ? "" : "+02") + "', '', null),"
                        + " (2, 0, 12345678901234567890123456789.123456789, 'ẞ😀e\u0301 ', false, '9999-12-31', '23:59:59.5',"
                        + " '9999-12-31 23:59:59.999999', "
                        + (maria ? "'2037-12-31 00:00:00', x'00'," : "'0001-01-01 00:00:00+00', '\\x00',")
                        + " '00112233-4455-6677-8899-aabbccddeeff'),"
                        + " (3, null, null, null, null, null, null, null, null, null, null),"
                        + " (4, 4, 0, 'a|b', true, '2024-02-29', '12:00:00', '2024-02-29 12:00:00', '2024-02-29 12:00:00"
                        + (maria ? "" : "+00") + "', 'abc', null)");
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
