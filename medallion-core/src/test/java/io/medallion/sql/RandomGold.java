package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import io.medallion.spec.SilverColumn;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A random aggregate over a random table, and what plain Java makes of it. */
final class RandomGold {

    final AggregateGoldSpec spec;
    private final RandomTable table;
    private final SilverColumn group;
    private final SilverColumn ranked;
    private final boolean monthly;

    RandomGold(RandomTable table, Random random) {
        this.table = table;
        List<SilverColumn> columns = table.spec.columns();
        group = columns.get(random.nextInt(columns.size()));
        ranked = columns.stream()
                .filter(c -> c.type().kind() != ColumnType.Kind.BOOLEAN)
                .skip(random.nextInt(2))
                .findFirst()
                .orElseThrow();
        monthly = group.type().equals(ColumnType.DATE) || group.type().equals(ColumnType.TIMESTAMP);
        AggregateGoldSpec.Builder builder = GoldSpec.builder("g")
                .from(table.spec)
                .by(
                        monthly
                                ? Grouping.month(group.name()).named("k")
                                : Grouping.dimension(group.name()).named("k"))
                .measure(
                        Measure.count().named("n"),
                        Measure.min(ranked.name()).named("least"),
                        Measure.max(ranked.name()).named("most"),
                        Measure.countDistinct(ranked.name()).named("different"));
        table.summable()
                .ifPresent(c -> builder.measure(
                        Measure.sum(c.name()).named("total"),
                        Measure.average(c.name()).named("mean"),
                        new Measure("middle", Aggregate.median(ColumnRef.of(c.name())))));
        spec = builder.build();
    }

    void check(Engine engine, DispositionOracle oracle, String about) throws SQLException {
        ColumnType key = monthly ? ColumnType.DATE : group.type();
        List<String> cells = new ArrayList<>(List.of(
                CellText.filled(engine.dialect(), "k", key),
                "n",
                CellText.filled(engine.dialect(), "least", ranked.type()),
                CellText.filled(engine.dialect(), "most", ranked.type()),
                "different"));
        if (table.summable().isPresent()) {
            cells.addAll(List.of("total", "mean", "middle"));
        }
        Map<String, List<String>> found = new TreeMap<>();
        Map<String, String> totals = new HashMap<>();
        Map<String, String> means = new HashMap<>();
        Map<String, String> middles = new HashMap<>();
        for (List<String> row : engine.cells("select " + String.join(", ", cells) + " from gold.g")) {
            String k = CellText.read(row.get(0), key);
            found.put(
                    k,
                    List.of(
                            row.get(1),
                            CellText.read(row.get(2), ranked.type()),
                            CellText.read(row.get(3), ranked.type()),
                            row.get(4)));
            if (row.size() > 5) {
                totals.put(k, row.get(5));
                means.put(k, row.get(6));
                middles.put(k, row.get(7));
            }
        }
        Map<String, List<DispositionOracle.Accepted>> groups = new TreeMap<>();
        oracle.kept.forEach(
                row -> groups.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
        Map<String, List<String>> expected = new TreeMap<>();
        groups.forEach((k, rows) -> expected.put(k, counted(rows)));
        assertThat(found).as(about + ", gold " + spec.toJson()).isEqualTo(expected);
        table.summable()
                .ifPresent(column -> groups.forEach((k, rows) -> {
                    sums(column, rows, totals.get(k), means.get(k), about);
                    middle(column, rows, middles.get(k), about);
                }));
    }

    private static void middle(
            SilverColumn column, List<DispositionOracle.Accepted> rows, @Nullable String found, String about) {
        List<Double> values = rows.stream()
                .map(row -> row.values().get(column.name()))
                .filter(Objects::nonNull)
                .map(Double::valueOf)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            assertThat(found).as(about).isEqualTo("null");
            return;
        }
        double least = values.get((values.size() - 1) / 2);
        double most = values.get(values.size() / 2);
        double expected = least / 2 + most / 2;
        assertThat(Double.parseDouble(Objects.requireNonNull(found)))
                .as(about + ", middle of " + values)
                .isCloseTo(expected, within(Math.abs(expected) * 1e-9 + Double.MIN_VALUE));
    }

    private String key(DispositionOracle.Accepted row) {
        String value = row.values().get(group.name());
        return value == null ? CellText.NULL : monthly ? value.substring(0, 7) + "-01" : value;
    }

    private List<String> counted(List<DispositionOracle.Accepted> rows) {
        List<String> values = rows.stream()
                .map(row -> row.values().get(ranked.name()))
                .filter(Objects::nonNull)
                .toList();
        Comparator<String> order = (a, b) -> DispositionOracle.compare(a, b, ranked.type());
        return List.of(
                String.valueOf(rows.size()),
                values.stream().min(order).orElse(CellText.NULL),
                values.stream().max(order).orElse(CellText.NULL),
                String.valueOf(new HashSet<>(values).size()));
    }

    private static void sums(
            SilverColumn column,
            List<DispositionOracle.Accepted> rows,
            @Nullable String total,
            @Nullable String mean,
            String about) {
        List<BigDecimal> values = rows.stream()
                .map(row -> row.values().get(column.name()))
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .toList();
        if (values.isEmpty()) {
            assertThat(total).as(about).isEqualTo("null");
            assertThat(mean).as(about).isEqualTo("null");
            return;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(Objects.requireNonNull(total))).as(about).isEqualByComparingTo(sum);
        double expected = sum.doubleValue() / values.size();
        assertThat(Double.parseDouble(Objects.requireNonNull(mean)))
                .as(about)
                .isCloseTo(expected, within(Math.abs(expected) * 1e-9 + Double.MIN_VALUE));
    }
}
