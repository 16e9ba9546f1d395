package io.medallion.sql;

import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Changes;
import io.medallion.spec.PipelineSpec;
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
