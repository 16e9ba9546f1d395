package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.between;
import static io.medallion.spec.Check.in;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.like;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Deduplication.firstPer;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import io.medallion.Dialect;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a build makes of rows, on every database that can be started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilverBuildTest {

    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    @BeforeAll
    void start() throws Exception {
        engines.put(Dialect.DUCKDB, Engine.duckDb());
        engines.put(Dialect.POSTGRES, Engine.postgres());
    }

    @AfterAll
    void stop() throws Exception {
        for (Engine engine : engines.values()) {
            engine.close();
        }
    }

    private static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()),
                    column("Order Date")
                            .named("ordered_on")
                            .as(date("dd.MM.yyyy"))
                            .check(notNull()),
                    column("amount")
                            .as(decimal(12, 2).decimalComma())
                            .nulls(NullPolicy.fillZero())
                            .check(atLeast(0)),
                    column("email")
                            .as(text().trimmed().lowerCase())
                            .check(matches("[^@]+@[^@]+").orWarn()))
            .deduplicated(latestPer("id").by("ordered_on"));

    /** Bronze with these rows, cells separated by {@code |}; {@code (null)} is NULL. */
    private static void bronze(Engine engine, String columns, String... rows) throws SQLException {
        SqlGenerator sql = engine.generator();
        for (String schema : List.of("bronze", "silver", "medallion")) {
            engine.run("drop schema if exists " + schema + " cascade");
        }
        engine.run(sql.ownTables());
        engine.run("create schema if not exists silver");
        engine.run(sql.create(BronzeSpec.of("orders", columns.split(",")).withRowHash(false)));
        engine.run("insert into medallion.batches (table_name, batch_id, sequence, in_force) values"
                + " ('orders', 'b1', 1, true), ('orders', 'b0', 2, true), ('orders', 'gone', 3, false),"
                + " ('other', 'b1', 1, true)");
        insert(engine, "b1", 1, rows);
    }

    private static void insert(Engine engine, String batch, int first, String... rows) throws SQLException {
        for (int i = 0; i < rows.length; i++) {
            StringBuilder values = new StringBuilder();
            for (String cell : rows[i].split("\\|", -1)) {
                values.append(cell.equals("(null)") ? "null, " : "'" + cell.replace("'", "''") + "', ");
            }
            engine.run("insert into bronze.orders values (" + values + "timestamp '2024-01-01 00:00:00', 's', 'f', '"
                    + batch + "', " + (first + i) + ", 1)");
        }
    }

    private static List<String> silver(Engine engine, String columns) throws SQLException {
        return engine.rows(
                "select " + columns + ", _batch_id, _row_number from silver.orders order by _batch_id, _row_number");
    }

    private static List<String> rejects(Engine engine) throws SQLException {
        return engine.rows("select _batch_id, _row_number, rule, column_name, value from silver.orders__rejects"
                + " order by _batch_id, _row_number, rule");
    }

    private static List<String> duplicates(Engine engine) throws SQLException {
        return engine.rows("select * from silver.orders__duplicates order by 1, 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void types_rejects_and_deduplicates(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(
                engine,
                "id,Order Date,amount,email",
                "1|31.01.2024|10,50|A@X.org",
                "1|01.02.2024|11,00|a@x.org",
                "2|30.02.2024|5|(null)",
                "3|02.02.2024||c@x.org",
                "x|(null)|-1|no mail");
        engine.run(engine.generator().build(ORDERS));
        assertThat(silver(engine, "*"))
                .containsExactly(
                        "1 | 2024-02-01 | 11.00 | a@x.org | b1 | 2 | b1 | 2",
                        "3 | 2024-02-02 | 0.00 | c@x.org | b1 | 4 | b1 | 4");
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 3 | ordered_on: not a date | ordered_on | 30.02.2024",
                        "b1 | 5 | amount: at least 0 | amount | -1",
                        "b1 | 5 | id: not an integer | id | x",
                        "b1 | 5 | ordered_on: not null | ordered_on | null");
        assertThat(duplicates(engine)).containsExactly("b1 | 1 | b1 | 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void reads_the_batches_in_force_and_orders_them_by_sequence(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,day", "1|01.01.2024", "2|(null)");
        insert(engine, "b0", 1, "1|01.01.2024", "2|(null)");
        insert(engine, "gone", 1, "1|31.12.2024", "3|31.12.2024");
        SilverSpec spec = SilverSpec.of(
                "orders", column("id").as(integer()), column("day").as(date("dd.MM.yyyy")));
        engine.run(engine.generator().build(spec.deduplicated(latestPer("id").by("day"))));
        assertThat(silver(engine, "id, day")).containsExactly("1 | 2024-01-01 | b0 | 1", "2 | null | b0 | 2");
        assertThat(duplicates(engine)).containsExactly("b1 | 1 | b0 | 1", "b1 | 2 | b0 | 2");
        engine.run(engine.generator().build(spec.deduplicated(firstPer("id").by("day"))));
        assertThat(silver(engine, "id, day")).containsExactly("1 | 2024-01-01 | b1 | 1", "2 | null | b1 | 2");
        assertThat(duplicates(engine)).containsExactly("b0 | 1 | b1 | 1", "b0 | 2 | b1 | 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_missing_order_comes_before_every_other_and_a_missing_key_repeats_nothing(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,day", "1|02.01.2024", "1|(null)", "(null)|x", "(null)|01.01.2024", "(null)|(null)");
        SilverSpec spec = SilverSpec.of(
                "orders", column("id").as(integer()), column("day").as(date("dd.MM.yyyy")));
        engine.run(engine.generator().build(spec.deduplicated(latestPer("id").by("day"))));
        assertThat(silver(engine, "id, day"))
                .containsExactly("1 | 2024-01-02 | b1 | 1", "null | 2024-01-01 | b1 | 4", "null | null | b1 | 5");
        engine.run(engine.generator().build(spec.deduplicated(firstPer("id").by("day"))));
        assertThat(silver(engine, "id, day"))
                .containsExactly("1 | null | b1 | 2", "null | 2024-01-01 | b1 | 4", "null | null | b1 | 5");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void refused_rows_take_no_part_in_deduplication(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,amount", "1|10", "1|x");
        SilverSpec spec = SilverSpec.of(
                        "orders", column("id").as(integer()), column("amount").as(decimal(9, 2)))
                .deduplicated(latestPer("id"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "id, amount")).containsExactly("1 | 10.00 | b1 | 1");
        assertThat(rejects(engine)).containsExactly("b1 | 2 | amount: not a number | amount | x");
        assertThat(duplicates(engine)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void keys_and_unique_checks_keep_the_first_row(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "a,b,c", "1|x|p", "1|x|q", "1|y|p", "(null)|z|r", "2|z|(null)", "2|w|(null)");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("a").as(integer()),
                        column("b"),
                        column("c").check(unique()))
                .key("a", "b");
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "a, b, c"))
                .containsExactly("1 | x | p | b1 | 1", "2 | z | null | b1 | 5", "2 | w | null | b1 | 6");
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 2 | a, b: not unique | null | null",
                        "b1 | 3 | c: unique | c | p",
                        "b1 | 4 | a: missing | a | null");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void uniqueness_is_judged_on_what_deduplication_leaves(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,mail", "1|a", "1|b", "2|a");
        SilverSpec spec = SilverSpec.of(
                        "orders", column("id").as(integer()), column("mail").check(unique()))
                .deduplicated(latestPer("id"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "id, mail")).containsExactly("1 | b | b1 | 2", "2 | a | b1 | 3");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void every_check_names_what_fails_it(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(
                engine,
                "n,t,u",
                "5|abc|x",
                "0|abc|x",
                "11|abc|x",
                "5|a|x",
                "5|abc|50%",
                "5|zzz|x",
                "(null)|(null)|(null)",
                "5|ABC|x\ny");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("n").as(integer()).check(between(1, 10)),
                        column("t")
                                .check(
                                        lengthBetween(2, 3),
                                        in("abc", "a", "ABC"),
                                        like("a%").named("begins with a")),
                        column("u")
                                .check(
                                        matches("[a-z]+"),
                                        like("%\\%").named("percent").orWarn()))
                .check(that("n < 9 OR u = 'x'").named("n goes with u"));
        engine.run(engine.generator().build(spec));
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 2 | n: between 1 and 10 | n | 0",
                        "b1 | 3 | n: between 1 and 10 | n | 11",
                        "b1 | 4 | t: between 2 and 3 characters | t | a",
                        "b1 | 5 | u: matches [a-z]+ | u | 50%",
                        "b1 | 6 | t: begins with a | t | zzz",
                        "b1 | 6 | t: one of 'abc', 'a', 'ABC' | t | zzz",
                        "b1 | 8 | t: begins with a | t | ABC",
                        "b1 | 8 | u: matches [a-z]+ | u | x\ny");
        assertThat(silver(engine, "n, t, u")).containsExactly("5 | abc | x | b1 | 1", "null | null | null | b1 | 7");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void missing_is_what_is_blank_or_a_null_word(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n,t,u", "-999|NA|NA", " NA | NA |\u00A0", "|na|", "7|  |x");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("n")
                        .as(integer())
                        .nullWords("NA", "-999")
                        .nulls(NullPolicy.fill(-1))
                        .flagMissing(),
                column("t").nullWords("NA").flagMissing(),
                column("u").as(text().trimmed().blankAsMissing()).nulls(NullPolicy.fillUnknown()));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "n, is_n_missing, t, is_t_missing, u"))
                .containsExactly(
                        "-1 | true | null | true | NA | b1 | 1",
                        "-1 | true | null | true | unknown | b1 | 2",
                        "-1 | true | na | false | unknown | b1 | 3",
                        "7 | false |    | false | x | b1 | 4");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void missing_values_that_drop_the_row_are_not_called_unreadable(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n", "", "x", "1");
        SilverSpec spec = SilverSpec.of(
                "orders", column("n").as(integer()).nulls(NullPolicy.dropRow()).check(notNull()));
        engine.run(engine.generator().build(spec));
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 1 | n: missing | n | ",
                        "b1 | 1 | n: not null | n | ",
                        "b1 | 2 | n: not an integer | n | x");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_computed_column_is_refused_where_a_cast_taken_fails(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "a,b", "1|2", "x|2", "n/a|2", "(null)|2", "3000000000|1", "1|zero");
        SilverSpec spec = SilverSpec.of(
                "orders",
                computed(
                        "total",
                        expression(
                                "CASE WHEN a = 'n/a' THEN NULL ELSE CAST(a AS INTEGER) + 1 END", ColumnType.INTEGER)),
                computed("pair", expression("concat(a, '-', b)", ColumnType.TEXT)),
                computed("number", expression("b", ColumnType.BIGINT)).nulls(NullPolicy.fillZero()));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "total, pair, number"))
                .containsExactly("2 | 1-2 | 2 | b1 | 1", "null | n/a-2 | 2 | b1 | 3", "null | -2 | 2 | b1 | 4");
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 2 | total: not an integer | total | x",
                        "b1 | 5 | total: not an integer | total | 3000000000",
                        "b1 | 6 | number: not an integer | number | zero");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_computed_number_is_not_rounded_into_its_type(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "a", "1.50", "1.55");
        SilverSpec spec =
                SilverSpec.of("orders", computed("x", expression("CAST(a AS DECIMAL(9,2))", ColumnType.decimal(9, 1))));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "x")).containsExactly("1.5 | b1 | 1");
        assertThat(rejects(engine)).containsExactly("b1 | 2 | x: not a number | x | 1.55");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_check_that_fails_the_build_raises_and_leaves_the_last_version(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n", "1");
        SilverSpec spec = SilverSpec.of(
                "orders", column("n").as(integer()).check(atLeast(1).orFail()));
        engine.run(engine.generator().build(spec));
        insert(engine, "b1", 2, "0", "-1");
        assertThatThrownBy(() -> engine.run(engine.generator().build(spec)))
                .hasMessageContaining("silver.orders: 2 rows fail 'n: at least 1'");
        assertThat(silver(engine, "n")).containsExactly("1 | b1 | 1");
        SilverSpec unique = SilverSpec.of("orders", column("n").check(unique().orFail()));
        insert(engine, "b1", 4, "0", "0");
        assertThatThrownBy(() -> engine.run(engine.generator().build(unique)))
                .hasMessageContaining("silver.orders: 2 rows fail 'n: unique'");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_row_that_bronze_holds_twice_raises(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n", "1");
        insert(engine, "b1", 1, "1");
        assertThatThrownBy(() -> engine.run(engine.generator()
                        .build(SilverSpec.of("orders", column("n").as(integer())))))
                .hasMessageContaining("silver.orders: 1 addresses occur more than once");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_row_that_is_lost_between_the_steps_raises(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n", "1", "2");
        assertThatThrownBy(() -> {
                    for (SqlStatement statement : engine.generator()
                            .build(SilverSpec.of("orders", column("n").as(integer())))
                            .statements()) {
                        if (statement.step() == SqlScript.Step.AUDIT) {
                            engine.run("delete from silver.orders__next where n = 2");
                        }
                        engine.run(statement.text());
                    }
                })
                .hasMessageContaining("silver.orders: 2 rows of Bronze are not 1 kept, 0 rejected and 0 duplicates");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void counts_and_reasons_are_known_before_publishing(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,n,w", "1|1|x", "1|2|x", "2|x|y", "3|3|yy", "4|x|yy");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("id").as(integer()),
                        column("n").as(integer()),
                        column("w").check(lengthBetween(2, 9).named("long").orWarn(), unique().orWarn()))
                .deduplicated(latestPer("id"));
        SqlGenerator sql = engine.generator();
        engine.run(sql.build(spec).only(SqlScript.Step.STAGE, SqlScript.Step.AUDIT));
        assertThat(engine.rows(sql.counts(spec).text())).containsExactly("5 | 2 | 2 | 1");
        assertThat(engine.rows(sql.rejectCounts(spec).text())).containsExactly("n: not an integer | 2");
        assertThat(engine.rows(sql.warningCounts(spec).text())).containsExactly("w: long | 1");
        engine.run(sql.build(spec).only(SqlScript.Step.PUBLISH, SqlScript.Step.CLEAN));
        assertThat(silver(engine, "id, n, w")).containsExactly("1 | 2 | x | b1 | 2", "3 | 3 | yy | b1 | 4");
        assertThat(engine.rows(
                        "select table_name from information_schema.tables where table_schema = 'silver' order by 1"))
                .containsExactly("orders", "orders__duplicates", "orders__rejects");
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void a_build_that_broke_off_is_in_nobodys_way(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "n", "1", "x");
        SqlScript build =
                engine.generator().build(SilverSpec.of("orders", column("n").as(integer())));
        engine.run(build.only(SqlScript.Step.STAGE));
        engine.run(build);
        engine.run(build);
        assertThat(silver(engine, "n")).containsExactly("1 | b1 | 1");
        assertThat(rejects(engine)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUCKDB", "POSTGRES"})
    void the_preview_shows_the_first_rows_before_and_after(Dialect database) throws Exception {
        Engine engine = engines.get(database);
        bronze(engine, "id,Order Date", "x|31.12.2024", "2|31.02.2024", "3|01.01.2024");
        insert(engine, "b0", 1, "4|01.01.2024");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("id").as(integer()).check(notNull()),
                column("Order Date").as(date("dd.MM.yyyy")));
        assertThat(engine.rows(engine.generator().preview(spec, 3).text()))
                .containsExactly(
                        "b1 | 1 | x | 31.12.2024 | null | 2024-12-31 | id: not an integer",
                        "b1 | 2 | 2 | 31.02.2024 | 2 | null | order_date: not a date",
                        "b1 | 3 | 3 | 01.01.2024 | 3 | 2024-01-01 | null");
    }
}
