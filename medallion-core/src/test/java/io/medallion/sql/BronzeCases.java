package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Changes;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.SqlScript.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bronze tables, with the headers people write, and the library's own tables. */
final class BronzeCases {

    private static final BronzeSpec ORDERS = BronzeSpec.of("orders", "id", "Order Date", "amount");
    private static final BronzeSpec HOSTILE = BronzeSpec.of(
            "it's \"quoted\"",
            "select",
            "a \"quote\"",
            "back`tick",
            "it's",
            "😀 mood",
            "semi;colon -- x",
            "ünï",
            "{0} ? :x");
    private static final BronzeSpec LONG =
            BronzeSpec.of("t".repeat(300), "c".repeat(300), "c".repeat(301), "😀".repeat(300));

    private BronzeCases() {}

    static List<GoldenCase> all() {
        return List.of(
                GoldenCase.of("bronze/create", sql -> sql.create(ORDERS))
                        .gives(
                                columns("orders"),
                                "id",
                                "Order Date",
                                "amount",
                                "_loaded_at",
                                "_source_id",
                                "_source_file",
                                "_batch_id",
                                "_row_number",
                                "_row_hash",
                                "_schema_version"),
                GoldenCase.of("bronze/create_without_row_hash", sql -> sql.create(ORDERS.withRowHash(false)))
                        .gives("select count(*) from (" + columns("orders") + ") c", "9"),
                GoldenCase.of("bronze/create_unstamped", sql -> sql.createUnstamped(ORDERS))
                        .gives(columns("orders"), "id", "Order Date", "amount", "_row_number", "_row_hash"),
                GoldenCase.of("bronze/stamp", BronzeCases::stamped)
                        .gives(
                                "select _row_number, _source_id, _source_file, _batch_id, _schema_version,"
                                        + " cast(_loaded_at as char(26)) from bronze.orders order by _row_number",
                                "1 | /data/o'brien\\orders.csv | o'brien\\orders.csv | b1 | 3 | 2026-11-27 20:15:30.123456",
                                "2 | null | null | null | null | null"),
                GoldenCase.of("bronze/create_hostile_names", sql -> sql.create(HOSTILE))
                        .gives(
                                "select * from (" + columns("it''s \"quoted\"") + " limit 8) c"
                                        + " where column_name not like '% mood%'",
                                "select",
                                "a \"quote\"",
                                "back`tick",
                                "it's",
                                "semi;colon -- x",
                                "ünï",
                                "{0} ? :x"),
                GoldenCase.of("bronze/create_long_names", sql -> sql.create(LONG))
                        .gives("select count(*) from information_schema.columns where table_schema = 'bronze'", "10"),
                GoldenCase.of("bronze/migrate_columns", sql -> sql.migrate(columnsChange()))
                        .tables(ORDERS)
                        .gives(columns("orders") + " limit 2", "id", "amount"),
                GoldenCase.of("bronze/drop", sql -> sql.drop(ORDERS))
                        .tables(ORDERS)
                        .gives("select count(*) from information_schema.tables where table_schema = 'bronze'", "0"),
                GoldenCase.of("own/create", SqlGenerator::ownTables)
                        .gives(
                                "select count(*) from information_schema.tables where table_schema = 'medallion'",
                                "13"));
    }

    /** The stamp comes to the row that is there, not to the one after it. */
    private static SqlScript stamped(SqlGenerator sql) {
        BronzeSpec orders = ORDERS.withRowHash(false);
        String insert =
                "insert into " + sql.quoted(sql.naming().table(Layer.BRONZE, "orders")) + " (_row_number) values ";
        List<SqlStatement> statements =
                new ArrayList<>(sql.createUnstamped(orders).statements());
        statements.add(new SqlStatement(Step.LOAD, "first row", insert + "(1)"));
        statements.addAll(sql.stamp(
                        orders,
                        new BronzeStamp(
                                "b1",
                                "/data/o'brien\\orders.csv",
                                "o'brien\\orders.csv",
                                Instant.parse("2026-11-27T20:15:30.123456789Z"),
                                3))
                .statements());
        statements.add(new SqlStatement(Step.LOAD, "second row", insert + "(2)"));
        return SqlScript.of(statements);
    }

    private static Changes columnsChange() {
        return PipelineSpec.empty("shop")
                .with(BronzeSpec.of("orders", "id", "amount", "new \"one\""))
                .changesFrom(PipelineSpec.empty("shop").with(ORDERS));
    }

    private static String columns(String table) {
        return "select column_name from information_schema.columns where table_schema = 'bronze' and table_name = '"
                + table + "' order by ordinal_position";
    }
}
