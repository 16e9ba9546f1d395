package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.MedallionException;
import io.medallion.engines.EachDialect;
import io.medallion.jdbc.source.Source;
import io.medallion.sql.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * A session that a server ends at any call of a load or a refresh leaves the last good version readable, and the next refresh repairs the rest.
 * {@code -Dmedallion.cases=200} tries more places, {@code -Dmedallion.seed} others.
 */
@ParameterizedClass(name = "{0}")
@EachDialect(but = Dialect.DUCKDB)
class KilledSessionsTest {

    private static final int CASES = Integer.getInteger("medallion.cases", 8);
    private static final long SEED = Long.getLong("medallion.seed", 1);

    private final KilledDatabase database;
    private final Medallion medallion;

    KilledSessionsTest(Dialect dialect) {
        database = new KilledDatabase(dialect);
        medallion = Medallion.builder().waitWhenBusy(Duration.ofSeconds(20)).on(database.dataSource());
    }

    @BeforeEach
    void build() {
        Pipeline shop = shop(1);
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));
    }

    @AfterEach
    void close() {
        medallion.close();
        database.close();
    }

    @Test
    void what_was_good_stays_readable_and_the_next_refresh_repairs_everything() {
        Random random = new Random(SEED);
        long before = database.calls();
        shop(2).refresh();
        long calls = database.calls() - before;
        int killed = 0;
        for (int orders = 3; orders < 3 + CASES; orders++) {
            int number = orders;
            long nth = random.nextLong(calls);
            database.killAt(nth);
            boolean failed = fails(() -> shop(number).refresh());
            String where = "killed at call " + nth + " of " + calls + ", orders " + orders;
            killed += database.spare() ? 1 : 0;
            assertReadable(where, orders - 1, orders, failed);

            Pipeline shop = shop(orders);
            again(shop::refresh, failed);
            assertReadable(where, orders, orders, false);
            assertThat(shop(orders).history(10_000))
                    .as(where)
                    .noneMatch(build -> build.status() == Build.Status.RUNNING);
        }
        // a work table that a killed session left behind is dropped by the next build
        shop(1).refresh();
        assertThat(workTables()).isEmpty();
        assertThat(killed).isGreaterThan(CASES / 2);
    }

    @Test
    void a_first_load_that_is_killed_can_be_done_again() {
        Random random = new Random(SEED);
        long before = database.calls();
        medallion.pipeline("other0", named("other0", 5)).bronze().load();
        long calls = database.calls() - before;
        for (int i = 1; i <= CASES; i++) {
            Pipeline other = medallion.pipeline("other" + i, named("other" + i, 5));
            long nth = random.nextLong(calls);
            database.killAt(nth);
            boolean failed = fails(() -> other.bronze().load());
            database.spare();
            again(() -> other.bronze().load(), failed);
            assertThat(single("select count(*) from bronze.other" + i))
                    .as("killed at call %d of %d", nth, calls)
                    .isEqualTo("5");
            assertThat(other.bronze().batches("other" + i)).hasSize(1);
        }
    }

    private static Source named(String name, int orders) {
        return Shop.cleanOrders(orders).named(name);
    }

    /** All of its tables hold the orders of one source, as many as it says. */
    private Pipeline shop(int orders) {
        return medallion.pipeline("shop", Shop.cleanOrders(orders));
    }

    private static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (MedallionException failed) {
            return true;
        }
    }

    /** A session that ended after the last statement is noticed by nobody and met again in the pool, once. */
    private static void again(Runnable work, boolean noticed) {
        if (noticed || fails(work)) {
            work.run();
        }
    }

    private void assertReadable(String where, long least, long most, boolean failed) {
        long silver = Long.parseLong(single("select count(*) from silver.orders"));
        long gold = Long.parseLong(single("select sum(orders) from gold.revenue_by_month"));
        long bronze = Long.parseLong(
                single(
                        "select sum(b.in_force) from (select case when x.in_force then 1 else 0 end as in_force"
                                + " from bronze.orders o join medallion.batches x on x.batch_id = o._batch_id and x.table_name = 'orders') b"));
        assertThat(silver).as(where).isBetween(failed ? least : most, most);
        assertThat(gold).as(where).isBetween(failed ? least : most, most);
        assertThat(bronze).as(where).isBetween(silver, most);
        List<List<@Nullable String>> states = database.rows("select row_count from medallion.table_states where layer ="
                + " 'SILVER' and table_name = 'orders' and not coalesce(in_doubt, false)");
        // MariaDB swaps tables apart from what it records: in between the record says that it is in doubt
        assertThat(states).as(where).hasSizeBetween(failed ? 0 : 1, 1);
        states.forEach(state -> assertThat(state).as(where).containsExactly("" + silver));
        assertThat(shop((int) most).query(measure(count())).rows().get(0).get(0))
                .as(where)
                .isEqualTo(silver);
    }

    private List<List<@Nullable String>> workTables() {
        return database.rows("select table_name from information_schema.tables where table_name like '%\\_\\_next'"
                + " or table_name like '%\\_\\_stage'");
    }

    private @Nullable String single(String sql) {
        return database.rows(sql).get(0).get(0);
    }
}
