package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.sql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class OneWriterTest {

    private final Dialect dialect;

    OneWriterTest(Dialect dialect) {
        this.dialect = dialect;
    }

    @Test
    void a_second_writer_is_told_who_writes() throws Exception {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        MedallionListener pause = event -> {
            if (event instanceof Event.Started started && started.what().equals("build")) {
                building.countDown();
                await(goOn);
            }
        };
        ExecutorService other = Executors.newSingleThreadExecutor(work -> new Thread(work, "night shift"));
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            Medallion medallion = Medallion.builder()
                    .listener(pause)
                    .waitWhenBusy(Duration.ZERO)
                    .on(engine.dataSource());
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();
            Future<Build> build = other.submit(() -> shop.silver().build(Shop.ORDERS));
            await(building);

            assertThatThrownBy(() -> shop.silver().build(Shop.ORDERS))
                    .isInstanceOfSatisfying(PipelineBusyException.class, busy -> assertThat(busy.owner())
                            .contains("night shift"))
                    .hasMessageContaining("waitWhenBusy");
            Pipeline quiet = medallion.pipeline("quiet", Shop.orders(Shop.DIRTY).named("other"));
            assertThat(quiet.bronze().load()).hasSize(1);

            goOn.countDown();
            assertThat(build.get(2, TimeUnit.MINUTES).version()).isEqualTo(1);
            assertThat(shop.silver().build(Shop.ORDERS).version()).isEqualTo(2);
        } finally {
            goOn.countDown();
            other.shutdownNow();
        }
    }

    @Test
    void writers_that_wait_come_one_after_the_other() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            Medallion medallion = Medallion.on(engine.dataSource());
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();
            List<Future<Build>> builds = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                builds.add(writers.submit(() -> shop.silver().build(Shop.ORDERS)));
            }

            List<Long> versions = new ArrayList<>();
            for (Future<Build> build : builds) {
                versions.add(build.get(2, TimeUnit.MINUTES).version());
            }

            assertThat(versions).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        } finally {
            writers.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
