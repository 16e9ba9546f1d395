package io.medallion.sql;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.expression.Literal;
import io.medallion.plan.Fitting;
import io.medallion.plan.Probe;
import io.medallion.plan.ProbeAnswers;
import io.medallion.plan.ProbeQuestion;
import io.medallion.plan.ProbeQuestion.FitAnswer;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Check;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.NullPolicy.Statistic;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Means, medians and modes are those that plain Java works out, on every database. */
class FitProperties {

    private static final BronzeSpec BRONZE = BronzeSpec.of("orders", "x").withRowHash(false);

    private static SilverDatabases databases;

    /** A type with cells of it, and how plain Java reads and compares them. */
    private record Kind(
            Parse parse, List<String> cells, Function<String, ? extends Comparable<?>> read, List<Statistic> has) {}

    private static final List<Statistic> ALL = List.of(Statistic.values());
    private static final List<Statistic> ORDERED = List.of(Statistic.MEDIAN, Statistic.MODE);

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    integer(),
                    List.of("1", "2", "2", " 2 ", "002", "3", "-7", "2147483647", "-2147483648", "0"),
                    cell -> new BigDecimal(cell.strip()),
                    ALL),
            new Kind(
                    decimal(6, 2),
                    List.of("0.01", "0.02", "-0.01", "10", "10.0", "9999.99", "-9999.99", "3.35"),
                    cell -> new BigDecimal(cell).setScale(2),
                    ALL),
            new Kind(floating(), List.of("0.1", "0.25", "-3.5", "1e3", "1000", "7"), BigDecimal::new, ALL),
            new Kind(
                    date("yyyy-MM-dd"),
                    List.of("2024-02-29", "2024-03-01", "1969-12-31", "0001-01-01", "9999-12-31", "2024-03-01"),
                    LocalDate::parse,
                    ALL),
            new Kind(
                    timestamp("yyyy-MM-dd HH:mm:ss.SSS"),
                    List.of("2024-02-29 10:00:00.500", "2024-02-29 10:00:00.000", "1969-12-31 23:59:59.999"),
                    cell -> LocalDateTime.parse(cell.replace(' ', 'T')),
                    ORDERED),
            new Kind(time("HH:mm"), List.of("10:00", "00:00", "23:59"), LocalTime::parse, ORDERED),
            new Kind(
                    yesNo("y", "n"),
                    List.of("y", "n", "Y"),
                    cell -> cell.equalsIgnoreCase("y"),
                    List.of(Statistic.MODE)),
            new Kind(
                    text(),
                    List.of("a", "B", "b", "é", "z", "a ", "日本", "\uFFFD", "\uD83D\uDE00"),
                    CodePoints::new,
                    List.of(Statistic.MODE)));

    /** Text in the order of its code points, which is not that of its Java characters. */
    private record CodePoints(String text) implements Comparable<CodePoints> {
        @Override
        public int compareTo(CodePoints other) {
            return java.util.Arrays.compare(
                    text.codePoints().toArray(), other.text.codePoints().toArray());
        }
    }

    @BeforeContainer
    static void start() throws Exception {
        databases = new SilverDatabases();
        for (Dialect dialect : Engines.dialects()) {
            SilverDatabases.bronze(databases.of(dialect), "x");
        }
    }

    @AfterContainer
    static void stop() throws Exception {
        databases.close();
    }

    record Case(int kind, Statistic statistic, List<@Nullable String> cells) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers().between(0, KINDS.size() - 1).flatMap(i -> {
            Arbitrary<@Nullable String> cells =
                    Arbitraries.of(KINDS.get(i).cells()).injectNull(0.2);
            Arbitrary<@Nullable String> dirty = KINDS.get(i).parse().equals(text())
                    ? cells
                    : Arbitraries.frequencyOf(
                            net.jqwik.api.Tuple.of(9, cells), net.jqwik.api.Tuple.of(1, Arbitraries.of("", "x", "??")));
            return Arbitraries.of(KINDS.get(i).has())
                    .flatMap(s -> dirty.list().ofMaxSize(9).map(list -> new Case(i, s, list)));
        });
    }

    @Property(tries = 60)
    void is_what_plain_java_works_out(@ForAll("cases") Case given) throws Exception {
        Kind kind = KINDS.get(given.kind());
        SilverSpec spec =
                SilverSpec.of("orders", column("x").as(kind.parse()).nulls(new NullPolicy.Fit(given.statistic())));
        @Nullable Object expected = expected(kind, given.statistic(), given.cells());
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = databases.of(dialect);
            fill(engine, given.cells());
            if (expected == null) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> fitted(engine, spec))
                        .hasMessageContaining("column 'x' has no value to work out a "
                                + given.statistic().name().toLowerCase(java.util.Locale.ROOT));
            } else {
                assertThat(fitted(engine, spec)).as(dialect + " " + given).isEqualTo(expected);
            }
        }
    }

    @net.jqwik.api.Example
    void values_that_a_check_of_the_column_rejects_do_not_count() throws Exception {
        SilverColumn column = column("x")
                .as(integer())
                .nulls(NullPolicy.mean())
                .check(Check.between(0, 100), Check.atLeast(50).orWarn(), Check.that("x <> 7"), Check.unique());
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = databases.of(dialect);
            fill(engine, java.util.Arrays.asList("-999", "1", "2", "2", "7", null));
            NullPolicy.Fill fill = (NullPolicy.Fill) Fitting.to(probe(engine), 3)
                    .fit(SilverSpec.of("orders", column))
                    .column("x")
                    .nulls();
            assertThat(fill.describe()).isEqualTo("filled with 2, the mean of 3 values up to batch 3");
        }
    }

    /** The constant as its plain value: numbers without regard to the zeros behind them. */
    private static Object fitted(Engine engine, SilverSpec spec) {
        NullPolicy.Fill fill = (NullPolicy.Fill)
                Fitting.to(probe(engine), 0).fit(spec).column("x").nulls();
        Object value = ((Literal) fill.value()).value();
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros()
                : java.util.Objects.requireNonNull(value);
    }

    private static void fill(Engine engine, List<@Nullable String> cells) throws Exception {
        engine.run("delete from bronze.orders");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            engine.run("insert into bronze.orders values ("
                    + (cell == null ? "null" : "'" + cell + "'") + ", timestamp '2024-01-01 00:00:00', 's', 'f', 'b1', "
                    + (i + 1) + ", 1)");
        }
    }

    private static Probe probe(Engine engine) {
        return questions -> {
            ProbeAnswers answers = ProbeAnswers.none();
            for (ProbeQuestion<?> question : questions) {
                answers = answers.with((ProbeQuestion.Fit) question, answer(engine, question));
            }
            return answers;
        };
    }

    private static FitAnswer answer(Engine engine, ProbeQuestion<?> question) {
        Map<Long, String> found = new TreeMap<>();
        long values = 0;
        try {
            for (String row : engine.rows(engine.generator().probe(BRONZE, List.of(question)))) {
                String[] parts = row.split(" \\| ", -1);
                values = Long.parseLong(parts[2]);
                if (!parts[1].equals("null")) {
                    found.put(Long.parseLong(parts[3]), parts[1]);
                }
            }
        } catch (java.sql.SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return new FitAnswer(values, List.copyOf(found.values()));
    }

    private static @Nullable Object expected(Kind kind, Statistic statistic, List<@Nullable String> cells) {
        List<Comparable<?>> values = new ArrayList<>();
        boolean text = kind.parse().equals(text());
        for (String cell : cells) {
            if (cell != null && (text || !List.of("", "x", "??").contains(cell))) {
                values.add(kind.read().apply(cell));
            }
        }
        values.sort(FitProperties::compare);
        if (values.isEmpty()) {
            return null;
        }
        Object found =
                switch (statistic) {
                    case MEAN -> mean(kind, values);
                    case MEDIAN -> median(kind, values);
                    case MODE -> mode(values);
                };
        return found instanceof BigDecimal number
                ? number.stripTrailingZeros()
                : found instanceof CodePoints points ? points.text() : found;
    }

    private static Object mean(Kind kind, List<Comparable<?>> values) {
        BigDecimal count = BigDecimal.valueOf(values.size());
        if (values.get(0) instanceof LocalDate) {
            long days =
                    values.stream().mapToLong(v -> ((LocalDate) v).toEpochDay()).sum();
            return LocalDate.ofEpochDay(BigDecimal.valueOf(days)
                    .divide(count, 0, RoundingMode.HALF_UP)
                    .longValueExact());
        }
        BigDecimal sum = values.stream().map(v -> (BigDecimal) v).reduce(BigDecimal.ZERO, BigDecimal::add);
        return kind.parse().equals(floating())
                ? sum.divide(count, new MathContext(12, RoundingMode.HALF_UP))
                : sum.divide(count, kind.parse().type().scale(), RoundingMode.HALF_UP);
    }

    private static Object median(Kind kind, List<Comparable<?>> values) {
        Comparable<?> lower = values.get((values.size() - 1) / 2);
        Comparable<?> upper = values.get(values.size() / 2);
        if (!(lower instanceof BigDecimal)) {
            return lower;
        }
        BigDecimal middle = ((BigDecimal) lower).add((BigDecimal) upper).divide(BigDecimal.valueOf(2));
        return kind.parse().equals(floating())
                ? middle
                : middle.setScale(kind.parse().type().scale(), RoundingMode.HALF_UP);
    }

    private static Object mode(List<Comparable<?>> values) {
        Map<Object, Long> counted = values.stream()
                .collect(Collectors.groupingBy(
                        v -> v instanceof BigDecimal number ? number.stripTrailingZeros() : v, Collectors.counting()));
        long most = counted.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counted.entrySet().stream()
                .filter(e -> e.getValue() == most)
                .map(e -> (Comparable<?>) e.getKey())
                .min(FitProperties::compare)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
