package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.surrogateKey;

import io.medallion.expression.Expression;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.Units;
import java.util.List;

/** Silver tables. */
final class SilverCases {

    static final SilverSpec EVERY_TYPE = SilverSpec.of(
            "every_type",
            column("text"),
            column("integer").as(integer()).flagMissing(),
            column("bigint").as(bigint()),
            column("decimal").as(decimal(38, 6)),
            column("double").as(floating()),
            column("boolean").as(yesNo("y", "n")),
            column("date").as(date("yyyy-MM-dd")),
            column("time").as(time("HH:mm")),
            column("timestamp").as(timestamp("yyyy-MM-dd HH:mm")),
            column("instant").as(timestamp("yyyy-MM-dd HH:mm", "UTC")));

    private static final SilverSpec REPEATED = SilverSpec.of(
            "orders", column("id").as(integer()).check(unique()), column("line").check(unique()));
    /** Every part a build can have. */
    private static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()),
                    column("Order Date")
                            .named("ordered_on")
                            .as(date("dd.MM.yyyy"))
                            .check(notNull()),
                    column("amount")
                            .as(decimal(12, 2))
                            .nulls(NullPolicy.fillZero())
                            .check(atLeast(0)),
                    column("email").check(matches("[^@]+@[^@]+").orWarn(), unique()),
                    column("note").check(lengthBetween(0, 9).orFail()))
            .check(that("amount < 100 OR email IS NOT NULL").named("large orders have an address"))
            .key("id", "ordered_on")
            .deduplicated(latestPer("id", "email").by("ordered_on"));

    private static final SilverSpec PLAIN = SilverSpec.of("orders", column("id").as(integer()), column("note"));
    private static final SilverSpec UNITS = SilverSpec.of(
            "parcels",
            column("weight").as(decimal(6, 2)).unit(Units.inText("kg", "lb").to("kg")),
            column("length_in").as(integer()).unit(Units.from("in").to("cm")),
            column("heat").as(decimal(5, 1)).unit(Units.inText().to("degC").rounded(2)));

    private static final String[] PARCELS = {
        "create schema if not exists medallion",
        "create table medallion.batches (table_name varchar, batch_id varchar, sequence bigint, in_force boolean)",
        "insert into medallion.batches values ('parcels', 'b', 1, true)",
        "insert into bronze.parcels values ('12.5 kg', '10', '50 °F', timestamp '2024-01-01 00:00:00', 's', 'f', 'b', 1, 1),"
                + " ('3 lbs', '1', '-0.5 °C', timestamp '2024-01-01 00:00:00', 's', 'f', 'b', 2, 1),"
                + " ('3 ton', null, '300.0 K', timestamp '2024-01-01 00:00:00', 's', 'f', 'b', 3, 1)"
    };

    private static final SilverSpec HASHED = SilverSpec.of(
            "orders",
            column("id"),
            surrogateKey("of_text", "line", "id"),
            surrogateKey("of_number", Expression.parse("'crm'"), Expression.parse("try_cast(trim(id) as integer)")));

    private SilverCases() {}

    private static GoldenCase build(String name, SilverSpec spec) {
        return build(name, spec, Publish.SWAP);
    }

    private static GoldenCase build(String name, SilverSpec spec, Publish how) {
        GoldenCase golden = GoldenCase.of("silver/" + name, sql -> sql.build(spec, how))
                .tables(BronzeSpec.of("orders", "id", "Order Date", "amount", "email", "note")
                        .withRowHash(false))
                .given(
                        "create schema if not exists medallion",
                        ParseCases.BATCHES,
                        "insert into medallion.batches values ('orders', 'b', 1, true)");
        List<String> rows = List.of(
                "'1', '01.02.2024', '10', 'a@x', ''",
                "'1', '02.02.2024', '11', 'a@x', ''",
                "'1', '02.02.2024', '12', 'b@x', ''",
                "'2', '02.02.2024', null, 'a@x', ''",
                "'x', '31.02.2024', '-1', null, null",
                "'3', '02.02.2024', '500', null, null");
        for (int i = 0; i < rows.size(); i++) {
            golden = golden.given("insert into bronze.orders values (" + rows.get(i)
                    + ", timestamp '2024-01-01 00:00:00', 's', 'f', 'b', " + (i + 1) + ", 1)");
        }
        return golden.gives("select _row_number, 'kept' from silver.orders"
                + " union all select _row_number, rule from silver.orders__rejects"
                + " union all select _row_number, concat('duplicate of ', winner_row_number) from"
                + " silver.orders__duplicates order by 1, 2");
    }

    private static GoldenCase giving(GoldenCase golden, String... rows) {
        return golden.gives(golden.result(), rows);
    }

    static List<GoldenCase> all() {
        return List.of(
                giving(
                        build("build", ORDERS),
                        "1 | duplicate of 2",
                        "2 | kept",
                        "3 | id, ordered_on: not unique",
                        "4 | email: unique",
                        "5 | amount: at least 0",
                        "5 | id: not an integer",
                        "5 | ordered_on: not a date",
                        "6 | large orders have an address"),
                giving(
                        build("build_plain", PLAIN),
                        "1 | kept",
                        "2 | kept",
                        "3 | kept",
                        "4 | kept",
                        "5 | id: not an integer",
                        "6 | kept"),
                giving(
                        build("build_in_place", PLAIN, Publish.IN_PLACE)
                                .given(
                                        "create table silver.orders (note varchar, id integer, _batch_id varchar,"
                                                + " _row_number bigint)",
                                        "insert into silver.orders values ('first', 0, 'b', 9)",
                                        "create view silver.notes as select note from silver.orders"),
                        "1 | kept",
                        "2 | kept",
                        "3 | kept",
                        "4 | kept",
                        "5 | id: not an integer",
                        "6 | kept"),
                GoldenCase.of("silver/build_units", sql -> sql.build(UNITS))
                        .tables(BronzeSpec.of("parcels", "weight", "length_in", "heat")
                                .withRowHash(false))
                        .given(PARCELS)
                        .gives(
                                "select * from silver.parcels order by _row_number",
                                "12.50 | kg | 12.5000000000 | 10 | in | 25.40 | 50.0 | degF | 10.00 | b | 1",
                                "3.00 | lb | 1.3607771100 | 1 | in | 2.54 | -0.5 | degC | -0.50 | b | 2"),
                GoldenCase.of("silver/create", sql -> sql.create(EVERY_TYPE))
                        .gives(
                                "select table_name, count(*) from information_schema.columns"
                                        + " where table_schema = 'silver' group by table_name order by table_name",
                                "every_type | 13",
                                "every_type__duplicates | 4",
                                "every_type__rejects | 7"),
                GoldenCase.of("silver/build_unique", sql -> sql.build(REPEATED))
                        .tables(BronzeSpec.of("orders", "id", "line").withRowHash(false))
                        .given(BATCHES)
                        .given(
                                bronze("1", "a", 1),
                                bronze("1", "b", 2),
                                bronze("x", "c", 3),
                                bronze("1", "a", 4),
                                bronze("2", "c", 5))
                        .gives(
                                "select _row_number, rule, value, witness_batch_id, witness_row_number"
                                        + " from silver.orders__rejects order by 1, 2",
                                "2 | id: unique | 1 | b1 | 1",
                                "3 | id: not an integer | x | null | null",
                                "4 | id: unique | 1 | b1 | 1",
                                "4 | line: unique | a | b1 | 1"),
                GoldenCase.of("silver/build_surrogate_key", sql -> sql.build(HASHED))
                        .tables(BronzeSpec.of("orders", "id", "line").withRowHash(false))
                        .given(BATCHES)
                        .given(bronze("7", "é😀 ", 1), bronze(" 007", "", 2), bronze("x", "-1", 3))
                        .gives(
                                "select id, of_text, of_number from silver.orders order by _row_number",
                                "7 | " + GoldCases.md5("2:é😀1:7") + " | " + GoldCases.md5("3:crm1:7"),
                                " 007 | " + GoldCases.md5("-1:3:007") + " | " + GoldCases.md5("3:crm1:7"),
                                "x | " + GoldCases.md5("2:-11:x") + " | " + GoldCases.md5("3:crm-1:")),
                GoldenCase.of("silver/drop", sql -> sql.drop(EVERY_TYPE))
                        .tables(EVERY_TYPE)
                        .gives("select count(*) from information_schema.tables where table_schema = 'silver'", "0"));
    }

    private static final String[] BATCHES = {
        "create schema if not exists medallion",
        "create table if not exists medallion.batches (table_name varchar(99), batch_id varchar(99), sequence bigint,"
                + " in_force boolean)",
        "delete from medallion.batches",
        "insert into medallion.batches (table_name, batch_id, sequence, in_force) values ('orders', 'b1', 1, true)"
    };

    private static String bronze(String id, String line, int row) {
        return "insert into bronze.orders values ('" + id + "', '" + line
                + "', timestamp '2024-01-01 00:00:00', 's', 'f', 'b1', " + row + ", 1)";
    }
}
