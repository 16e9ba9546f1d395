package io.medallion.sql;

import static io.medallion.spec.Check.references;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.spec.BronzeSpec;
import io.medallion.spec.CheckAction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Silver tables that are checked as a whole and against other tables. */
final class SilverCheckCases {

    private static final SilverSpec CHECKED = SilverSpec.of(
                    "orders",
                    column("id").as(integer()).check(references("every_type.integer")),
                    column("line").named("found").as(date("yyyy-MM-dd")))
            .expect(
                    TableCheck.rowsBetween(2, 2),
                    TableCheck.rejectsAtMost(0.4),
                    TableCheck.freshWithin("found", Duration.ofDays(1)));

    /** Values that cannot be read: one kept as missing, one filled in, one that the key needs, one that fails the build. */
    private static final SilverSpec UNREADABLE = SilverSpec.of(
                    "orders",
                    column("id").as(integer()).unreadableOrWarn(),
                    column("line").as(date("yyyy-MM-dd")).unreadableOrWarn(),
                    column("line")
                            .named("filled")
                            .as(date("yyyy-MM-dd"))
                            .nulls(NullPolicy.fill(LocalDate.of(2000, 1, 1)))
                            .unreadableOrWarn()
                            .flagMissing(),
                    column("id").named("strict").nullWords("x").as(integer()).unreadable(CheckAction.FAIL))
            .key("id");

    private SilverCheckCases() {}

    static List<GoldenCase> all() {
        return List.of(
                GoldenCase.of("silver/build_checked", sql -> sql.build(CHECKED))
                        .tables(BronzeSpec.of("orders", "id", "line").withRowHash(false), SilverCases.EVERY_TYPE)
                        .given(BATCHES)
                        .given(
                                "insert into silver.every_type (\"integer\") values (1), (1), (null), (3)",
                                bronze("1", "2024-01-01", 1),
                                bronze("2", "2023-01-01", 2),
                                bronze("", "", 3))
                        .gives(
                                "select _row_number, rule, value, witness_batch_id from silver.orders__rejects",
                                "2 | id: not in every_type.integer | 2 | null"),
                GoldenCase.of("silver/build_unreadable", sql -> sql.build(UNREADABLE))
                        .tables(BronzeSpec.of("orders", "id", "line").withRowHash(false))
                        .given(BATCHES)
                        .given(bronze("1", "2024-01-01", 1), bronze("2", "2024-02-30", 2), bronze("x", "", 3))
                        .gives(
                                "select _row_number, concat(coalesce(cast(line as char(10)), '-'), ' ', cast(filled as char(10)),"
                                        + " ' ', case when is_filled_missing then 'missing' else 'given' end)"
                                        + " from silver.orders"
                                        + " union all select _row_number, rule from silver.orders__rejects order by 1",
                                "1 | 2024-01-01 2024-01-01 given",
                                "2 | - 2000-01-01 missing",
                                "3 | id: missing"));
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
