package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.computed;
import static io.medallion.sql.SilverDatabases.bronze;
import static io.medallion.sql.SilverDatabases.insert;
import static io.medallion.sql.SilverDatabases.rejects;
import static io.medallion.sql.SilverDatabases.silver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import io.medallion.engines.EachDialect;
import io.medallion.spec.CheckAction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.Units;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** What becomes of values that cannot be read where they do not reject their rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableBuildTest {

    private SilverDatabases databases;

    @BeforeAll
    void start() throws Exception {
        databases = new SilverDatabases();
    }

    @AfterAll
    void stop() throws Exception {
        databases.close();
    }

    /** Builds; returns the rules that warned, with their rows. */
    private static List<String> build(Engine engine, SilverSpec spec) throws SQLException {
        SqlScript build = engine.generator().build(spec);
        engine.run(build.only(SqlScript.Step.STAGE, SqlScript.Step.AUDIT));
        List<String> warnings = engine.rows(engine.generator().warningCounts(spec));
        engine.run(build.only(SqlScript.Step.PREPARE, SqlScript.Step.PUBLISH, SqlScript.Step.CLEAN));
        return warnings;
    }

    @ParameterizedTest
    @EachDialect
    void a_warning_keeps_the_row_without_the_value(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n,amount,day,double", "1|1,50|31.12.2024|6", "x| 2,50 |31.02.2024|x", " |ten||", "y|||(null)");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("n").as(integer()).unreadableOrWarn().flagMissing(),
                column("amount").as(decimal(9, 2).decimalComma()).unreadableOrWarn(),
                column("day").as(date("dd.MM.yyyy")).unreadableOrWarn(),
                computed("half", expression("CAST(double AS INTEGER) / 2", ColumnType.INTEGER))
                        .unreadableOrWarn());
        assertThat(build(engine, spec))
                .containsExactly(
                        "half: not an integer | 2",
                        "n: not an integer | 2",
                        "amount: not a number | 1",
                        "day: not a date | 1");
        assertThat(silver(engine, "n, is_n_missing, amount, day, half"))
                .containsExactly(
                        "1 | false | 1.50 | 2024-12-31 | 3 | b1 | 1",
                        "null | true | 2.50 | null | null | b1 | 2",
                        "null | true | null | null | null | b1 | 3",
                        "null | true | null | null | null | b1 | 4");
        assertThat(rejects(engine)).isEmpty();
    }

    @ParameterizedTest
    @EachDialect
    void the_null_policy_and_the_checks_see_a_missing_value(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "f,d,c,k,z", "x|1|1|1|x", "7|x|1|1|1", "|1|x|1|2", "8|1|1|x|3", "9|1|1|2|4");
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("f")
                                .as(integer())
                                .unreadableOrWarn()
                                .nulls(NullPolicy.fill(-1))
                                .flagMissing()
                                .check(atLeast(0).orWarn()),
                        column("d").as(integer()).unreadableOrWarn().nulls(NullPolicy.dropRow()),
                        column("c").as(integer()).unreadableOrWarn().check(notNull()),
                        column("k").as(integer()).unreadableOrWarn(),
                        column("z").as(integer()).unreadableOrWarn().nulls(NullPolicy.fillZero()))
                .key("k", "z");
        assertThat(build(engine, spec))
                .containsExactly("f: at least 0 | 1", "f: not an integer | 1", "z: not an integer | 1");
        assertThat(silver(engine, "f, is_f_missing, d, c, k, z"))
                .containsExactly("-1 | true | 1 | 1 | 1 | 0 | b1 | 1", "9 | false | 1 | 1 | 2 | 4 | b1 | 5");
        assertThat(rejects(engine))
                .containsExactly(
                        "b1 | 2 | d: missing | d | x", "b1 | 3 | c: not null | c | x", "b1 | 4 | k: missing | k | x");
    }

    @ParameterizedTest
    @EachDialect
    void a_value_is_filled_forward_where_it_cannot_be_read(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1", "x", "", "2", "y");
        SilverSpec spec = SilverSpec.of(
                "orders", column("n").as(integer()).unreadableOrWarn().nulls(NullPolicy.forward()));
        assertThat(build(engine, spec)).containsExactly("n: not an integer | 2");
        assertThat(silver(engine, "n"))
                .containsExactly("1 | b1 | 1", "1 | b1 | 2", "1 | b1 | 3", "2 | b1 | 4", "2 | b1 | 5");
    }

    @ParameterizedTest
    @EachDialect
    void a_number_without_a_known_unit_is_none(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "weight", "2 kg", "3 ton", "heavy", "");
        engine.run(engine.generator().ownTables());
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("weight")
                        .as(decimal(6, 2))
                        .unit(Units.inText("kg", "lb").to("kg"))
                        .unreadableOrWarn());
        assertThat(build(engine, spec)).containsExactly("weight: not a known unit | 2", "weight: not a number | 1");
        assertThat(silver(engine, "weight, weight_unit"))
                .containsExactly(
                        "2.00 | kg | b1 | 1", "null | null | b1 | 2", "null | null | b1 | 3", "null | null | b1 | 4");
    }

    @ParameterizedTest
    @EachDialect
    void a_value_that_must_be_read_fails_the_build_and_leaves_the_last_version(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "1", "");
        SilverSpec spec = SilverSpec.of("orders", column("n").as(integer()).unreadable(CheckAction.FAIL));
        build(engine, spec);
        insert(engine, "b1", 3, "x");
        assertThatThrownBy(() -> engine.run(engine.generator().build(spec)))
                .hasMessageContaining(engine.named("silver.orders: 1 rows fail 'n: not an integer'"));
        assertThat(silver(engine, "n")).containsExactly("1 | b1 | 1", "null | b1 | 2");
    }

    @ParameterizedTest
    @EachDialect
    void the_preview_shows_the_row_without_a_reason(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        bronze(engine, "n", "x", "2");
        SilverSpec spec = SilverSpec.of(
                "orders", column("n").as(integer()).unreadableOrWarn().nulls(NullPolicy.fill(0)));
        assertThat(engine.rows(engine.generator().preview(spec, 2)))
                .containsExactly("b1 | 1 | x | 0 | null", "b1 | 2 | 2 | 2 | null");
    }
}
