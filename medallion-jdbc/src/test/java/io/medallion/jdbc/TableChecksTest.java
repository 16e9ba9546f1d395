package io.medallion.jdbc;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.references;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import io.medallion.sql.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a table as a whole must satisfy, and what it must find in other tables. */
@OnEveryEngine
class TableChecksTest {

    private static final SilverSpec CUSTOMERS =
            SilverSpec.of("customers", column("id").as(integer())).key("id");

    private static final SilverSpec ORDERS = SilverSpec.of(
            "orders",
            column("id").as(integer()).check(atLeast(0)),
            column("customer").as(integer()).check(references("customers.id")),
            column("at").as(timestamp("yyyy-MM-dd HH:mm")));

    private final RecordedDatabase database;
    private final Pipeline shop;

    TableChecksTest(Dialect dialect) {
        database = new RecordedDatabase(dialect);
        shop = Medallion.builder()
                .clock(Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC))
                .on(database.dataSource())
                .pipeline("shop");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void orders(String... rows) {
        load("orders", List.of("id", "customer", "at"), rows);
    }

    private void customers(String... ids) {
        load("customers", List.of("id"), ids);
    }

    private void load(String table, List<String> columns, String... rows) {
        shop.bronze().load(Source.rows(table, columns, sink -> Arrays.stream(rows)
                .map(r -> r.split(",", -1))
                .forEach(sink::row)));
    }

    private List<String> rejects() {
        return shop.silver("orders").rejects().page(0, 99).stream()
                .map(r -> r.rowNumber() + " " + r.rule() + " " + r.value())
                .toList();
    }

    @Test
    void a_value_that_is_nowhere_is_rejected_and_a_missing_one_passes() {
        customers("1", "2", "2", "x");
        orders("1,1,", "2,3,", "3,,", "4,2,", "5,9,");
        shop.silver("customers").build(CUSTOMERS);

        Build build = shop.silver("orders").build(ORDERS);

        assertThat(build.rows()).isEqualTo(new Build.Rows(5, 3, 2, 0));
        assertThat(rejects()).containsExactly("2 customer: not in customers.id 3", "5 customer: not in customers.id 9");
    }

    @Test
    void what_it_refers_to_has_to_be_built_and_to_fit() {
        orders("1,1,");
        assertThatThrownBy(() -> shop.silver("orders").build(ORDERS))
                .hasMessageContaining("silver.customers is not built");
        customers("1");
        shop.silver("customers").build(SilverSpec.of("customers", column("id")));
        assertThatThrownBy(() -> shop.silver("orders").build(ORDERS)).hasMessageContaining("Give both the same type");
    }

    @Test
    void a_parent_that_changes_makes_its_children_stale_and_cannot_be_dropped() {
        customers("1");
        orders("1,1,", "2,2,");
        shop.silver("customers").build(CUSTOMERS);
        shop.silver("orders").build(ORDERS);
        customers("1", "2");

        assertThatThrownBy(() -> shop.silver("customers").drop()).hasMessageContaining("referred to by Silver: orders");
        Refresh refresh = shop.refresh();

        assertThat(refresh.builds().stream().filter(b -> b.layer() == Layer.SILVER))
                .extracting(Build::table)
                .containsExactly("customers", "orders");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void too_many_rejects_stop_the_build_before_it_is_published() {
        orders("1,1,", "-2,2,", "-3,3,", "4,4,");
        SilverSpec spec = ORDERS.withColumn("customer", c -> c.withChecks(List.of()));
        shop.silver("orders").build(spec);
        orders("1,1,", "-2,2,", "-3,3,", "x,4,");

        assertThatThrownBy(() -> shop.silver("orders").build(spec.rejectBudget(0.5)))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("3 of 4 rows rejected, expected is at most 50 % rejected")
                .hasMessageContaining("most by 'id: at least 0' 2, 'id: not an integer' 1")
                .hasMessageContaining("Version 1 is still in place");
        assertThat(database.rows("select count(*) from silver.orders").get(0)).containsExactly(2L);
        assertThat(shop.silver("orders").build(spec.rejectBudget(0.75)).rows().written())
                .isEqualTo(1);
    }

    @Test
    void too_few_rows_fail_and_too_old_ones_warn() {
        orders("1,,2026-03-01 12:00", "2,,2026-02-01 00:00");
        SilverSpec spec = ORDERS.withColumn("customer", c -> c.withChecks(List.of()));
        SilverLayer silver = shop.silver("orders");

        assertThatThrownBy(() -> silver.build(spec.expect(TableCheck.rowsAtLeast(3))))
                .hasMessageContaining("2 rows, expected is at least 3 rows");
        assertThat(silver.build(spec.expect(TableCheck.freshWithin("at", Duration.ofHours(12))))
                        .reasons())
                .isEmpty();
        assertThat(silver.build(spec.expect(TableCheck.freshWithin("at", Duration.ofHours(11))
                                .orWarn()))
                        .reasons())
                .containsExactly(new Build.Reason("at fresh within PT11H", "warn", 1));
        assertThatThrownBy(() -> silver.build(spec.expect(TableCheck.freshWithin("at", Duration.ofHours(11)))))
                .hasMessageContaining("the newest is 43200 seconds older, expected is at fresh within PT11H");
    }
}
