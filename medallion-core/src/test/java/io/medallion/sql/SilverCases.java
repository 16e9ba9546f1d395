package io.medallion.sql;

import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;

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

    private SilverCases() {}

    static List<GoldenCase> all() {
        return List.of(
                GoldenCase.of("silver/create", sql -> sql.create(EVERY_TYPE))
                        .gives(
                                "select table_name, count(*) from information_schema.columns"
                                        + " where table_schema = 'silver' group by table_name order by table_name",
                                "every_type | 13",
                                "every_type__duplicates | 4",
                                "every_type__rejects | 5"),
                GoldenCase.of("silver/drop", sql -> sql.drop(EVERY_TYPE))
                        .tables(EVERY_TYPE)
                        .gives("select count(*) from information_schema.tables where table_schema = 'silver'", "0"));
    }
}
