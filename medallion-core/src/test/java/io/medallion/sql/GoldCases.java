package io.medallion.sql;

import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.average;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.countDistinct;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Relationship.manyToOne;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.expression.Aggregate;
import io.medallion.expression.Expression;
import io.medallion.spec.GoldInput;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Measure;
import io.medallion.spec.QueryGoldSpec;
import io.medallion.spec.SilverSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Gold tables over orders and customers. */
final class GoldCases {

    static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()),
                    column("customer_id").as(integer()),
                    column("ordered_on").as(date("yyyy-MM-dd")),
                    column("amount").as(decimal(12, 2)),
                    column("weight").as(floating()),
                    column("status"))
            .key("id");

    static final SilverSpec CUSTOMERS = SilverSpec.of("customers", column("id").as(integer()), column("segment"))
            .key("id");

    static final String[] ROWS = {
        "insert into silver.orders values (1, 10, date '2024-01-05', 10.00, 1.5, 'paid', 'b', 1),"
                + " (2, 10, date '2024-01-20', 20.50, 2.5, 'open', 'b', 2), (3, 11, date '2024-02-01', 5.00, null, 'paid', 'b', 3),"
                + " (4, 99, null, 1.00, 4, null, 'b', 4), (5, null, null, null, 0.5, 'paid', 'b', 5)",
        "insert into silver.customers values (10, 'small', 'b', 1), (11, 'LARGE', 'b', 2)"
    };

    private static final GoldSpec MONTHLY = GoldSpec.builder("monthly")
            .from(ORDERS)
            .join(CUSTOMERS, manyToOne("orders.customer_id", "customers.id"))
            .by(month("ordered_on"), dimension("segment"))
            .measure(
                    count().named("orders"),
                    sum("amount").named("revenue"),
                    sum("amount").named("paid").where("status = 'paid'"))
            .derive("paid_share", "paid / revenue")
            .derive("percent", "round(paid_share * 100, 1)")
            .where("orders.id < 100")
            .build();

    private static final GoldSpec KEY_FIGURES = GoldSpec.builder("key_figures")
            .from(ORDERS)
            .measure(
                    count().named("orders"),
                    countDistinct("customer_id").named("customers"),
                    sum("id").named("ids"),
                    average("amount").named("mean"),
                    max("ordered_on").named("last"),
                    sum("weight").named("weight"))
            .build();

    private static final GoldSpec MIDDLES = GoldSpec.builder("middles")
            .from(ORDERS)
            .join(CUSTOMERS, manyToOne("orders.customer_id", "customers.id"))
            .by(dimension("segment"), month("ordered_on"))
            .measure(
                    count().named("orders"),
                    new Measure("middle", Aggregate.median(Expression.parse("amount"))),
                    new Measure("paid", Aggregate.median(Expression.parse("amount"))).where("status = 'paid'"),
                    new Measure("id", Aggregate.median(Expression.parse("orders.id * 2"))))
            .derive("half", "middle / 2")
            .where("orders.id < 100")
            .build();

    private static final GoldSpec BY_SIZE = GoldSpec.builder("by_size")
            .from(ORDERS)
            .by(dimension("CASE WHEN amount >= 10 THEN 'big' WHEN amount > 0 THEN 'small' END"))
            .by(dimension("'all'").named("everything"))
            .measure(count())
            .build();

    private static final GoldSpec DISTINCT =
            GoldSpec.builder("statuses").from(ORDERS).by(dimension("status")).build();

    private static final GoldSpec QUERY = QueryGoldSpec.of(
            "big_orders", QueryCases.bigOrders(), List.of(GoldInput.of(ORDERS), GoldInput.of(CUSTOMERS)));

    static final SilverSpec USERS = SilverSpec.of(
                    "users",
                    column("customer").as(bigint()),
                    column("segment"),
                    column("name"),
                    column("changed_on").as(date("yyyy-MM-dd")))
            .key("customer");

    static final SilverSpec CLIENTS = SilverSpec.of(
                    "clients",
                    column("id").as(integer()),
                    column("segment"),
                    column("changed_on").as(date("yyyy-MM-dd")))
            .key("id");

    private static final String[] KNOWN = {
        "insert into silver.clients values (1, 'old', date '2024-01-01', 'b', 1), (2, null, date '2024-03-01', 'b', 2),"
                + " (3, 'c3', null, 'b', 3)",
        "insert into silver.users values (1, 'new', 'Ann', date '2024-02-01', 'b', 1),"
                + " (2, 'u2', 'Bob', date '2024-01-01', 'b', 2), (3, 'u3', null, null, 'b', 3),"
                + " (9000000000, 'u9', 'Zoe', null, 'b', 4)"
    };

    private static final GoldSpec CONFORMED = GoldSpec.dimensionOf("dim_customer")
            .from(CLIENTS, "id")
            .from(USERS, "customer")
            .key("customer_id")
            .attribute("segment")
            .attribute("full_name", "users.name")
            .build();

    private static final GoldSpec LATEST = GoldSpec.dimensionOf("dim_latest")
            .from(CLIENTS)
            .from(USERS)
            .key("customer_id")
            .attribute("segment")
            .latestBy("clients.changed_on", "users.changed_on")
            .surrogateKey("sk")
            .build();

    private static final GoldSpec OF_ONE =
            GoldSpec.dimensionOf("dim_user").from(USERS).build();

    private GoldCases() {}

    private static GoldenCase known(String name, GoldSpec spec) {
        return GoldenCase.of(name, sql -> sql.build(spec))
                .tables(CLIENTS, USERS)
                .given(KNOWN);
    }

    private static GoldenCase over(String name, GoldSpec spec) {
        return GoldenCase.of(name, sql -> sql.build(spec))
                .tables(ORDERS, CUSTOMERS)
                .given(ROWS);
    }

    /** The digest as another hand computes it. */
    static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<GoldenCase> all() {
        return List.of(
                GoldenCase.of("gold/create", sql -> sql.create(MONTHLY))
                        .gives(
                                "select column_name from information_schema.columns where table_schema = 'gold' and table_name = 'monthly' order by ordinal_position",
                                "ordered_on_month",
                                "segment",
                                "orders",
                                "revenue",
                                "paid",
                                "paid_share",
                                "percent"),
                GoldenCase.of("gold/create_query", sql -> sql.create(QUERY))
                        .tables(ORDERS, CUSTOMERS)
                        .gives("select count(*) from gold.big_orders", "0"),
                over("gold/monthly", MONTHLY)
                        .gives(
                                "select * from gold.monthly order by ordered_on_month nulls last, segment nulls last",
                                "2024-01-01 | small | 2 | 30.50 | 10.00 | 0.32786885245901637 | 32.8",
                                "2024-02-01 | LARGE | 1 | 5.00 | 5.00 | 1.0 | 100.0",
                                "null | null | 2 | 1.00 | null | null | null"),
                over("gold/key_figures", KEY_FIGURES)
                        .gives("select * from gold.key_figures", "5 | 3 | 15 | 9.125 | 2024-02-01 | 8.5"),
                over("gold/middles", MIDDLES)
                        .gives(
                                "select * from gold.middles order by segment nulls last",
                                "LARGE | 2024-02-01 | 1 | 5.0 | 5.0 | 6.0 | 2.5",
                                "small | 2024-01-01 | 2 | 15.25 | 10.0 | 3.0 | 7.625",
                                "null | null | 2 | 1.0 | null | 9.0 | 0.5"),
                GoldenCase.of("gold/key_figures_of_nothing", sql -> sql.build(KEY_FIGURES))
                        .tables(ORDERS)
                        .gives("select * from gold.key_figures", "0 | 0 | null | null | null | null"),
                over("gold/by_size", BY_SIZE).gives("select count(*), sum(count) from gold.by_size", "3 | 5"),
                over("gold/statuses", DISTINCT)
                        .gives("select status from gold.statuses order by status nulls last", "open", "paid", "null"),
                over("gold/query", QUERY)
                        .gives("select * from gold.big_orders order by id", "1 | 10.00 | small", "2 | 20.50 | small"),
                known("gold/dimension", CONFORMED)
                        .gives(
                                "select * from gold.dim_customer order by customer_id",
                                md5("1:1") + " | 1 | old | Ann",
                                md5("1:2") + " | 2 | u2 | Bob",
                                md5("1:3") + " | 3 | c3 | null",
                                md5("10:9000000000") + " | 9000000000 | u9 | Zoe"),
                known("gold/dimension_latest", LATEST)
                        .gives(
                                "select customer_id, segment from gold.dim_latest order by customer_id",
                                "1 | new",
                                "2 | u2",
                                "3 | c3",
                                "9000000000 | u9"),
                known("gold/dimension_of_one", OF_ONE)
                        .gives("select count(*), count(distinct user_sk), max(name) from gold.dim_user", "4 | 4 | Zoe"),
                over("gold/again", KEY_FIGURES)
                        .given(
                                "create table gold.key_figures as select 1 as old",
                                "create table gold.key_figures__next as select 1 as unfinished")
                        .gives("select orders from gold.key_figures", "5"));
    }
}
