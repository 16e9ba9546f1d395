package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.medallion.engines.DatabaseServer;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.jdbc.store.PipelineLock.Attempt;
import io.medallion.jdbc.store.PipelineLock.Busy;
import io.medallion.jdbc.store.PipelineLock.Held;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** Locks of servers end with those who hold them. */
@ParameterizedClass(name = "{0}")
@EachDialect(but = Dialect.DUCKDB)
class ServerLockTest {

    private final TestDatabase server;
    private final Database database;

    ServerLockTest(Dialect dialect) {
        DatabaseServer engine = Engines.server(dialect);
        server = engine.database();
        database = database();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Database database() {
        return Database.on(server.dataSource(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> UUID.randomUUID()
                .toString());
    }

    @Test
    void a_killed_process_blocks_nobody() throws Exception {
        new OwnSchema(database).migrate();
        Process other = process();
        try {
            assertThat(reader(other).readLine()).isEqualTo("held");
            assertThat(acquire(Duration.ZERO))
                    .asInstanceOf(type(Busy.class))
                    .returns("another process", Busy::owner)
                    .satisfies(busy -> assertThat(busy.process()).startsWith("PID " + other.pid()));
            other.destroyForcibly().waitFor();
            try (PipelineLock lock = held(acquire(Duration.ofSeconds(30)))) {
                assertThat(lock.database().<Long>read(s -> s.number("select 7")))
                        .isEqualTo(7);
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoever_lost_the_lock_writes_nothing_more() {
        new OwnSchema(database).migrate();
        PipelineLock first = held(acquire(Duration.ZERO));
        long session = first.database().read(s -> s.number(ownSession()));
        server.run(end(session));
        try (PipelineLock second = held(acquire(Duration.ofSeconds(30)))) {
            assertThatThrownBy(() -> first.database().inTransaction(s -> s.update("delete from " + s.own("locks"))))
                    .asInstanceOf(type(DatabaseException.class))
                    .returns(Kind.UNREACHABLE, DatabaseException::kind);
            first.close();
            assertThat(acquire(Duration.ZERO)).isInstanceOf(Busy.class);
            assertThat(second.database().<Long>read(s -> s.number("select count(*) from " + s.own("locks"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void the_same_pipeline_in_other_own_tables_is_another_one() {
        Database tenant = database.with(Naming.inSchema(server.name() + "_tenant"));
        try {
            new OwnSchema(database).migrate();
            new OwnSchema(tenant).migrate();
            try (PipelineLock ours = held(acquire(Duration.ZERO));
                    PipelineLock theirs = held(PipelineLock.acquire(tenant, "shop", "me", Duration.ZERO))) {
                assertThat(ours).isNotSameAs(theirs);
            }
        } finally {
            server.run("drop schema " + server.name() + "_tenant"
                    + (server.dialect() == Dialect.POSTGRES ? " cascade" : ""));
        }
    }

    @Test
    void processes_that_start_at_once_make_the_own_tables_once() throws Exception {
        int starters = 8;
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        try {
            List<Future<Integer>> versions = new ArrayList<>();
            for (int i = 0; i < starters; i++) {
                OwnSchema own = new OwnSchema(database());
                versions.add(threads.submit(() -> {
                    own.migrate();
                    return own.version();
                }));
            }
            int newest = database.sql().ownMigrations().size();
            for (Future<Integer> version : versions) {
                assertThat(version.get()).isEqualTo(newest);
            }
            assertThat(database.<Long>read(s -> s.number("select count(*) from " + s.own("migrations"))))
                    .isEqualTo(newest);
        } finally {
            threads.shutdownNow();
        }
    }

    private Attempt acquire(Duration wait) {
        return PipelineLock.acquire(database, "shop", "me", wait);
    }

    private static PipelineLock held(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Held.class);
        return ((Held) attempt).lock();
    }

    private String ownSession() {
        return server.dialect() == Dialect.POSTGRES ? "select pg_backend_pid()" : "select connection_id()";
    }

    private String end(long session) {
        return server.dialect() == Dialect.POSTGRES
                ? "select pg_terminate_backend(" + session + ")"
                : "kill connection " + session;
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldPipeline.class.getName(),
                        server.url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
