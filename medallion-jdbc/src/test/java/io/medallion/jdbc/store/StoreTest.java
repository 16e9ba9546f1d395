package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.OnEveryEngine;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlMigration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class StoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final EngineUnderTest engine;
    private final Database database;

    StoreTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        database = Database.on(engine.dataSource(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void own_tables_are_made_once() {
        OwnSchema own = new OwnSchema(database);
        assertThat(own.version()).isZero();
        own.migrate();
        own.migrate();
        assertThat(own.missing()).isEmpty();
        assertThat(own.version()).isEqualTo(newest());
        own.verify();
    }

    @Test
    void verifying_writes_nothing_and_gives_the_sql_to_run() {
        OwnSchema own = new OwnSchema(database);
        assertThatThrownBy(own::verify)
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("lack version 1, 2")
                .hasMessageContaining("create table")
                .hasMessageContaining("insert into");
        assertThat(own.version()).isZero();
    }

    @Test
    void the_sql_to_run_satisfies_the_check() {
        OwnSchema own = new OwnSchema(database);
        String text = message(own);
        String sql = text.substring(text.indexOf("Run this SQL:") + "Run this SQL:".length());
        database.read(s -> {
            for (String statement : sql.strip().split(";\\R")) {
                s.update(statement);
            }
            return sql;
        });
        own.verify();
    }

    @Test
    void a_newer_release_is_not_touched() {
        OwnSchema own = new OwnSchema(database);
        own.migrate();
        database.read(
                s -> s.update("insert into " + s.own("migrations") + " (version, applied_at) values (?, ?)", 99, NOW));
        assertThatThrownBy(own::migrate)
                .hasMessageContaining("have version 99")
                .hasMessageContaining("Use the release that made them");
        assertThatThrownBy(own::verify).hasMessageContaining("have version 99");
    }

    @Test
    void namings_keep_their_own_tables_apart() {
        Database tenant = database.with(Naming.inSchema("tenant_7"));
        new OwnSchema(tenant).migrate();
        assertThat(new OwnSchema(database).version()).isZero();
        tenant.inTransaction(s -> {
            new TableRegistry(s).register("shop", NOW);
            return null;
        });
        assertThat(list(tenant, s -> new TableRegistry(s).pipelines())).containsExactly("shop");
    }

    @Test
    void a_table_belongs_to_one_pipeline() {
        new OwnSchema(database).migrate();
        database.read(s -> {
            TableRegistry registry = new TableRegistry(s);
            registry.claim("shop", Layer.SILVER, "orders");
            registry.claim("shop", Layer.SILVER, "orders");
            registry.claim("crm", Layer.BRONZE, "orders");
            assertThat(registry.tables("shop", Layer.SILVER)).containsExactly("orders");
            assertThatThrownBy(() -> registry.claim("crm", Layer.SILVER, "orders"))
                    .hasMessageContaining("silver table 'orders' of pipeline 'crm'")
                    .hasMessageContaining("belongs to pipeline 'shop'");
            registry.release(Layer.SILVER, "orders");
            registry.claim("crm", Layer.SILVER, "orders");
            return null;
        });
    }

    @Test
    void one_version_of_a_spec_holds_and_all_stay_readable() {
        new OwnSchema(database).migrate();
        database.inTransaction(s -> {
            SpecVersions specs = new SpecVersions(s);
            specs.put("shop", "SILVER", "orders", 1, "f1", "{1}", NOW);
            specs.put("shop", "GOLD", "revenue", 1, "g1", "{g}", NOW);
            specs.put("shop", "SILVER", "orders", 2, "f2", "{2}", NOW);
            return null;
        });
        database.read(s -> {
            SpecVersions specs = new SpecVersions(s);
            assertThat(specs.newest("shop")).isEqualTo(2);
            assertThat(specs.of("shop")).hasSize(3);
            assertThat(specs.inForce("shop")).extracting(SpecRow::json).containsExactly("{g}", "{2}");
            assertThat(specs.inForce("shop", "SILVER", "orders"))
                    .contains(new SpecRow("shop", "SILVER", "orders", 2, "f2", "{2}", NOW, true));
            specs.retire("shop", "SILVER", "orders");
            assertThat(specs.inForce("shop", "SILVER", "orders")).isEmpty();
            return null;
        });
    }

    @Test
    void a_build_is_recorded_when_it_begins_and_again_when_it_ends() {
        new OwnSchema(database).migrate();
        BuildRow running = build("RUNNING", null);
        BuildRow published = build("PUBLISHED", NOW.plusSeconds(5));
        database.inTransaction(s -> {
            new BuildLog(s).put(running);
            return null;
        });
        assertThat(list(database, s -> new BuildLog(s).newest("shop", 10))).containsExactly(running);
        database.inTransaction(s -> {
            new BuildLog(s).put(build("FAILED", NOW));
            new BuildLog(s).put(published);
            new BuildLog(s).addReasons(List.of(new BuildReasonRow("b1", "id: missing", "reject", 2)));
            return null;
        });
        assertThat(one(database, s -> new BuildLog(s).newest("shop", Layer.SILVER, "orders")))
                .contains(published);
        assertThat(one(database, s -> new BuildLog(s).build("b1"))).contains(published);
        assertThat(list(database, s -> new BuildLog(s).reasons("b1")))
                .containsExactly(new BuildReasonRow("b1", "id: missing", "reject", 2));
    }

    @Test
    void the_state_of_a_table_is_what_was_put_last() {
        new OwnSchema(database).migrate();
        TableStateRow second = new TableStateRow(Layer.GOLD, "revenue", 2, "b2", "f", "{}", 7, NOW, false);
        database.inTransaction(s -> {
            new TableStates(s).put(new TableStateRow(Layer.GOLD, "revenue", 1, "b1", "f", "{}", 5, NOW, false));
            new TableStates(s).put(second);
            return null;
        });
        assertThat(list(database, s -> new TableStates(s).all())).containsExactly(second);
        assertThat(one(database, s -> new TableStates(s).of(Layer.GOLD, "revenue")))
                .contains(second);
        database.read(s -> {
            new TableStates(s).remove(Layer.GOLD, "revenue");
            return null;
        });
        assertThat(list(database, s -> new TableStates(s).all())).isEmpty();
    }

    private static <T> List<T> list(Database database, SqlWork<List<T>> work) {
        return database.read(work);
    }

    private static <T> Optional<T> one(Database database, SqlWork<Optional<T>> work) {
        return database.read(work);
    }

    private static BuildRow build(String status, Instant finishedAt) {
        return new BuildRow(
                "b1", "shop", Layer.SILVER, "orders", 1, "f", status, NOW, finishedAt, 10, 7, 2, 1, "select 1", null);
    }

    private int newest() {
        List<SqlMigration> all = database.sql().ownMigrations();
        return all.get(all.size() - 1).version();
    }

    private static String message(OwnSchema own) {
        try {
            own.verify();
            return "";
        } catch (MedallionException e) {
            return e.getMessage();
        }
    }
}
