package io.medallion.sql;

import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
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

    private SilverCases() {}

    static List<GoldenCase> all() {
        return List.of(
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
