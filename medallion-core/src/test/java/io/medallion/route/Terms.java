package io.medallion.route;

import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.hour;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Grouping.quarter;
import static io.medallion.spec.Grouping.week;
import static io.medallion.spec.Grouping.year;

import io.medallion.expression.Aggregate;
import io.medallion.route.ShopRows.Row;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of questions, each with its meaning in plain Java. */
final class Terms {

    record Group(Grouping grouping, Function<Row, @Nullable Object> value) {}

    record Number(Measure measure, Function<List<Row>, @Nullable Object> value) {}

    record Condition(String text, Predicate<Row> holds) {}

    static final List<Group> GROUPS = List.of(
            group(dimension("orders.region"), r -> r.order().region()),
            group(dimension("orders.status"), r -> r.order().status()),
            group(dimension("orders.customer_id"), r -> r.order().customer()),
            group(dimension("orders.quantity"), r -> r.order().quantity()),
            group(dimension("customers.segment"), Row::segment),
            group(
                    dimension("upper(orders.region)").named("upper_region"),
                    r -> upper(r.order().region())),
            group(
                    dimension("coalesce(orders.region, 'EU')").named("region_or_eu"),
                    r -> r.order().region() == null ? "EU" : r.order().region()),
            group(hour("orders.ordered_at"), r -> r.order().at().truncatedTo(ChronoUnit.HOURS)),
            group(day("orders.ordered_at"), r -> date(r)),
            group(week("orders.ordered_at"), r -> date(r).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
            group(month("orders.ordered_at"), r -> date(r).withDayOfMonth(1)),
            group(quarter("orders.ordered_at"), r -> quarterOf(date(r))),
            group(year("orders.ordered_at"), r -> date(r).withDayOfYear(1)),
            group(dimension("month(orders.ordered_at)").named("month_number"), r -> date(r).getMonthValue()),
            group(dimension("day_of_week(orders.ordered_at)").named("weekday"), r -> date(r).getDayOfWeek()
                    .getValue()),
            group(dimension("orders.shipped_on"), r -> r.order().shipped()),
            group(
                    month("orders.shipped_on"),
                    r -> r.order().shipped() == null
                            ? null
                            : r.order().shipped().withDayOfMonth(1)));

    static final List<Number> NUMBERS = List.of(
            number("n", "COUNT(*)", rows -> (long) rows.size()),
            number("revenue", "SUM(orders.amount)", rows -> sum(rows)),
            number(
                    "paid",
                    "SUM(orders.amount) FILTER (WHERE orders.status = 'paid')",
                    rows -> sum(rows.stream()
                            .filter(r -> r.order().status().equals("paid"))
                            .toList())),
            number("europe", "COUNT(*) FILTER (WHERE orders.region = 'EU')", rows -> rows.stream()
                    .filter(r -> "EU".equals(r.order().region()))
                    .count()),
            number("amounts", "COUNT(orders.amount)", rows ->
                    (long) amounts(rows).size()),
            number("ids", "COUNT(orders.order_id)", rows -> (long) rows.size()),
            number("mean", "AVG(orders.amount)", rows -> mean(amounts(rows))),
            number("least", "MIN(orders.amount)", rows -> amounts(rows).stream()
                    .min(Comparator.naturalOrder())
                    .orElse(null)),
            number("most", "MAX(orders.amount)", rows -> amounts(rows).stream()
                    .max(Comparator.naturalOrder())
                    .orElse(null)),
            number(
                    "buyers",
                    "COUNT(DISTINCT orders.customer_id)",
                    rows -> values(rows, r -> r.order().customer()).distinct().count()),
            number("customers", "COUNT(orders.customer_id)", rows -> values(
                            rows, r -> r.order().customer())
                    .count()),
            number("pieces", "SUM(orders.quantity)", rows -> values(
                            rows, r -> r.order().quantity())
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal::add)
                    .orElse(null)),
            number("weight", "SUM(orders.weight)", rows -> values(
                            rows, r -> r.order().weight())
                    .reduce(Double::sum)
                    .orElse(null)),
            number("shipped", "MAX(orders.shipped_on)", rows -> values(
                            rows, r -> r.order().shipped())
                    .max(Comparator.naturalOrder())
                    .orElse(null)),
            number("first_region", "MIN(orders.region)", rows -> values(
                            rows, r -> r.order().region())
                    .min(Comparator.naturalOrder())
                    .orElse(null)));

    static final List<Condition> CONDITIONS = List.of(
            condition("orders.region = 'EU'", r -> "EU".equals(r.order().region())),
            condition(
                    "orders.region <> 'EU'",
                    r -> r.order().region() != null && !"EU".equals(r.order().region())),
            condition(
                    "NOT (orders.region = 'EU')",
                    r -> r.order().region() != null && !"EU".equals(r.order().region())),
            condition("orders.region IS NULL", r -> r.order().region() == null),
            condition("upper(orders.region) = 'EU'", r -> "EU"
                    .equals(upper(r.order().region()))),
            condition("orders.status = 'paid'", r -> r.order().status().equals("paid")),
            condition(
                    "orders.status IN ('paid', 'lost')", r -> r.order().status().equals("paid")),
            condition(
                    "orders.region = 'EU' OR orders.status = 'paid'",
                    r -> "EU".equals(r.order().region()) || r.order().status().equals("paid")),
            condition("customers.segment = 'A'", r -> "A".equals(r.segment())),
            condition("orders.quantity > 2", r -> r.order().quantity() > 2),
            condition("orders.quantity > 3", r -> r.order().quantity() > 3),
            condition(
                    "orders.amount > 10",
                    r -> r.order().amount() != null && r.order().amount().compareTo(BigDecimal.TEN) > 0),
            condition(
                    "orders.ordered_at >= DATE '2024-01-01'",
                    r -> !r.order().at().isBefore(at("2024-01-01T00:00"))),
            condition(
                    "orders.ordered_at < TIMESTAMP '2024-02-01 00:00:00'",
                    r -> r.order().at().isBefore(at("2024-02-01T00:00"))),
            condition(
                    "orders.ordered_at <= TIMESTAMP '2024-02-01 00:00:00'",
                    r -> !r.order().at().isAfter(at("2024-02-01T00:00"))),
            condition(
                    "orders.ordered_at > DATE '2024-01-08'", r -> r.order().at().isAfter(at("2024-01-08T00:00"))),
            condition(
                    "orders.ordered_at >= TIMESTAMP '2024-01-10 12:00:00'",
                    r -> !r.order().at().isBefore(at("2024-01-10T12:00"))),
            condition(
                    "orders.ordered_at BETWEEN DATE '2024-01-01' AND DATE '2024-02-01'",
                    r -> !r.order().at().isBefore(at("2024-01-01T00:00"))
                            && !r.order().at().isAfter(at("2024-02-01T00:00"))),
            condition("month(orders.ordered_at) = 1", r -> date(r).getMonthValue() == 1),
            condition("orders.shipped_on IS NOT NULL", r -> r.order().shipped() != null),
            condition(
                    "orders.shipped_on BETWEEN DATE '2024-01-01' AND DATE '2024-01-31'",
                    r -> r.order().shipped() != null
                            && r.order().shipped().getYear() == 2024
                            && r.order().shipped().getMonthValue() == 1),
            condition(
                    "orders.shipped_on NOT BETWEEN DATE '2024-01-01' AND DATE '2024-01-31'",
                    r -> r.order().shipped() != null
                            && !(r.order().shipped().getYear() == 2024
                                    && r.order().shipped().getMonthValue() == 1)),
            condition(
                    "orders.shipped_on > DATE '2024-01-31'",
                    r -> r.order().shipped() != null && r.order().shipped().isAfter(LocalDate.of(2024, 1, 31))));

    private Terms() {}

    private static Group group(Grouping grouping, Function<Row, @Nullable Object> value) {
        return new Group(grouping, value);
    }

    private static Number number(String name, String aggregate, Function<List<Row>, @Nullable Object> value) {
        return new Number(new Measure(name, Aggregate.parse(aggregate)), value);
    }

    private static Condition condition(String text, Predicate<Row> holds) {
        return new Condition(text, holds);
    }

    private static <T> Stream<T> values(List<Row> rows, Function<Row, @Nullable T> value) {
        return rows.stream().map(value).filter(Objects::nonNull);
    }

    private static List<BigDecimal> amounts(List<Row> rows) {
        return values(rows, r -> r.order().amount()).toList();
    }

    private static @Nullable BigDecimal sum(List<Row> rows) {
        return amounts(rows).stream().reduce(BigDecimal::add).orElse(null);
    }

    private static @Nullable Double mean(List<BigDecimal> amounts) {
        BigDecimal sum = amounts.stream().reduce(BigDecimal::add).orElse(null);
        return sum == null ? null : sum.doubleValue() / amounts.size();
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(java.util.Locale.ROOT);
    }

    private static LocalDate date(Row row) {
        return row.order().at().toLocalDate();
    }

    private static LocalDate quarterOf(LocalDate date) {
        return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
