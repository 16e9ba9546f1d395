package io.medallion.sql;

import static io.medallion.spec.Check.references;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.time.Duration;
import java.util.List;

/** Silver tables that are checked as a whole and against other tables. */
final class SilverCheckCases {

    private static final SilverSpec CHECKED = SilverSpec.of(
                    "orders",
                    column("id").as(integer()).check(references("every_type.integer")),
                    column("line").as(date("yyyy-MM-dd")))
            .expect(
                    TableCheck.rowsBetween(2, 2),
                    TableCheck.rejectsAtMost(0.4),
                    TableCheck.freshWithin("line", Duration.ofDays(1)));

    private SilverCheckCases() {}

    static List<GoldenCase> all() {
        return List.of(GoldenCase.of("silver/build_checked", sql -> sql.build(CHECKED))
                .tables(BronzeSpec.of("orders", "id", "line").withRowHash(false), SilverCases.EVERY_TYPE)
                .given(BATCHES)
                .given(
                        "insert into silver.every_type (\"integer\") values (1), (1), (null), (3)",
                        bronze("1", "2024-01-01", 1),
                        bronze("2", "2023-01-01", 2),
                        bronze("", "", 3))
                .gives(
                        "select _row_number, rule, value, witness_batch_id from silver.orders__rejects",
                        "2 | id: not in every_type.integer | 2 | null"));
    }

    private static final String[] BATCHES = {
        "create schema if not exists medallion",
        "create table if not exists medallion.batches (table_name varchar(99), batch_id varchar(99), sequence bigint,"
                + " in_force boolean, loaded_at timestamp)",
        "delete from medallion.batches",
        "insert into medallion.batches (table_name, batch_id, sequence, in_force, loaded_at) values ('orders', 'b1', 1, true,"
                + " timestamp '2024-01-02 00:00:00')"
    };

    private static String bronze(String id, String line, int row) {
        return "insert into bronze.orders values ('" + id + "', '" + line
                + "', timestamp '2024-01-01 00:00:00', 's', 'f', 'b1', " + row + ", 1)";
    }
}
