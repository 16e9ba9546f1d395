package io.medallion.sql;

import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Measure.sum;

import io.medallion.spec.GoldSpec;
import java.util.List;
import java.util.Set;

/** Gold tables published into the table that stands there. */
final class PublishCases {

    private static final GoldSpec BY_STATUS = GoldSpec.builder("by_status")
            .from(GoldCases.ORDERS)
            .by(dimension("status"))
            .measure(
                    count().named("orders"),
                    sum("id").named("ids"),
                    max("ordered_on").named("last"))
            .build();

    private PublishCases() {}

    private static GoldenCase inPlace(String name, Publish how) {
        return GoldenCase.of("gold/" + name, sql -> sql.build(BY_STATUS, how))
                .tables(GoldCases.ORDERS, GoldCases.CUSTOMERS, BY_STATUS)
                .given(GoldCases.ROWS)
                .given("insert into gold.by_status values ('gone', 7, 7, null)");
    }

    static List<GoldenCase> all() {
        return List.of(
                inPlace("in_place", Publish.IN_PLACE)
                        .given("create view gold.counted as select status, orders from gold.by_status")
                        .gives(
                                "select status, orders from gold.counted order by status nulls last",
                                "open | 1",
                                "paid | 3",
                                "null | 1"),
                inPlace("in_place_columns", Publish.inPlace(Set.of("orders", "ids"), Set.of(), Set.of("old", "older")))
                        .given(
                                "alter table gold.by_status add column old integer",
                                "alter table gold.by_status add column older integer",
                                "alter table gold.by_status drop column ids",
                                "alter table gold.by_status drop column orders")
                        .gives(
                                "select * from gold.by_status order by status nulls last",
                                "open | 2024-01-20 | 2 | 1",
                                "paid | 2024-02-01 | 9 | 3",
                                "null | null | 4 | 1"));
    }
}
