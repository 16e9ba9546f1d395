package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.engines.EachDialect;
import io.medallion.jdbc.KilledDatabase;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** Loads into servers that end midway leave no batch behind, and the next load finds nothing in its way. */
@ParameterizedClass(name = "{0}")
@EachDialect(but = Dialect.DUCKDB)
class BrokenLoadTest {

    private static final int ROWS = 60_000;

    private final KilledDatabase database;
    private final Bronze bronze;

    BrokenLoadTest(Dialect dialect) {
        database = new KilledDatabase(dialect);
        bronze = new Bronze(database.engine(), database.dataSource());
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    @Test
    void a_session_that_the_server_ends_midway_leaves_no_batch() {
        assertThatThrownBy(() -> bronze.load(rows(database::killNow)))
                .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.kind())
                        .isEqualTo(DatabaseException.Kind.UNREACHABLE));
        assertNothingIsLeft(null);
    }

    @Test
    void a_session_that_the_server_ends_midway_takes_nothing_from_what_was_there() {
        BronzeSpec spec = bronze.load(Source.rows("contacts", List.of("id"), sink -> sink.row("old")))
                .spec();
        assertThatThrownBy(() -> bronze.load(rows(database::killNow), spec)).isInstanceOf(DatabaseException.class);
        assertThat(bronze.column("contacts", "id")).containsExactly("old");
        assertThat(bronze.stored("contacts")).isEqualTo(1);
        assertNothingIsLeft(spec);
    }

    @Test
    void an_interrupted_load_leaves_no_batch() {
        assertThatThrownBy(() -> bronze.load(rows(() -> Thread.currentThread().interrupt())))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bronze.exists("contacts")).isFalse();
        assertNothingIsLeft(null);
    }

    @Test
    void loads_of_two_pipelines_run_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch both = new CountDownLatch(2);
            // each waits in the middle of its rows until the other is there too
            Future<LoadResult> first = threads.submit(() -> load("shop", waiting("first", both)));
            Future<LoadResult> second = threads.submit(() -> load("store", waiting("second", both)));
            first.get();
            second.get();
            assertThat(bronze.stored("first")).isEqualTo(ROWS);
            assertThat(bronze.stored("second")).isEqualTo(ROWS);
        } finally {
            threads.shutdownNow();
        }
    }

    private LoadResult load(String pipeline, Source source) {
        return new BronzeLoader(bronze.database).load(LoadRequest.of(pipeline, source, null));
    }

    private static Source waiting(String name, CountDownLatch both) {
        return Source.rows(name, List.of("id"), sink -> {
            for (int i = 0; i < ROWS; i++) {
                if (i == ROWS / 2) {
                    both.countDown();
                    if (!both.await(1, TimeUnit.MINUTES)) {
                        throw new IllegalStateException("the other load does not run");
                    }
                }
                sink.row("" + i);
            }
        });
    }

    private static Source rows(Runnable midway) {
        return Source.rows("contacts", List.of("id"), sink -> {
            for (int i = 0; i < ROWS; i++) {
                if (i == ROWS / 2) {
                    midway.run();
                }
                sink.row("" + i);
            }
        });
    }

    private void assertNothingIsLeft(BronzeSpec spec) {
        bronze.load(rows(() -> {}), spec);
        assertThat(bronze.column("contacts", "id")).hasSize(ROWS);
        assertThat(bronze.batches("contacts")).hasSize(spec == null ? 1 : 2);
    }
}
