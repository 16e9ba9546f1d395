package io.medallion.examples;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.*;
import static io.medallion.spec.Measure.*;
import static io.medallion.spec.Relationship.manyToOne;

import io.medallion.jdbc.*;
import io.medallion.jdbc.source.*;
import io.medallion.semantic.*;
import io.medallion.spec.*;
import java.nio.file.Path;
import java.util.List;

/** Two files become one Gold table over a relationship; the route of a query explains itself. */
final class TwoSourcesOneGold {
    static void run(Medallion medallion, Path ordersFile, Path customersFile) {
        Pipeline shop = medallion.pipeline(
                "shop", Csv.file(ordersFile), Csv.file(customersFile).named("customers"));
        shop.bronze().load();
        for (String table : shop.tables()) { // the same loop for a database with 40 tables
            shop.silver(table).build(shop.silver(table).plan().acceptAtLeast(0.8));
        }
        PipelineSpec built = shop.specs().built();
        SemanticModel model = built.model()
                .with(manyToOne("orders.customer_id", "customers.id"))
                .with(sum("orders.amount").named("revenue"));
        SemanticQuery byMonthAndSegment =
                measure("revenue").by(month("orders.ordered_on"), dimension("customers.segment"));
        shop.specs()
                .apply(shop.specs()
                        .changes(built.with(model)
                                .with(GoldSpec.of("revenue_by_month_segment", byMonthAndSegment, model))));

        SilverSpec orders = shop.silver("orders").spec().orElseThrow(),
                customers = shop.silver("customers").spec().orElseThrow();
        GoldSpec byHand = GoldSpec.builder("revenue_by_segment")
                .from(orders)
                .join(customers, manyToOne("orders.customer_id", "customers.id"))
                .by(dimension("customers.segment"))
                .measure(sum("orders.amount").named("revenue"))
                .build();
        shop.gold().build(List.of(byHand));

        Answer answer =
                shop.query(byMonthAndSegment.where("customers.country = 'DE'").limit(100));
        System.out.println(answer.route().explain());
        answer.route().refusals().forEach(r -> System.out.println(r.table() + " " + r.reason() + " " + r.detail()));
        shop.query(measure(sum("orders.amount"), count()).by("customers.segment"));
        Reply reply = shop.ask("revenue by month and segment in 2024");
        if (reply instanceof Reply.Ambiguous two) {
            System.out.println(two.readings());
        }
    }
}
