package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.engines.Engines;
import io.medallion.jdbc.FaultyDatabase.Fault;
import io.medallion.jdbc.PipelineStatus.State;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A refresh that fails at any of its statements, however it fails, leaves whole versions that are told apart rightly, and the
 * next refresh repairs everything. {@code -Dmedallion.cases=1000} and more tries every way of failing at every statement; fewer
 * take the ways in turn, at every fifth statement.
 */
class PublishFaultsTest {

    private static final boolean ALL = Integer.getInteger("medallion.cases", 300) >= 1000;
    private static final int STEP = ALL ? 1 : 5;
    private static final int MOST_STATEMENTS = 400;

    private static final SilverSpec ORDERS =
            SilverSpec.of("orders", column("id").as(integer()).check(notNull()), column("segment"));

    private static final GoldSpec SEGMENTS = GoldSpec.builder("segments")
            .from(ORDERS)
            .by(dimension("segment"))
            .measure(count().named("orders"))
            .build();

    private int orders = 3;

    @ParameterizedTest
    @MethodSource("io.medallion.jdbc.EngineUnderTest#swappedAndInPlace")
    void the_next_refresh_repairs_what_failed_at_any_statement(Dialect dialect, boolean inPlace) {
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            HostSql host = new HostSql(engine);
            FaultyDatabase faulty = new FaultyDatabase(engine);
            Medallion medallion =
                    Medallion.builder().waitWhenBusy(Duration.ofSeconds(20)).on(faulty.dataSource());
            Pipeline shop = load(medallion);
            shop.silver().build(ORDERS);
            shop.gold().build(List.of(SEGMENTS));
            if (inPlace) {
                host.run("create index by_id on silver.orders (id)");
                host.run("create index by_orders on gold.segments (orders)");
            }
            int failures = 0;
            for (int nth = 0; nth < MOST_STATEMENTS; nth += STEP) {
                int before = failures;
                for (Fault fault : faults(nth)) {
                    failures += fails(medallion, faulty, host, nth, fault) ? 1 : 0;
                }
                if (failures == before) {
                    break;
                }
            }
            assertThat(failures).isGreaterThan(10);
        }
    }

    private static List<Fault> faults(int nth) {
        Fault[] all = Fault.values();
        return ALL ? List.of(all) : List.of(all[nth / STEP % all.length]);
    }

    /** Whether the fault was reached. */
    private boolean fails(Medallion medallion, FaultyDatabase faulty, HostSql host, int nth, Fault fault) {
        int before = orders;
        Pipeline shop = load(medallion);
        faulty.fail(nth, fault);
        try {
            shop.refresh();
        } catch (MedallionException failed) {
            assertThat(failed).hasMessageNotContaining("null");
        }
        boolean reached = faulty.revive();
        if (host.engine().dialect() == Dialect.DUCKDB) {
            // what a restarted process does with the lock of the one before
            host.run("delete from medallion.locks");
        }
        assertWhole(shop, host, before, "statement " + nth + " " + fault);

        boolean rebuilt = shop.refresh().skipped().isEmpty();
        assertRepaired(shop, host, "statement " + nth + " " + fault);
        if (rebuilt) {
            assertThat(leftovers(host)).as("statement " + nth + " " + fault).isEmpty();
        }
        return reached;
    }

    private Pipeline load(Medallion medallion) {
        orders++;
        Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(orders));
        shop.bronze().load();
        return medallion.pipeline("shop");
    }

    private void assertWhole(Pipeline shop, HostSql host, int before, String where) {
        int silver = number(host, "select count(*) from silver.orders");
        int gold = number(host, "select sum(orders) from gold.segments");
        assertThat(silver).as(where).isIn(before, orders);
        assertThat(gold).as(where).isIn(before, orders);
        assertThat(host.rows("select row_count, 0 from medallion.table_states where layer = 'SILVER'"
                        + " and coalesce(in_doubt, false) = false and row_count <> " + silver))
                .as(where)
                .isEmpty();
        assertThat(shop.query(measure(count()).by("segment")).rows().get(0).get(1))
                .as(where)
                .hasToString("" + silver);
        assertThat(shop.query(measure(count())).rows().get(0).get(0)).as(where).hasToString("" + silver);
    }

    private void assertRepaired(Pipeline shop, HostSql host, String where) {
        assertThat(number(host, "select count(*) from silver.orders")).as(where).isEqualTo(orders);
        assertThat(number(host, "select sum(orders) from gold.segments"))
                .as(where)
                .isEqualTo(orders);
        assertThat(shop.status().of(Layer.SILVER)).as(where).isEqualTo(State.FRESH);
        assertThat(shop.status().of(Layer.GOLD)).as(where).isEqualTo(State.FRESH);
        assertThat(host.rows("select build_id from medallion.builds where status = 'RUNNING'"))
                .as(where)
                .isEmpty();
        assertThat(shop.query(measure(count()).by("segment")).route().layer())
                .as(where)
                .isEqualTo(Layer.GOLD);
    }

    private static int number(HostSql host, String query) {
        return (int) Double.parseDouble(host.rows(query).get(0));
    }

    private static List<String> leftovers(HostSql host) {
        String here = Engines.speaksMySql(host.engine().dialect()) ? "table_schema = database()" : "1 = 1";
        return host.rows("select table_name from information_schema.tables where " + here).stream()
                .filter(name -> name.matches(".*__(next|old|stage)"))
                .toList();
    }
}
