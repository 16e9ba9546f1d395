package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.engines.Engines;
import io.medallion.spec.Check;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ListenerTest {

    private final List<Event> events = new ArrayList<>();
    private final EngineUnderTest engine;

    ListenerTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void hears_the_beginning_the_steps_and_the_end() {
        String schema = schema();
        try (Medallion medallion = Medallion.builder()
                .listener(events::add)
                .naming(Naming.inSchema(schema))
                .on(engine.dataSource())) {
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();
            events.clear();
            shop.silver().build(Shop.ORDERS);
        }

        assertThat(events).allSatisfy(event -> assertThat(event.where())
                .isEqualTo(new Where(schema, "shop", Layer.SILVER, "orders")));
        assertThat(events.get(0)).isInstanceOf(Event.Started.class);
        assertThat(events).filteredOn(Event.Progress.class::isInstance).hasSizeGreaterThan(3);
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(Event.Finished.class, done -> assertThat(done.what())
                        .isEqualTo("6 rows in = 3 out + 2 rejected + 1 duplicates"));
    }

    @Test
    void hears_a_failure_without_values_of_rows() {
        try (Medallion medallion = Medallion.builder().listener(events::add).on(engine.dataSource())) {
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();

            assertThatThrownBy(() -> shop.silver()
                            .build(Shop.ORDERS.withColumn(
                                    "amount",
                                    c -> c.check(
                                            Check.atLeast(3).named("worth it").orFail()))))
                    .isInstanceOf(BuildFailedException.class);
        }

        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(Event.Failed.class, failed -> assertThat(failed.error())
                        .contains("worth it")
                        .doesNotContain("2.5"));
    }

    @Test
    void may_ask_the_pipeline_where_there_is_a_second_connection() {
        List<PipelineStatus.State> seen = new ArrayList<>();
        AtomicReference<Pipeline> asked = new AtomicReference<>();
        try (Medallion medallion = Medallion.builder()
                .listener(event -> {
                    if (event instanceof Event.Finished && event.where().layer() == Layer.SILVER) {
                        seen.add(asked.get().status().of(Layer.SILVER));
                    }
                })
                .on(engine.dataSource())) {
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            asked.set(shop);
            shop.bronze().load();
            shop.silver().build(Shop.ORDERS);
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void its_own_failures_change_nothing() {
        try (Medallion medallion = Medallion.builder()
                .listener(event -> {
                    throw new IllegalStateException("the host's screen is gone");
                })
                .on(engine.dataSource())) {
            Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
            shop.bronze().load();

            assertThat(shop.silver().build(Shop.ORDERS).status()).isEqualTo(Build.Status.PUBLISHED);
        }
    }

    /** On MariaDB and MySQL schemas are databases: the one that is gone when the test is. */
    private String schema() {
        return Engines.speaksMySql(engine.dialect())
                ? new HostSql(engine).rows("select database()").get(0)
                : "tenant_1";
    }
}
