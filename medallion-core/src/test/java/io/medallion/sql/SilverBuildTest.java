package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a build makes of rows, on every database that can be started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilverBuildTest {

    private Engine duckDb;
    private Engine postgres;

    @BeforeAll
    void start() throws Exception {
        duckDb = Engine.duckDb();
        postgres = Engine.postgres();
    }

    @AfterAll
    void stop() throws Exception {
        duckDb.close();
        postgres.close();
    }

    Stream<Engine> engines() {
        return Stream.of(duckDb, postgres);
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
    @MethodSource("engines")
    void types_rejects_and_deduplicates(Engine engine) throws Exception {
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
}
