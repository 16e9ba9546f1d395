package io.medallion.sql;

import static io.medallion.spec.Check.atMost;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.NullPolicy.forward;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.spec.CheckAction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Filling forward is walking through the rows in order with the last value in hand, on every database. */
class ForwardFillProperties {

    private static final List<String> GROUPS = List.of("a", "b", "(null)");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "9", "x", "", "", "(null)");

    private static SilverDatabases databases;

    @BeforeContainer
    static void start() throws Exception {
        databases = new SilverDatabases();
        for (Dialect dialect : Engines.dialects()) {
            SilverDatabases.bronze(databases.of(dialect), "g,t,a,b");
        }
    }

    @AfterContainer
    static void stop() throws Exception {
        databases.close();
    }

    /** A row in the order of loading. */
    private record Row(String batch, int number, List<String> cells) {

        @Nullable
        String group() {
            return cells.get(0).equals("(null)") ? null : cells.get(0);
        }

        @Nullable
        Integer number(int cell) {
            String text = cells.get(cell);
            return text.isEmpty() || text.equals("(null)") || text.equals("x") ? null : Integer.valueOf(text);
        }

        boolean refused(int cell) {
            return cells.get(cell).equals("x");
        }

        /** What cannot be read counted as missing, but in the last column. */
        Row read() {
            List<String> read = new ArrayList<>(cells);
            read.replaceAll(cell -> cell.equals("x") ? "" : cell);
            read.set(3, cells.get(3));
            return new Row(batch, number, read);
        }

        boolean missing(int cell) {
            return number(cell) == null && !refused(cell);
        }
    }

    @Property(tries = 60)
    void is_what_walking_through_the_rows_gives(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        boolean ordered = random.nextBoolean();
        boolean grouped = random.nextBoolean();
        NullPolicy.Forward policy = forward();
        policy = ordered ? policy.by("t") : policy;
        policy = grouped ? policy.per("g") : policy;
        SilverColumn b = column("b").as(integer());
        boolean warned = random.nextBoolean();
        CheckAction unreadable = warned ? CheckAction.WARN : CheckAction.REJECT;
        boolean both = random.nextBoolean();
        SilverSpec spec = SilverSpec.of(
                        "orders",
                        column("g"),
                        column("t").as(integer()).unreadable(unreadable),
                        column("a")
                                .as(integer())
                                .nulls(policy)
                                .unreadable(unreadable)
                                .check(atMost(8)),
                        both ? b.nulls(policy) : b)
                .check(that("a <= b").named("in order"));
        List<Row> rows = rows(random);
        List<String> expected = expected(warned ? rows.stream().map(Row::read).toList() : rows, ordered, grouped, both);
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = databases.of(dialect);
            engine.run("delete from bronze.orders");
            for (Row row : rows) {
                SilverDatabases.insert(engine, row.batch(), row.number(), String.join("|", row.cells()));
            }
            engine.run(engine.generator().build(spec));
            assertThat(SilverDatabases.silver(engine, "a, b"))
                    .as(dialect + " " + spec.column("a").nulls() + " " + rows)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (String batch : List.of("b1", "b0")) {
            int size = random.nextInt(8);
            for (int i = 1; i <= size; i++) {
                rows.add(new Row(
                        batch,
                        i,
                        List.of(
                                GROUPS.get(random.nextInt(GROUPS.size())),
                                NUMBERS.get(random.nextInt(NUMBERS.size())),
                                NUMBERS.get(random.nextInt(NUMBERS.size())),
                                NUMBERS.get(random.nextInt(NUMBERS.size())))));
            }
        }
        return rows;
    }

    private static List<String> expected(List<Row> loaded, boolean ordered, boolean grouped, boolean both) {
        List<Row> rows = new ArrayList<>(loaded);
        if (ordered) {
            rows.sort(Comparator.comparing((Row row) -> Objects.requireNonNullElse(row.number(1), 0)));
        }
        Map<List<Object>, Integer> last = new HashMap<>();
        List<String> kept = new ArrayList<>();
        for (Row row : rows) {
            boolean placed = !(ordered && row.number(1) == null) && !(grouped && row.group() == null);
            String group = grouped ? String.valueOf(row.group()) : "";
            @Nullable Integer a = row.number(2);
            @Nullable Integer b = row.number(3);
            boolean refused = row.refused(1) || row.refused(2) || row.refused(3) || a != null && a > 8;
            boolean refusedByItself = refused || a != null && b != null && a > b;
            if (placed && row.missing(2)) {
                a = last.get(List.of(2, group));
            }
            if (placed && row.missing(3) && both) {
                b = last.get(List.of(3, group));
            }
            if (placed && !refusedByItself) {
                keep(last, row, 2, group);
                keep(last, row, 3, group);
            }
            if (!refused && !(a != null && b != null && a > b)) {
                kept.add(a + " | " + b + " | " + row.batch() + " | " + row.number());
            }
        }
        return kept;
    }

    private static void keep(Map<List<Object>, Integer> last, Row row, int cell, String group) {
        Integer own = row.number(cell);
        if (own != null) {
            last.put(List.of(cell, group), own);
        }
    }
}
