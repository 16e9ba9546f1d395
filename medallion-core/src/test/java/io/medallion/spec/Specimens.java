package io.medallion.spec;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.in;
import static io.medallion.spec.Check.lengthBetween;
import static io.medallion.spec.Check.like;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.epochMilliseconds;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.Relationship.manyToOne;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.computed;

import io.medallion.ColumnType;
import io.medallion.expression.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Specs that use every kind of part. */
final class Specimens {

    static final BronzeSpec BRONZE = BronzeSpec.of("orders", "id", "Order Date", "amount", "email")
            .withBatches(BatchMode.ADD)
            .withEventTime("Order Date");

    static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()).check(unique()),
                    column("Order Date")
                            .named("ordered_on")
                            .as(date("dd.MM.yyyy", "yyyy-MM-dd").pivot(1950))
                            .check(notNull(), atLeast(LocalDate.of(2020, 1, 1)).orWarn()),
                    column("amount")
                            .as(decimal(12, 2)
                                    .written(NumberFormat.PLAIN
                                            .decimalComma()
                                            .grouped(".")
                                            .with("€")))
                            .nullWords("NA", "-")
                            .nulls(NullPolicy.fillZero())
                            .flagMissing()
                            .check(atLeast(0).because("nobody orders for less than nothing")),
                    column("email")
                            .as(text().trimmed().lowerCase().blankAsMissing())
                            .annotated(new Annotations("EMAIL", Role.ATTRIBUTE, true, null, "where to write to"))
                            .check(matches("[^@]+@[^@]+").orWarn(), lengthBetween(3, 254), like("%@%")),
                    column("customer_id").as(bigint()),
                    column("rate").as(floating().decimalComma()).unreadableOrWarn(),
                    column("paid").as(yesNo("Yes", "No")),
                    column("at").as(timestamp("yyyy-MM-dd'T'HH:mm:ssXXX")),
                    column("local").as(timestamp("dd/MM/yyyy hh:mm a", "Europe/Berlin")),
                    column("clock").as(time("HH:mm", "HH:mm:ss.SSS")),
                    column("epoch").as(epochMilliseconds()),
                    column("visits").as(integer()).nulls(NullPolicy.median()),
                    column("score")
                            .as(decimal(4, 1))
                            .nulls(new NullPolicy.Fill(
                                    Literal.of(new BigDecimal("7.5")),
                                    NullPolicy.FillOrigin.MEAN,
                                    new NullPolicy.FittedOn(118, 3))),
                    column("reading")
                            .as(integer())
                            .nulls(NullPolicy.forward().by("at").per("customer_id")),
                    column("sex").mapped(Map.of("M", "male", "m", "male", "F", "female")),
                    column("status").check(in("open", "paid").orFail()),
                    computed("label", expression("concat(id, '-', upper(status))", ColumnType.TEXT)))
            .key("id")
            .deduplicated(latestPer("id").by("ordered_on"))
            .check(Check.that("amount >= 0 OR paid").named("paid or positive"));

    static final SilverSpec CUSTOMERS = SilverSpec.of("customers", column("id").as(bigint()), column("segment"))
            .key("id");

    static final GoldSpec REVENUE = GoldSpec.builder("revenue_by_month_segment")
            .from(ORDERS)
            .join(CUSTOMERS, manyToOne("orders.customer_id", "customers.id"))
            .by(month("ordered_on"), dimension("customers.segment"))
            .measure(
                    sum("amount").named("revenue"),
                    count().named("orders"),
                    count().where("paid").named("paid_orders"))
            .derive("average", "revenue / orders")
            .where("status = 'paid'")
            .described("Revenue of paid orders")
            .build();

    static final GoldSpec DIMENSION = GoldSpec.dimensionOf("dim_customer")
            .from(CUSTOMERS)
            .from(ORDERS, "id")
            .key("customer_id")
            .attribute("segment")
            .attribute("contact", "orders.email")
            .described("Everybody who is known")
            .build();

    static final PipelineSpec SHOP = PipelineSpec.empty("shop").with(BRONZE, ORDERS, CUSTOMERS, REVENUE);

    private Specimens() {}
}
