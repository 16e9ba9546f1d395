package io.medallion.sql;

import static io.medallion.spec.Check.atMost;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.NullPolicy.forward;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.sql.SilverDatabases.bronze;
import static io.medallion.sql.SilverDatabases.duplicates;
import static io.medallion.sql.SilverDatabases.insert;
import static io.medallion.sql.SilverDatabases.rejects;
import static io.medallion.sql.SilverDatabases.silver;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.EachDialect;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** The last value before: from which rows, in which order, into which rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardFillTest {

    private static final SilverSpec READINGS = SilverSpec.of(
            "orders",
            column("device").as(text().blankAsMissing()),
            column("day").as(date("yyyy-MM-dd")),
            column("value")
                    .as(integer())
                    .nulls(forward().by("day").per("device"))
                    .flagMissing());

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
    void takes_the_last_value_before_in_order_and_group(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(
                engine,
                "device,day,value",
                "a|2024-01-03|",
                "a|2024-01-01|1",
                "b|2024-01-02|",
                "a|2024-01-02|2",
                "b|2024-01-03|7",
                "a|2024-01-05|(null)",
                "a||9",
                "a||",
                "|2024-01-09|",
                "|2024-01-08|8");
        engine.run(engine.generator().build(READINGS));
        assertThat(silver(engine, "device, day, value, is_value_missing"))
                .containsExactly(
                        "a | 2024-01-03 | 2 | true | b1 | 1",
                        "a | 2024-01-01 | 1 | false | b1 | 2",
                        "b | 2024-01-02 | null | true | b1 | 3",
                        "a | 2024-01-02 | 2 | false | b1 | 4",
                        "b | 2024-01-03 | 7 | false | b1 | 5",
                        "a | 2024-01-05 | 2 | true | b1 | 6",
                        "a | null | 9 | false | b1 | 7",
                        "a | null | null | true | b1 | 8",
                        "null | 2024-01-09 | null | true | b1 | 9",
                        "null | 2024-01-08 | 8 | false | b1 | 10");
    }

    @ParameterizedTest
    @EachDialect
    void rows_equal_in_order_stand_in_the_order_of_loading(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "device,day,value", "a|2024-01-01|1", "a|2024-01-01|2", "a|2024-01-01|", "a|2024-01-02|");
        insert(engine, "b0", 1, "a|2024-01-01|3");
        insert(engine, "gone", 1, "a|2024-01-01|4");
        engine.run(engine.generator().build(READINGS));
        assertThat(silver(engine, "value"))
                .containsExactly("3 | b0 | 1", "1 | b1 | 1", "2 | b1 | 2", "2 | b1 | 3", "3 | b1 | 4");
        engine.run(engine.generator().build(READINGS.withColumn("value", c -> c.nulls(forward()))));
        assertThat(silver(engine, "value"))
                .containsExactly("3 | b0 | 1", "1 | b1 | 1", "2 | b1 | 2", "2 | b1 | 3", "2 | b1 | 4");
    }

    @ParameterizedTest
    @EachDialect
    void a_row_that_is_refused_gives_nothing(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(
                engine,
                "device,day,value",
                "a|2024-01-01|1",
                "a|2024-01-02|x",
                "a|2024-01-03|",
                "a|2024-01-04|500",
                "a|2024-01-05|",
                "?|2024-01-06|6",
                "a|2024-01-07|",
                "(null)|2024-01-08|8",
                "a|2024-01-09|");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("device").nulls(NullPolicy.dropRow()),
                        column("day").as(date("yyyy-MM-dd")),
                        column("value").as(integer()).nulls(forward().by("day")).check(atMost(100)))
                .check(that("device <> '?'").named("known device"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "value"))
                .containsExactly("1 | b1 | 1", "1 | b1 | 3", "1 | b1 | 5", "1 | b1 | 7", "1 | b1 | 9");
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 2 | value: not an integer | value | x",
                        "b1 | 4 | value: at most 100 | value | 500",
                        "b1 | 6 | known device | null | null",
                        "b1 | 8 | device: missing | device | null");
    }

    @ParameterizedTest
    @EachDialect
    void checks_see_what_is_filled_in(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "a,b", "|1", "5|1", "|9", "|2", "7|", "|");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("a").as(integer()).nulls(forward()).check(notNull()),
                        column("b").as(integer()).nulls(forward()))
                .check(that("a IS NULL OR b IS NULL OR b < a").named("b below a"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "a, b"))
                .as("9 is refused beside the 5 that is filled in, but was never at fault itself: it gives")
                .containsExactly("5 | 1 | b1 | 2", "5 | 2 | b1 | 4", "7 | 2 | b1 | 5", "7 | 2 | b1 | 6");
        assertThat(rejects(engine)).containsExactly("b1 | 1 | a: not null | a | ", "b1 | 3 | b below a | null | null");
    }

    @ParameterizedTest
    @EachDialect
    void keys_and_duplicates_are_found_on_filled_rows(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "k,u,flag", "|x|y", "1|x|y", "|x|", "2|y|n", "|z|", "3|z|");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("k").as(integer()).nulls(forward()),
                        column("u").check(unique()),
                        column("flag").as(yesNo("y", "n")).nulls(forward()))
                .key("k")
                .deduplicated(latestPer("k"));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "k, u, flag")).containsExactly("1 | x | true | b1 | 3", "2 | z | false | b1 | 5");
        assertThat(duplicates(engine)).containsExactly("b1 | 2 | b1 | 3", "b1 | 4 | b1 | 5");
        assertThat(rejects(engine)).containsExactly("b1 | 1 | k: missing | k | ", "b1 | 6 | u: unique | u | z");
    }

    @ParameterizedTest
    @EachDialect
    void the_preview_fills_from_rows_it_does_not_show(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "device,day,value", "a|2024-01-03|", "a|2024-01-04|", "a|2024-01-01|1");
        assertThat(engine.rows(engine.generator().preview(READINGS, 2)))
                .containsExactly(
                        "b1 | 1 | a | 2024-01-03 |  | a | 2024-01-03 | 1 | null",
                        "b1 | 2 | a | 2024-01-04 |  | a | 2024-01-04 | 1 | null");
    }
}
