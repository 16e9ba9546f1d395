package io.medallion.examples;

import static io.medallion.spec.Check.*;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Parse.*;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.sql.SqlScript.Step.*;

import io.medallion.spec.*;
import io.medallion.sql.*;
import io.medallion.sql.Dialect;
import java.nio.file.*;

/** The SQL of specs as migration scripts, without a database. */
final class SqlForMigrations {
    static final BronzeSpec BRONZE = BronzeSpec.of("orders", "id", "Order Date", "amount", "email");
    static final SilverSpec ORDERS = SilverSpec.of(
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

    static void write(Path directory) throws Exception {
        SqlGenerator sql =
                SqlGenerator.forDialect(Dialect.POSTGRES).atVersion(15).with(Naming.inSchema("analytics"));
        Files.writeString(
                directory.resolve("V1__bronze_orders.sql"), sql.create(BRONZE).text());
        Files.writeString(
                directory.resolve("V2__silver_orders.sql"), sql.create(ORDERS).text());
        Files.writeString(
                directory.resolve("refresh_orders.sql"),
                sql.build(ORDERS).only(STAGE, AUDIT, PUBLISH).text());
        Changes changes = PipelineSpec.empty("shop")
                .with(ORDERS.without("email"))
                .changesFrom(PipelineSpec.empty("shop").with(ORDERS));
        Files.writeString(
                directory.resolve("V3__drop_email.sql"), sql.migrate(changes).text());
    }
}
