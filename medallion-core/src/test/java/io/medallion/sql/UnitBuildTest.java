package io.medallion.sql;

import static io.medallion.spec.Check.that;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.NumberFormat.Negative;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.Units;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a build makes of numbers with units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitBuildTest {

    private final List<Engine> engines = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            engines.add(Engine.of(dialect));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Engine engine : engines) {
            engine.close();
        }
    }

    Stream<Engine> engines() {
        return engines.stream();
    }

    private static void bronze(Engine engine, List<String> cells) throws SQLException {
        SqlGenerator sql = engine.generator();
        engine.clear();
        engine.run(sql.ownTables());
        engine.run(sql.create(BronzeSpec.of("parcels", "weight").withRowHash(false)));
        engine.run(
                "insert into medallion.batches (table_name, batch_id, sequence, in_force) values ('parcels', 'b', 1, true)");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i) == null ? "null" : "'" + cells.get(i) + "'";
            rows.add("(" + cell + ", timestamp '2024-01-01 00:00:00', 's', 'f', 'b', " + (i + 1) + ", 1)");
        }
        engine.run("insert into bronze.parcels values " + String.join(", ", rows));
    }

    private static List<String> built(Engine engine, SilverSpec spec, String columns) throws SQLException {
        engine.run(engine.generator().build(spec));
        return engine.rows("select " + columns + " from silver.parcels order by _row_number");
    }

    private static List<String> rejects(Engine engine) throws SQLException {
        return engine.rows("select _row_number, rule, value from silver.parcels__rejects order by _row_number, rule");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void takes_number_and_unit_apart_and_normalises(Engine engine) throws Exception {
        bronze(
                engine,
                java.util.Arrays.asList("12.50 kg", "5 lbs", "8OZ.", "7 stein", "3", "heavy", null, " ", "-2 g"));
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight")
                        .as(decimal(6, 2))
                        .unit(Units.inText("kg", "lb", "oz", "g").to("kg")));
        assertThat(built(engine, spec, "*"))
                .containsExactly(
                        "12.50 | kg | 12.50000000000000 | b | 1",
                        "5.00 | lb | 2.26796185000000 | b | 2",
                        "8.00 | oz | 0.22679618500000 | b | 3",
                        "null | null | null | b | 7",
                        "null | null | null | b | 8",
                        "-2.00 | g | -0.00200000000000 | b | 9");
        assertThat(rejects(engine))
                .containsExactly(
                        "4 | weight: not a known unit | 7 stein",
                        "5 | weight: not a known unit | 3",
                        "6 | weight: not a known unit | heavy",
                        "6 | weight: not a number | heavy");
        assertThat(engine.rows("select code, numerator, denominator, base from silver.dim_units where code = 'lb'"))
                .containsExactly("lb | 45359237 | 100000000 | kg");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void normalises_numbers_of_one_unit(Engine engine) throws Exception {
        bronze(engine, List.of("10", "-459", "32", "50"));
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight")
                        .named("temp_degf")
                        .as(integer())
                        .unit(Units.from("degF").to("degC").rounded(2)));
        assertThat(built(engine, spec, "temp_degf, temp_degf_unit, temp_degc"))
                .containsExactly(
                        "10 | degF | -12.22", "-459 | degF | -272.78", "32 | degF | 0.00", "50 | degF | 10.00");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void rounds_half_to_even(Engine engine) throws Exception {
        bronze(engine, List.of("5", "15", "25", "-5", "-15", "26"));
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight").as(integer()).unit(Units.from("mm").to("cm").rounded(0)));
        assertThat(built(engine, spec, "weight_cm")).containsExactly("0", "2", "2", "0", "-2", "3");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void repairs_a_table_of_units_that_was_changed(Engine engine) throws Exception {
        bronze(engine, List.of("1 lb"));
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight").as(integer()).unit(Units.inText("lb").to("kg")));
        assertThat(built(engine, spec, "weight_kg")).containsExactly("0.45359237");
        engine.run("update silver.dim_units set numerator = 1 where code = 'lb'");
        assertThat(built(engine, spec, "weight_kg")).containsExactly("0.45359237");
        assertThat(engine.rows("select count(*), count(distinct code) from silver.dim_units"))
                .containsExactly("13 | 13");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void checks_may_name_the_normalised_value(Engine engine) throws Exception {
        bronze(engine, List.of("900 g", "2 kg", "1 lb"));
        SilverSpec spec = SilverSpec.of(
                        "parcels",
                        column("weight")
                                .as(integer())
                                .unit(Units.inText("g", "kg", "lb").to("kg")))
                .check(that("weight_kg >= 0.5").named("heavy enough"), that("weight_unit <> 'st'"));
        assertThat(built(engine, spec, "weight")).containsExactly("900", "2");
        assertThat(rejects(engine)).containsExactly("3 | heavy enough | null");
        assertThat(engine.rows(engine.generator().preview(spec, 1)))
                .containsExactly("b | 1 | 900 g | 900 | g | 0.90000000 | null");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void reads_numbers_in_groups_with_a_comma(Engine engine) throws Exception {
        bronze(engine, List.of("1.234,5 kg", "\u22121 kg", "2\u00A0kg"));
        NumberFormat format = NumberFormat.PLAIN.decimalComma().grouped(".").with(Negative.UNICODE_MINUS);
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight")
                        .as(decimal(6, 1).written(format))
                        .unit(Units.inText().to("g")));
        assertThat(built(engine, spec, "weight, weight_unit")).containsExactly("1234.5 | kg", "-1.0 | kg", "2.0 | kg");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void gives_the_digits_of_the_oracle(Engine engine) throws Exception {
        Random random = new Random(7);
        List<String> cells = new ArrayList<>();
        List<String> kilograms = new ArrayList<>();
        List<String> pounds = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            BigDecimal value = new BigDecimal(new java.math.BigInteger(1 + random.nextInt(30), random))
                    .movePointLeft(random.nextInt(4))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            String unit = UnitOracle.writings()[random.nextInt(UnitOracle.writings().length)];
            cells.add(value.toPlainString() + " ".repeat(random.nextInt(3)) + unit);
            kilograms.add(UnitOracle.kilograms(value, unit).setScale(15).toPlainString());
            pounds.add(UnitOracle.pounds(value, unit, 9).toPlainString());
        }
        bronze(engine, cells);
        Units.Given units = Units.inText("kg", "g", "lb", "oz", "st", "t");
        SilverSpec exact =
                SilverSpec.of("parcels", column("weight").as(decimal(13, 3)).unit(units.to("kg")));
        assertThat(built(engine, exact, "weight_kg")).isEqualTo(kilograms);
        SilverSpec rounded =
                SilverSpec.of("parcels", column("weight").as(decimal(13, 3)).unit(units.to("lb")));
        assertThat(built(engine, rounded, "weight_lb")).isEqualTo(pounds);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("engines")
    void gives_the_degrees_of_the_oracle(Engine engine) throws Exception {
        Random random = new Random(8);
        List<String> cells = new ArrayList<>();
        List<String> celsius = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3);
            cells.add(value.toPlainString() + " °F");
            celsius.add(UnitOracle.celsiusFromFahrenheit(value, 9).toPlainString());
        }
        bronze(engine, cells);
        SilverSpec spec = SilverSpec.of(
                "parcels",
                column("weight")
                        .named("t")
                        .as(decimal(7, 3))
                        .unit(Units.inText("degF").to("degC")));
        assertThat(built(engine, spec, "t_degc")).isEqualTo(celsius);
    }
}
