package io.medallion.examples;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.in;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.like;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.spec.SilverSpec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The staged Silver build (parse, five checks, deduplication, rejects with every reason) against one hand-written statement
 * that yields the same typed rows and nothing else.
 */
final class SilverBenchmark {

    static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("order_id").as(bigint()).check(notNull()),
                    column("customer"),
                    column("email").check(like("%@%")),
                    column("country").check(lengthBetween(2, 2)),
                    column("status").check(in("open", "paid", "shipped", "returned", "cancelled")),
                    column("ordered_on").as(date("yyyy-MM-dd")),
                    column("shipped_at").as(timestamp("yyyy-MM-dd HH:mm:ss")),
                    column("quantity").as(integer()),
                    column("unit_price").as(decimal(10, 2)).check(atLeast(0)),
                    column("discount").as(decimal(4, 2)),
                    column("express").as(yesNo("true", "false")),
                    column("note"))
            .deduplicated(latestPer("order_id").by("shipped_at"));

    private static final String BY_HAND =
            """
            create or replace table by_hand as
            select * exclude (place) from (
              select *, row_number() over (partition by order_id order by shipped_at desc) as place from (
                select try_cast(order_id as bigint) as order_id, customer, email, country, status,
                  try_cast(ordered_on as date) as ordered_on, try_cast(shipped_at as timestamp) as shipped_at,
                  try_cast(quantity as integer) as quantity, try_cast(unit_price as decimal(10, 2)) as unit_price,
                  try_cast(discount as decimal(4, 2)) as discount, try_cast(express as boolean) as express, note,
                  _batch_id, _row_number
                from bronze.orders)
              where order_id is not null and email like '%@%' and length(country) = 2
                and status in ('open', 'paid', 'shipped', 'returned', 'cancelled')
                and ordered_on is not null and shipped_at is not null and quantity is not null
                and unit_price >= 0 and discount is not null and express is not null)
            where place = 1
            """;

    private SilverBenchmark() {}

    static void run(Path directory, long rows) throws Exception {
        Path file = OrdersFile.write(directory, rows, 0.01);
        Path database = directory.resolve("benchmark.duckdb");
        System.out.printf("silver: %,d rows, 7 typed columns, 5 checks, deduplication, 1 %% bad rows%n", rows);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:duckdb:" + database);
        try (HikariDataSource pool = new HikariDataSource(config);
                Medallion medallion = Medallion.on(pool)) {
            Pipeline pipeline = medallion.pipeline("orders", Csv.file(file).named("orders"));
            pipeline.bronze().load();
            Ratio.print(
                    "Silver build",
                    () -> pipeline.silver("orders").build(ORDERS),
                    "one statement by hand",
                    () -> byHand(pool));
            System.out.println(pipeline.silver("orders").build(ORDERS).explain());
        }
    }

    private static void byHand(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(BY_HAND);
        }
    }
}
