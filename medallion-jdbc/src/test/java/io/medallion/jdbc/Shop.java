package io.medallion.jdbc;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Deduplication.latestPer;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small shop: orders as they come from a source, and the specs of its tables. */
final class Shop {

    static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()).check(notNull()),
                    column("ordered_on").as(date("yyyy-MM-dd")),
                    column("amount").as(decimal(12, 2)).check(atLeast(0)),
                    column("segment").as(text().trimmed()))
            .deduplicated(latestPer("id").by("ordered_on"));

    static final GoldSpec REVENUE = GoldSpec.builder("revenue_by_month")
            .from(ORDERS)
            .by(month("ordered_on"), dimension("segment"))
            .measure(sum("amount").named("revenue"), count().named("orders"))
            .build();

    /** Of six records: three kept, one no date and below zero, one without id, one an older version of order 1. */
    static final String[][] DIRTY = {
        {"1", "2024-01-31", "10.00", "a"},
        {"1", "2024-02-01", "11.00", "a "},
        {"2", "2024-02-30", "-1", "b"},
        {"", "2024-02-01", "1", "b"},
        {"3", "2024-02-02", "5.50", "b"},
        {"4", "", "2.50", "c"},
    };

    private Shop() {}

    static Source orders(@Nullable String[]... rows) {
        return Source.rows("orders", List.of("id", "ordered_on", "amount", "segment"), sink -> {
            for (@Nullable String[] row : rows) {
                sink.row(row);
            }
        });
    }

    /** Clean orders, {@code n} of them, each of amount 1. */
    static Source cleanOrders(int n) {
        return Source.rows("orders", List.of("id", "ordered_on", "amount", "segment"), sink -> {
            for (int i = 1; i <= n; i++) {
                sink.row(String.valueOf(i), "2024-01-01", "1", "a");
            }
        });
    }
}
