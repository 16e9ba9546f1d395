package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.engines.Engines;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TextParse;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that others get wrong, loaded, planned and built: nothing changes silently, and the right type is proposed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueTrapsTest {

    private static final double MOST_EXCEPTIONS = 0.05;

    /** What is tolerable but not the best, and why it stays. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("excel-fraction", "serial days are said to be some and stay exact numbers, which loses nothing");

    private final Map<Dialect, RecordedDatabase> databases = new EnumMap<>(Dialect.class);
    private final Map<Dialect, Medallion> medallions = new EnumMap<>(Dialect.class);
    private final AtomicInteger tables = new AtomicInteger();

    @BeforeAll
    void open() {
        for (Dialect dialect : Engines.dialects()) {
            RecordedDatabase database = new RecordedDatabase(dialect);
            databases.put(dialect, database);
            medallions.put(
                    dialect,
                    Medallion.builder()
                            .clock(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC))
                            .on(database.dataSource()));
        }
    }

    @AfterAll
    void close() {
        medallions.values().forEach(Medallion::close);
        databases.values().forEach(RecordedDatabase::close);
    }

    @ParameterizedTest
    @MethodSource
    void nothing_changes_silently_and_the_right_type_is_proposed(Dialect dialect, ValueTrap trap) throws SQLException {
        List<ValueTrap.Row> rows = trap.rows();
        String table = "trap_" + tables.incrementAndGet();
        Pipeline pipeline = medallions.get(dialect).pipeline(table, source(table, trap.column(), rows));
        pipeline.bronze().load();
        SilverPlan plan = pipeline.silver().plan();
        SilverSpec spec = plan.accept(
                        plan.columns().stream().map(Suggestion::id).toArray(String[]::new))
                .toSpec();
        pipeline.silver().build(spec);
        SilverColumn column = spec.columns().get(0);
        Map<Long, String> rejects = pipeline.silver().rejects().page(0, 1_000).stream()
                .collect(Collectors.toMap(RejectedRow::rowNumber, RejectedRow::rule));
        Map<Long, @Nullable Object> kept = kept(dialect, table, column);

        assertThat(rows.size()).isEqualTo(rejects.size() + kept.size());
        for (int i = 0; i < rows.size(); i++) {
            long address = i + 1;
            if (rejects.containsKey(address)) {
                assertThat(rejects.get(address)).startsWith(column.name() + ": not ");
            } else {
                assertKept(rows.get(i), kept.get(address), column);
            }
        }
        assertProposed(trap, column, plan, rejects);
    }

    /** A cell is what its value says, the text as it stands, or nothing where the value is a word for nothing. */
    private static void assertKept(ValueTrap.Row row, @Nullable Object cell, SilverColumn column) {
        String value = row.value();
        if (cell == null) {
            boolean blank = !(column.parse() instanceof TextParse text) || text.blankIsMissing();
            boolean missing = value == null
                    || blank && value.isBlank()
                    || column.nullWords().stream().anyMatch(value.strip()::equalsIgnoreCase);
            assertThat(missing)
                    .as("'%s' is missing by a rule of the spec", value)
                    .isTrue();
        } else if (column.type().kind() == ColumnType.Kind.TEXT) {
            boolean trimmed = column.parse() instanceof TextParse text && text.trim();
            assertThat(cell).isEqualTo(trimmed ? Objects.requireNonNull(value).strip() : value);
        } else if (cell instanceof BigDecimal number) {
            assertThat(row.meaning())
                    .as("'%s' has a meaning as a number", value)
                    .isNotNull()
                    .isNotEqualTo("!");
            assertThat(number).isEqualByComparingTo(row.meaning());
        } else {
            assertThat(cell).isEqualTo(row.meaning());
        }
    }

    private static void assertProposed(
            ValueTrap trap, SilverColumn column, SilverPlan plan, Map<Long, String> rejects) {
        String type = column.type().kind().name();
        if (EXCEPTIONS.containsKey(trap.id())) {
            assertThat(trap.isAccepted(type) && !trap.isRight(type))
                    .as("%s is an exception because %s", trap.id(), EXCEPTIONS.get(trap.id()))
                    .isTrue();
        } else {
            assertThat(trap.types()).as(plan.explain()).contains(type);
        }
        if (column.type().kind() != ColumnType.Kind.TEXT) {
            assertThat(rejects).hasSize((int)
                    trap.rows().stream().filter(ValueTrap.Row::refused).count());
        }
        if (trap.says() != null) {
            assertThat(plan.explain()).contains(trap.says());
        }
    }

    @Test
    void exceptions_are_few() {
        assertThat(EXCEPTIONS.size())
                .isLessThan((int) (MOST_EXCEPTIONS * ValueTrap.all().size()));
        assertThat(ValueTrap.all())
                .extracting(ValueTrap::id)
                .doesNotHaveDuplicates()
                .containsAll(EXCEPTIONS.keySet());
    }

    /** All of them on DuckDB, and with {@code -Dmedallion.cases=1000}; every so many on servers. */
    static Stream<Object[]> nothing_changes_silently_and_the_right_type_is_proposed() {
        boolean all = Integer.getInteger("medallion.cases", 300) >= 1000;
        List<ValueTrap> traps = ValueTrap.all();
        return Engines.dialects().stream().flatMap(dialect -> IntStream.range(0, traps.size())
                .filter(i -> all || i % step(dialect) == 0)
                .mapToObj(i -> new Object[] {dialect, traps.get(i)}));
    }

    private static int step(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> 1;
            case POSTGRES -> 8;
            case MARIADB, MYSQL -> 10;
        };
    }

    private static Source source(String table, String column, List<ValueTrap.Row> rows) {
        return Source.rows(table, List.of(column), sink -> rows.forEach(row -> sink.row(row.value())));
    }

    private Map<Long, @Nullable Object> kept(Dialect dialect, String table, SilverColumn column) throws SQLException {
        RecordedDatabase database = databases.get(dialect);
        String sql =
                "select _row_number, " + medallions.get(dialect).sql().quoted(column.name()) + " from silver." + table;
        Map<Long, @Nullable Object> kept = new HashMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(database.named(sql))) {
            ResultValues values = new ResultValues(dialect, rows.getMetaData(), Map.of(column.name(), column.type()));
            while (rows.next()) {
                kept.put(rows.getLong(1), cell(values.of(rows, 2)));
            }
        }
        return kept;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Number) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof LocalDateTime) {
            return value.toString().replace('T', ' ');
        }
        return value instanceof OffsetDateTime instant
                ? instant.toInstant().toString()
                : value == null ? null : value.toString();
    }
}
