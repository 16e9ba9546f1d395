package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.engines.EachDialect;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers see the version before or the one after and nothing else, whether a table is swapped or published in place, and
 * whether builds fail in between. {@code -Dmedallion.cases=2500} rebuilds a hundred times.
 */
class ReadersTest {

    private static final int REBUILDS = Math.max(6, Math.min(100, Integer.getInteger("medallion.cases", 300) / 25));
    private static final int ORDERS = 200;
    private static final SilverSpec FAILING =
            Shop.ORDERS.check(that("amount > 1").named("never").orFail());

    private final AtomicBoolean done = new AtomicBoolean();

    @ParameterizedTest
    @MethodSource("io.medallion.jdbc.EngineUnderTest#swappedAndInPlace")
    void readers_see_the_version_before_or_the_one_after_and_nothing_else(Dialect dialect, boolean inPlace)
            throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            HostSql host = new HostSql(engine);
            Medallion medallion = Medallion.on(engine.dataSource());
            rebuild(medallion, ORDERS);
            boolean viewed = inPlace || dialect != Dialect.POSTGRES;
            host.run(viewed ? "create view seen as select amount from silver.orders" : "select 1");
            host.run(inPlace ? "create index by_id on silver.orders (id)" : "select 1");

            List<Future<Integer>> reads = new ArrayList<>();
            reads.add(readers.submit(untilDone(() -> asks(medallion.pipeline("shop")))));
            reads.add(readers.submit(untilDone(host, connection -> readsPlainly(host, connection, viewed))));
            reads.add(readers.submit(untilDone(host, connection -> readsWithItsRecord(host, connection))));
            reads.add(readers.submit(untilDone(host, connection -> joinsSilverWithGold(host, connection))));
            for (int i = 1; i <= REBUILDS; i++) {
                rebuild(medallion, ORDERS + i);
                if (i % 3 == 0) {
                    assertThatThrownBy(() -> medallion.pipeline("shop").silver().build(FAILING))
                            .isInstanceOf(BuildFailedException.class);
                }
            }
            done.set(true);
            for (Future<Integer> read : reads) {
                assertThat(read.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdown();
            readers.awaitTermination(60, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void a_reader_that_stays_keeps_nobody_waiting(Dialect dialect) throws Exception {
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            HostSql host = new HostSql(engine);
            Medallion medallion = Medallion.on(engine.dataSource());
            rebuild(medallion, 5);
            try (Connection staying = engine.dataSource().getConnection()) {
                staying.setAutoCommit(false);
                assertThat(host.rows(staying, "select count(*) from silver.orders"))
                        .containsExactly("5");
                medallion.pipeline("shop", Shop.cleanOrders(6)).bronze().load();
                Build build = medallion.pipeline("shop").silver().build(Shop.ORDERS);
                assertThat(build.sql()).contains("delete from");
                assertThat(host.rows("select count(*) from silver.orders")).containsExactly("6");
                staying.rollback();
            }
        }
    }

    @ParameterizedTest
    @EachDialect
    void a_query_that_meets_a_swap_between_record_and_rows_answers_from_one_version(Dialect dialect) {
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            FaultyDatabase meeting = new FaultyDatabase(engine);
            Medallion medallion = Medallion.on(engine.dataSource());
            Pipeline asked = Medallion.on(meeting.dataSource()).pipeline("shop");
            rebuild(medallion, 5);
            Pipeline more = medallion.pipeline("shop", Shop.cleanOrders(6));
            more.bronze().load();
            meeting.before("sum(", () -> more.silver().build(Shop.ORDERS));

            Answer answer = asked.query(
                    measure(count().named("orders"), sum("orders.amount").named("revenue"))
                            .by("id"));
            assertThat(meeting.isDone()).isTrue();
            assertThat(answer.rows()).hasSize(dialect == Dialect.DUCKDB ? 5 : 6);
            assertThat(answer.route().reads().get(0).rows())
                    .isEqualTo(answer.rows().size());
        }
    }

    @ParameterizedTest
    @EachDialect
    void pipelines_publish_beside_one_another(Dialect dialect) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            Medallion medallion = Medallion.on(engine.dataSource());
            rebuild(medallion, 1);
            List<Future<Integer>> written = new ArrayList<>();
            for (String table : List.of("north", "south")) {
                written.add(writers.submit(() -> {
                    for (int i = 1; i <= 4; i++) {
                        Pipeline pipeline =
                                medallion.pipeline(table, Shop.cleanOrders(i).named(table));
                        pipeline.bronze().load();
                        pipeline.silver()
                                .build(SilverSpec.of(table, column("id").as(integer()), column("segment")));
                    }
                    return new HostSql(engine)
                            .rows("select id from silver." + table)
                            .size();
                }));
            }
            for (Future<Integer> rows : written) {
                assertThat(rows.get(300, TimeUnit.SECONDS)).isEqualTo(4);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static void rebuild(Medallion medallion, int orders) {
        Pipeline shop = medallion.pipeline("shop", Shop.cleanOrders(orders));
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));
    }

    /** Each order is worth 1: in every version the number of orders is the revenue. */
    private static void asks(Pipeline shop) {
        Answer answer =
                shop.query(measure(count().named("orders"), sum("orders.amount").named("revenue"))
                        .by("segment"));
        assertThat(answer.rows()).hasSize(1);
        BigDecimal orders = new BigDecimal(String.valueOf(answer.rows().get(0).get(1)));
        BigDecimal revenue = new BigDecimal(String.valueOf(answer.rows().get(0).get(2)));
        assertThat(revenue).isEqualByComparingTo(orders).isGreaterThanOrEqualTo(BigDecimal.valueOf(ORDERS));
    }

    private static void readsPlainly(HostSql host, Connection connection, boolean viewed) throws SQLException {
        String table = viewed ? "seen" : "silver.orders";
        String[] read = host.rows(connection, "select count(*), sum(amount) from " + table)
                .get(0)
                .split(" ");
        assertThat(new BigDecimal(read[1])).isEqualByComparingTo(new BigDecimal(read[0]));
        assertThat(Integer.parseInt(read[0])).isGreaterThanOrEqualTo(ORDERS);
    }

    /** In one statement a host sees the table and its record of one moment, or that the record is in doubt. */
    private static void readsWithItsRecord(HostSql host, Connection connection) throws SQLException {
        String[] read = host.rows(
                        connection,
                        "select s.row_count, (select count(*) from silver.orders), case when s.in_doubt then 1 else 0 end"
                                + " from medallion.table_states s where s.layer = 'SILVER'")
                .get(0)
                .split(" ");
        assertThat(read[1]).satisfiesAnyOf(rows -> assertThat(rows).isEqualTo(read[0]), rows -> assertThat(read[2])
                .isEqualTo("1"));
    }

    /**
     * A host that joins Silver with Gold reads whole versions of both, of Gold that of one build of Silver or another, never half of one. They are
     * published one after the other, each in a statement or transaction of its own.
     */
    private static void joinsSilverWithGold(HostSql host, Connection connection) throws SQLException {
        String[] read = host.rows(
                        connection,
                        "select count(*), sum(o.amount), min(r.revenue), max(r.revenue), count(distinct r.segment)"
                                + " from silver.orders o join gold.revenue_by_month r on r.segment = o.segment")
                .get(0)
                .split(" ");
        int orders = Integer.parseInt(read[0]);
        assertThat(orders).isGreaterThanOrEqualTo(ORDERS);
        assertThat(new BigDecimal(read[1])).isEqualByComparingTo(BigDecimal.valueOf(orders));
        assertThat(new BigDecimal(read[2])).isEqualByComparingTo(read[3]);
        // a rebuild adds an order to Silver first and to Gold then; a failed one in between adds none to either
        assertThat(new BigDecimal(read[2]).intValue()).isBetween(orders - 1, orders);
        assertThat(read[4]).isEqualTo("1");
    }

    private Callable<Integer> untilDone(Runnable read) {
        return () -> {
            int reads = 0;
            while (!done.get()) {
                read.run();
                reads++;
            }
            return reads;
        };
    }

    private Callable<Integer> untilDone(HostSql host, Read read) {
        return () -> {
            try (Connection connection = host.engine().dataSource().getConnection()) {
                int reads = 0;
                while (!done.get()) {
                    read.on(connection);
                    reads++;
                }
                return reads;
            }
        };
    }

    private interface Read {
        void on(Connection connection) throws SQLException;
    }
}
