package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.Naming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @TempDir
    Path directory;

    @Test
    void the_rows_of_a_large_file_are_numbered_in_the_order_of_its_records() throws IOException {
        Path file = orders(40 << 20);
        try (Database database = database(Map.of("threads", "4"))) {
            new BronzeLoader(database).load(LoadRequest.of("shop", Csv.file(file), null));
            String table = database.sql().quoted(database.naming().table(Layer.BRONZE, "orders"));
            assertThat(count(database, "select count(*) from " + table)).isGreaterThan(500_000);
            assertThat(count(database, "select count(*) from " + table + " where cast(id as bigint) <> _row_number"))
                    .isZero();
        }
    }

    @Test
    void nothing_of_it_stays() throws IOException {
        try (Database database = database(Map.of())) {
            assertThat(staged(database, orders(1 << 20))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"memory_limit, 40MB", "preserve_insertion_order, false"})
    void a_file_is_not_staged_where_it_may_not_fit_or_would_lose_its_order(String setting, String value)
            throws IOException {
        try (Database database = database(Map.of(setting, value))) {
            assertThat(staged(database, orders(5 << 20))).isFalse();
        }
    }

    @Test
    void a_file_that_the_reader_refuses_is_scanned_first() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.csv"), "id,note\n1,x\n1,2,3\n");
        try (Database database = database(Map.of())) {
            assertThatThrownBy(() -> staged(database, file))
                    .isInstanceOfSatisfying(
                            StartOver.class, slower -> assertThat(slower.way()).isEqualTo(Way.SCANNED));
        }
    }

    @ParameterizedTest
    @CsvSource({"512.0 MiB, 536870912", "1.5 GiB, 1610612736", "100 bytes, 100", "2.0 KiB, 2048", "unlimited, 0"})
    void the_memory_limit_is_read_as_duckdb_says_it(String text, long bytes) {
        assertThat(MemoryLimit.bytes(text)).isEqualTo(bytes);
    }

    private static boolean staged(Database database, Path file) {
        Csv csv = Csv.file(file).delimiter(',');
        List<SourcePart> parts = csv.parts();
        Map<SourcePart, Way> ways = new IdentityHashMap<>(Map.of(parts.get(0), Way.UNSCANNED));
        return database.read(session -> {
            Stage stage = new Stage(LoadRequest.of("shop", csv, null), parts, ways);
            try {
                stage.fill(session);
                assertThat(temporaryTables(session)).isEqualTo(stage.tableOf(parts.get(0)) == null ? 0 : 1);
            } finally {
                stage.drop(session);
            }
            assertThat(temporaryTables(session)).isZero();
            return stage.tableOf(parts.get(0)) != null;
        });
    }

    private static long temporaryTables(Session session) {
        return session.number("select count(*) from duckdb_tables() where temporary");
    }

    private static long count(Database database, String select) {
        return database.read(session -> session.number(select));
    }

    private static Database database(Map<String, String> settings) {
        Database database =
                Database.inMemory(settings, Naming.schemaPerLayer(), Clock.systemUTC(), () -> UUID.randomUUID()
                        .toString());
        new OwnSchema(database).migrate();
        return database;
    }

    private Path orders(int size) throws IOException {
        StringBuilder text = new StringBuilder("id,note\n");
        for (int i = 1; text.length() < size; i++) {
            text.append(i).append(",some longer note about an order that goes on for a while\n");
        }
        return Files.writeString(directory.resolve("orders.csv"), text);
    }
}
