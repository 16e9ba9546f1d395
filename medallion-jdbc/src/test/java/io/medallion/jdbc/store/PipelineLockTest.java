package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.OnEveryEngine;
import io.medallion.jdbc.store.PipelineLock.Attempt;
import io.medallion.jdbc.store.PipelineLock.Busy;
import io.medallion.jdbc.store.PipelineLock.Held;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class PipelineLockTest {

    private final AtomicInteger ids = new AtomicInteger();
    private final EngineUnderTest engine;
    private final Database database;

    PipelineLockTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        database = Database.on(
                engine.dataSource(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id" + ids.incrementAndGet());
    }

    @BeforeEach
    void migrate() {
        new OwnSchema(database).migrate();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void a_second_owner_is_told_who_has_it() {
        try (PipelineLock lock = held(acquire("shop", "first", Duration.ZERO))) {
            assertThat(lock).isNotNull();
            assertThat(acquire("shop", "second", Duration.ofMillis(20)))
                    .asInstanceOf(type(Busy.class))
                    .returns("first", Busy::owner)
                    .satisfies(busy -> assertThat(busy.process())
                            .startsWith("PID " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void an_equal_owner_is_another_one() {
        try (PipelineLock lock = held(acquire("shop", "me", Duration.ZERO))) {
            assertThat(lock).isNotNull();
            assertThat(acquire("shop", "me", Duration.ZERO)).isInstanceOf(Busy.class);
        }
    }

    @Test
    void pipelines_do_not_wait_for_one_another() {
        try (PipelineLock shop = held(acquire("shop", "a", Duration.ZERO));
                PipelineLock crm = held(acquire("crm", "b", Duration.ZERO))) {
            assertThat(shop).isNotSameAs(crm);
        }
    }

    @Test
    void a_lock_that_was_given_back_is_free() {
        held(acquire("shop", "a", Duration.ZERO)).close();
        held(acquire("shop", "b", Duration.ZERO)).close();
    }

    @Test
    void the_lock_of_a_dead_process_is_taken_over() {
        database.read(s -> s.update(
                "insert into " + s.own("locks") + " (pipeline, owner, process, since) values (?, ?, ?, ?)",
                "shop",
                "gone #1",
                "PID 1 started long ago",
                database.now()));
        held(acquire("shop", "b", Duration.ZERO)).close();
        List<String> left =
                database.read(s -> s.query("select pipeline from " + s.own("locks"), row -> row.getString(1)));
        assertThat(left).isEmpty();
    }

    @Test
    void many_threads_get_it_one_at_a_time() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Void> work = () -> {
            try (PipelineLock lock = held(acquire("shop", "thread", Duration.ofSeconds(30)))) {
                assertThat(lock).isNotNull();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                database.read(s -> s.number("select count(*) from " + s.own("migrations")));
                inside.decrementAndGet();
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                all.add(threads.submit(work));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(most).hasValue(1);
    }

    private Attempt acquire(String pipeline, String owner, Duration wait) {
        return PipelineLock.acquire(database, pipeline, owner, wait);
    }

    private static PipelineLock held(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Held.class);
        return ((Held) attempt).lock();
    }
}
