package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.between;
import static io.medallion.spec.Check.in;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.like;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.computed;
import static io.medallion.sql.SilverDatabases.bronze;
import static io.medallion.sql.SilverDatabases.duplicates;
import static io.medallion.sql.SilverDatabases.insert;
import static io.medallion.sql.SilverDatabases.rejects;
import static io.medallion.sql.SilverDatabases.silver;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.engines.EachDialect;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** What a build makes of each row by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilverBuildTest {

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
    void types_rejects_and_deduplicates(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void every_check_names_what_fails_it(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void missing_is_what_is_blank_or_a_null_word(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void texts_are_replaced_after_they_are_read_and_before_they_are_checked(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(
                engine,
                "t,u",
                "M|M",
                " M| M",
                "m|m",
                "n/a|n/a",
                "(null)|(null)",
                "F|Zürich",
                "it's|Zu\u0308rich",
                "{0}|");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("t")
                        .as(text().trimmed())
                        .nullWords("n/a")
                        .nulls(NullPolicy.fill("F"))
                        .mapped(Map.of("M", "male", "F", "female", "it's", "its", "{0}", "{1}", "n/a", "never"))
                        .check(in("male", "female").orWarn()),
                column("u").mapped(Map.of("M", "male", "Zürich", "Zurich", "", "empty")));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "t, u"))
                .containsExactly(
                        "male | male | b1 | 1",
                        "male |  M | b1 | 2",
                        "m | m | b1 | 3",
                        "F | n/a | b1 | 4",
                        "F | null | b1 | 5",
                        "female | Zurich | b1 | 6",
                        "its | Zu\u0308rich | b1 | 7",
                        "{1} | empty | b1 | 8");
    }

    @ParameterizedTest
    @EachDialect
    void missing_values_that_drop_the_row_are_not_called_unreadable(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void a_computed_column_is_refused_where_a_cast_taken_fails(Dialect database) throws Exception {
        Engine engine = databases.of(database);
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
    @EachDialect
    void a_computed_number_is_not_rounded_into_its_type(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "a", "1.50", "1.55");
        SilverSpec spec =
                SilverSpec.of("orders", computed("x", expression("CAST(a AS DECIMAL(9,2))", ColumnType.decimal(9, 1))));
        engine.run(engine.generator().build(spec));
        assertThat(silver(engine, "x")).containsExactly("1.5 | b1 | 1");
        assertThat(rejects(engine)).containsExactly("b1 | 2 | x: not a number | x | 1.55");
    }

    @ParameterizedTest
    @EachDialect
    void the_preview_shows_the_first_rows_before_and_after(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "id,Order Date", "x|31.12.2024", "2|31.02.2024", "3|01.01.2024");
        insert(engine, "b0", 1, "4|01.01.2024");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("id").as(integer()).check(notNull()),
                column("Order Date").as(date("dd.MM.yyyy")));
        assertThat(engine.rows(engine.generator().preview(spec, 3)))
                .containsExactly(
                        "b1 | 1 | x | 31.12.2024 | null | 2024-12-31 | id: not an integer",
                        "b1 | 2 | 2 | 31.02.2024 | 2 | null | order_date: not a date",
                        "b1 | 3 | 3 | 01.01.2024 | 3 | 2024-01-01 | null");
    }
}
