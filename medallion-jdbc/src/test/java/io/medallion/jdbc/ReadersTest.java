package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final int REBUILDS = 15;

    @Test
    void readers_see_the_version_before_or_the_one_after_and_nothing_else() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(2);
        AtomicBoolean done = new AtomicBoolean();
        try (Medallion medallion = Medallion.inMemory()) {
            rebuild(medallion, 1000);
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                reads.add(readers.submit(() -> readUntil(done, medallion.pipeline("shop"))));
            }
            for (int i = 1; i <= REBUILDS; i++) {
                rebuild(medallion, 1000 + i);
            }
            done.set(true);

            for (Future<Integer> read : reads) {
                assertThat(read.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }

    private static void rebuild(Medallion medallion, int orders) {
        Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(orders));
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));
    }

    /** Each order is worth 1: in every version the number of orders is the revenue. */
    private static int readUntil(AtomicBoolean done, Pipeline shop) {
        int reads = 0;
        while (!done.get()) {
            Answer answer = shop.query(
                    measure(count().named("orders"), sum("orders.amount").named("revenue"))
                            .by("segment"));
            assertThat(answer.rows()).hasSize(1);
            BigDecimal orders =
                    new BigDecimal(String.valueOf(answer.rows().get(0).get(1)));
            BigDecimal revenue =
                    new BigDecimal(String.valueOf(answer.rows().get(0).get(2)));
            assertThat(revenue).isEqualByComparingTo(orders).isGreaterThanOrEqualTo(BigDecimal.valueOf(1000));
            reads++;
        }
        return reads;
    }
}
