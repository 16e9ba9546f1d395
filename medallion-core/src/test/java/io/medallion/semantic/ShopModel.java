package io.medallion.semantic;

import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Relationship.manyToOne;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.spec.Annotations;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import io.medallion.spec.SilverSpec;
import java.util.List;

/** Orders of customers, and payments beside them, for tests of several rooms. */
public final class ShopModel {

    public static final SilverSpec CUSTOMERS = SilverSpec.of(
                    "customers",
                    column("customer_id").as(integer()),
                    column("name").as(text()),
                    column("segment").as(text()),
                    column("status").as(text()))
            .key("customer_id");

    public static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("order_id").as(integer()),
                    column("customer_id").as(integer()),
                    column("region").as(text()),
                    column("status").as(text()).check(notNull()),
                    column("ordered_at")
                            .as(Parse.timestamp("yyyy-MM-dd HH:mm:ss"))
                            .check(notNull()),
                    column("shipped_on").as(date("yyyy-MM-dd")),
                    column("quantity").as(integer()).check(notNull()),
                    column("amount").as(decimal(12, 2)),
                    column("weight").as(Parse.floating()),
                    column("discount_rate").as(decimal(5, 2)))
            .key("order_id");

    public static final SilverSpec PAYMENTS = SilverSpec.of(
                    "payments",
                    column("payment_id").as(integer()),
                    column("order_id").as(integer()),
                    column("paid_on").as(date("yyyy-MM-dd")),
                    column("paid").as(decimal(12, 2)))
            .key("payment_id");

    /** The three tables, related, with the business name revenue. */
    public static final SemanticModel SHOP = SemanticModel.derivedFrom(List.of(ORDERS, CUSTOMERS, PAYMENTS))
            .with(
                    manyToOne("orders.customer_id", "customers.customer_id"),
                    manyToOne("payments.order_id", "orders.order_id"))
            .synonym("amount", "revenue", "sales");

    private ShopModel() {}

    /** A column with a role and nothing else known. */
    public static Annotations role(Role role) {
        return new Annotations(null, role, false, null, null);
    }
}
