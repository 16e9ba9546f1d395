package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Deduplication.firstPer;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.sql.SilverDatabases.bronze;
import static io.medallion.sql.SilverDatabases.duplicates;
import static io.medallion.sql.SilverDatabases.insert;
import static io.medallion.sql.SilverDatabases.rejects;
import static io.medallion.sql.SilverDatabases.silver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.engines.EachDialect;
import io.medallion.spec.SilverSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** Every row of Bronze is kept, rejected or a duplicate, whatever the others are; and a build that is wrong is not published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilverDispositionTest {

    private SilverDatabases databases;

    @BeforeAll
    void start() throws Exception {
        databases = new SilverDatabases();
    }

    @AfterAll
    void stop() throws Exception {
        databases.close();
    }

    @ParameterizedTest
    @EachDialect
    void reads_the_batches_in_force_and_orders_them_by_sequence(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void a_missing_order_comes_before_every_other_and_a_missing_key_repeats_nothing(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void refused_rows_take_no_part_in_deduplication(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void keys_and_unique_checks_keep_the_first_row(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void uniqueness_is_judged_on_what_deduplication_leaves(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "id,mail", "1|a", "1|b", "2|a");
        SilverSpec spec = SilverSpec.of(
                        "orders", column("id").as(integer()), column("mail").check(unique()))
                .deduplicated(latestPer("id"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "id, mail")).containsExactly("1 | b | b1 | 2", "2 | a | b1 | 3");
    }

    @ParameterizedTest
    @EachDialect
    void a_check_that_fails_the_build_raises_and_leaves_the_last_version(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1");
        SilverSpec spec = SilverSpec.of(
                "orders", column("n").as(integer()).check(atLeast(1).orFail()));
        engine.run(engine.generator().build(spec));
        insert(engine, "b1", 2, "0", "-1");
        assertThatThrownBy(() -> engine.run(engine.generator().build(spec)))
                .hasMessageContaining(engine.named("silver.orders: 2 rows fail 'n: at least 1'"));
        assertThat(silver(engine, "n")).containsExactly("1 | b1 | 1");
        SilverSpec unique = SilverSpec.of("orders", column("n").check(unique().orFail()));
        insert(engine, "b1", 4, "0", "0");
        assertThatThrownBy(() -> engine.run(engine.generator().build(unique)))
                .hasMessageContaining(engine.named("silver.orders: 2 rows fail 'n: unique'"));
    }

    @ParameterizedTest
    @EachDialect
    void a_row_that_bronze_holds_twice_raises(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1");
        insert(engine, "b1", 1, "1");
        assertThatThrownBy(() -> engine.run(engine.generator()
                        .build(SilverSpec.of("orders", column("n").as(integer())))))
                .hasMessageContaining(engine.named("silver.orders: 1 addresses occur more than once"));
    }

    @ParameterizedTest
    @EachDialect
    void rows_far_apart_are_not_taken_for_one(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1");
        insert(engine, "b1", 65, "2");
        insert(engine, "b1", 1023, "3", "4", "5");
        insert(engine, "b0", 1, "6");
        SilverSpec spec = SilverSpec.of("orders", column("n").as(integer()));
        engine.run(engine.generator().build(spec));
        assertThat(engine.rows("select n from silver.orders order by n")).containsExactly("1", "2", "3", "4", "5", "6");
        insert(engine, "b1", 1025, "7");
        assertThatThrownBy(() -> engine.run(engine.generator().build(spec)))
                .hasMessageContaining(engine.named("silver.orders: 1 addresses occur more than once"));
    }

    @ParameterizedTest
    @EachDialect
    void a_row_that_is_lost_between_the_steps_raises(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1", "2");
        assertThatThrownBy(() -> {
                    for (SqlStatement statement : engine.generator()
                            .build(SilverSpec.of("orders", column("n").as(integer())))
                            .statements()) {
                        if (statement.step() == SqlScript.Step.AUDIT) {
                            engine.run("delete from silver.orders__next where n = 2");
                        }
                        engine.run(statement);
                    }
                })
                .hasMessageContaining(
                        engine.named("silver.orders: 2 rows of Bronze are not 1 kept, 0 rejected and 0 duplicates"));
    }

    @ParameterizedTest
    @EachDialect
    void counts_and_reasons_are_known_before_publishing(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "id,n,w", "1|1|x", "1|2|x", "2|x|y", "3|3|yy", "4|x|yy");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("id").as(integer()),
                        column("n").as(integer()),
                        column("w").check(lengthBetween(2, 9).named("long").orWarn(), unique().orWarn()))
                .deduplicated(latestPer("id"));
        SqlGenerator sql = engine.generator();
        engine.run(sql.build(spec).only(SqlScript.Step.STAGE, SqlScript.Step.AUDIT));
        assertThat(engine.rows(sql.counts(spec))).containsExactly("5 | 2 | 2 | 1");
        assertThat(engine.rows(sql.rejectCounts(spec))).containsExactly("n: not an integer | 2");
        assertThat(engine.rows(sql.warningCounts(spec))).containsExactly("w: long | 1");
        engine.run(sql.build(spec).only(SqlScript.Step.PREPARE, SqlScript.Step.PUBLISH, SqlScript.Step.CLEAN));
        assertThat(silver(engine, "id, n, w")).containsExactly("1 | 2 | x | b1 | 2", "3 | 3 | yy | b1 | 4");
        assertThat(engine.rows(
                        "select table_name from information_schema.tables where table_schema = 'silver' order by 1"))
                .containsExactly("orders", "orders__duplicates", "orders__rejects");
    }

    @ParameterizedTest
    @EachDialect
    void a_build_that_broke_off_is_in_nobodys_way(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1", "x");
        SqlScript build =
                engine.generator().build(SilverSpec.of("orders", column("n").as(integer())));
        engine.run(build.only(SqlScript.Step.STAGE));
        engine.run(build);
        engine.run(build);
        assertThat(silver(engine, "n")).containsExactly("1 | b1 | 1");
        assertThat(rejects(engine)).hasSize(1);
    }
}
