package io.medallion.route;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A few rows of orders and customers, full of equal, missing and neighbouring values. */
record ShopRows(List<Order> orders, List<Customer> customers) {

    record Customer(int id, @Nullable String segment) {}

    record Order(
            int id,
            @Nullable Integer customer,
            @Nullable String region,
            String status,
            LocalDateTime at,
            @Nullable LocalDate shipped,
            int quantity,
            @Nullable BigDecimal amount,
            @Nullable Double weight) {}

    /** An order and what it refers to, as a left join sees it. */
    record Row(Order order, @Nullable String segment) {}

    static ShopRows random(Random random) {
        List<Customer> customers = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            customers.add(new Customer(id, one(random, "A", "B", null)));
        }
        List<Order> orders = new ArrayList<>();
        int count = random.nextInt(8) == 0 ? 0 : random.nextInt(25);
        for (int id = 1; id <= count; id++) {
            orders.add(order(id, random));
        }
        return new ShopRows(orders, customers);
    }

    private static Order order(int id, Random random) {
        LocalDate day = LocalDate.of(2023, 12, 28).plusDays(random.nextInt(70));
        LocalDateTime at = random.nextBoolean()
                ? day.atStartOfDay()
                : day.atTime(
                        random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000) * 1_000);
        boolean shipped = random.nextInt(4) > 0;
        return new Order(
                id,
                one(random, 1, 2, 3, 9, null),
                one(random, "EU", "US", "eu", null),
                Objects.requireNonNull(one(random, "paid", "open")),
                at,
                shipped ? day.plusDays(random.nextInt(20)) : null,
                random.nextInt(6),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 2),
                random.nextInt(4) == 0 ? null : random.nextInt(1000) / 7.0);
    }

    @SafeVarargs
    private static <T> @Nullable T one(Random random, @Nullable T... values) {
        return values[random.nextInt(values.length)];
    }

    List<Row> joined() {
        return orders.stream()
                .map(o -> new Row(
                        o,
                        customers.stream()
                                .filter(c -> Objects.equals(c.id(), o.customer()))
                                .findFirst()
                                .map(Customer::segment)
                                .orElse(null)))
                .toList();
    }
}
