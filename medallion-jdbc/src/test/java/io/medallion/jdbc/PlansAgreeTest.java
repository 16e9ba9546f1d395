package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.plan.SilverPlan;
import io.medallion.sql.Dialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rows give the same plan, whatever database measured them. */
class PlansAgreeTest {

    private static final Map<Dialect, EngineUnderTest> ENGINES = new EnumMap<>(Dialect.class);
    private static final int COLUMNS = 8;
    private static final AtomicInteger TABLES = new AtomicInteger();

    @BeforeAll
    static void start() {
        for (Dialect dialect : Engines.dialects()) {
            ENGINES.put(dialect, EngineUnderTest.of(dialect));
        }
    }

    @AfterAll
    static void stop() {
        ENGINES.values().forEach(EngineUnderTest::close);
        ENGINES.clear();
    }

    @ParameterizedTest
    @MethodSource
    void columns_that_others_get_wrong(List<ValueTrap> traps) {
        List<String> columns = new ArrayList<>();
        List<List<ValueTrap.Row>> cells = new ArrayList<>();
        for (ValueTrap trap : traps) {
            columns.add(trap.column() + " " + columns.size());
            cells.add(trap.rows());
        }
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int i = 0; i < cells.stream().mapToInt(List::size).max().orElse(0); i++) {
            int n = i;
            rows.add(cells.stream()
                    .map(column -> n < column.size() ? column.get(n).value() : null)
                    .toArray(String[]::new));
        }
        assertAgreed(columns, rows);
    }

    static Stream<List<ValueTrap>> columns_that_others_get_wrong() {
        List<ValueTrap> traps = ValueTrap.all();
        return IntStream.range(0, (traps.size() + COLUMNS - 1) / COLUMNS)
                .mapToObj(i -> traps.subList(i * COLUMNS, Math.min(traps.size(), (i + 1) * COLUMNS)));
    }

    @Test
    void values_that_loose_databases_take_for_one() {
        List<@Nullable String[]> rows = new ArrayList<>();
        String[] alike = {
            "a",
            "A",
            "a ",
            " a",
            "\u00e4",
            "a\u0308",
            "A\u0308",
            "ss",
            "\u00df",
            "\ud83d\ude00",
            "\ud83d\ude01",
            "",
            " ",
            "\t",
            null
        };
        for (int i = 0; i < 300; i++) {
            rows.add(new @Nullable String[] {
                alike[i % alike.length], alike[i * 7 % 11] + "\\'\"" + i % 3, "x".repeat(2_000) + i % 5
            });
        }
        assertAgreed(List.of("Name", "name ", "long"), rows);
    }

    @Test
    void more_different_values_than_are_looked_at() {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int i = 0; i < 7_000; i++) {
            rows.add(new @Nullable String[] {
                "" + i, "c" + i * 31 % 6_500, i % 3 == 0 ? null : "2024-01-" + (10 + i % 20), i + ".5"
            });
        }
        assertAgreed(List.of("id", "code", "day", "amount"), rows);
    }

    private static void assertAgreed(List<String> columns, List<@Nullable String[]> rows) {
        String table = "t" + TABLES.incrementAndGet();
        Map<Dialect, SilverPlan> plans = new EnumMap<>(Dialect.class);
        ENGINES.forEach((dialect, engine) -> plans.put(dialect, plan(engine, table, columns, rows)));
        String expected = plans.get(Dialect.DUCKDB).toJson();
        plans.forEach((dialect, plan) ->
                assertThat(plan.toJson()).as(dialect.product()).isEqualTo(expected));
    }

    private static SilverPlan plan(
            EngineUnderTest engine, String table, List<String> columns, List<@Nullable String[]> rows) {
        Medallion medallion = Medallion.builder().clock(InsertedBronze.CLOCK).on(engine.dataSource());
        return new InsertedBronze(engine)
                .pipeline(medallion, table, columns, rows)
                .silver()
                .plan();
    }
}
