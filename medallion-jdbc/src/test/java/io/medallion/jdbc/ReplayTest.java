package io.medallion.jdbc;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.unique;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refused rows keep what was wrong with them, and are judged again exactly once. */
@OnEveryEngine
class ReplayTest {

    private final Dialect dialect;

    ReplayTest(Dialect dialect) {
        this.dialect = dialect;
    }

    private static final SilverSpec STRICT = SilverSpec.of(
            "orders",
            column("id").as(integer()).check(unique()),
            column("amount").as(integer()).nulls(NullPolicy.dropRow()).check(atLeast(0)));

    private static final SilverSpec LENIENT = SilverSpec.of(
            "orders",
            column("id").as(integer()).check(unique()),
            column("amount").as(integer()).nullWords("n/a"));

    @Test
    void a_repeated_value_names_the_row_that_kept_it() {
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Pipeline shop = Medallion.on(database.dataSource()).pipeline("shop");
            Batch batch = load(shop, "7|1", "7|x", "7|2", "8|3", "7|4");
            shop.silver("orders").build(STRICT);

            assertThat(shop.silver("orders").rejects().page(0, 9))
                    .extracting(r -> r.rowNumber() + " " + r.rule() + " " + r.value() + " " + r.witness())
                    .containsExactly(
                            "2 amount: not an integer x null",
                            "3 id: unique 7 Witness[batchId=" + batch.id() + ", rowNumber=1]",
                            "5 id: unique 7 Witness[batchId=" + batch.id() + ", rowNumber=1]");
        }
    }

    @Test
    void a_row_refused_again_keeps_when_it_was_seen_first() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        SteppedClock clock = new SteppedClock(start);
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Pipeline shop =
                    Medallion.builder().clock(clock).on(database.dataSource()).pipeline("shop");
            load(shop, "1|x", "2|y", "3|-1");
            shop.silver("orders").build(STRICT);
            clock.now = start.plusSeconds(60);
            shop.silver("orders").build(LENIENT.withColumn("amount", c -> c.nullWords("x")));
            clock.now = start.plusSeconds(120);
            shop.silver("orders").build(STRICT);

            assertThat(shop.silver("orders").rejects().page(0, 9))
                    .extracting(r -> r.rowNumber() + " " + r.firstSeen() + " " + r.lastSeen() + " " + r.specVersion())
                    .containsOnly(
                            "1 2026-01-01T00:00:00Z 2026-01-01T00:02:00Z "
                                    + shop.specs().versions().get(0).version(),
                            "2 2026-01-01T00:00:00Z 2026-01-01T00:02:00Z "
                                    + shop.specs().versions().get(0).version(),
                            "3 2026-01-01T00:00:00Z 2026-01-01T00:02:00Z "
                                    + shop.specs().versions().get(0).version());
        }
    }

    @Test
    void what_was_never_built_or_never_read_cannot_be_replayed() {
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Pipeline shop = Medallion.on(database.dataSource()).pipeline("shop");
            load(shop, "1|1");
            assertThatThrownBy(() -> shop.silver("orders").rejects().replay())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("is not built");
            assertThatThrownBy(() -> shop.bronze().rejects("orders").replay())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("load it again");
        }
    }

    @Test
    void replaying_judges_every_row_once_and_twice_is_once() {
        for (int seed = 0; seed < EngineUnderTest.cases(dialect, 60); seed++) {
            try (RecordedDatabase database = new RecordedDatabase(dialect)) {
                check(database, seed);
            }
        }
    }

    private static void check(RecordedDatabase database, int seed) {
        Random random = new Random(seed);
        Pipeline shop = Medallion.on(database.dataSource()).pipeline("shop");
        String[] rows = rows(random);
        load(shop, rows);
        shop.silver("orders").build(STRICT);
        Set<Integer> strict = refused(rows, true);
        if (random.nextBoolean()) {
            rows = rows(random);
            load(shop, rows);
        }
        boolean replaced = !refused(rows, true).equals(strict)
                || shop.bronze().batches("orders").size() > 1;
        Set<Integer> lenient = refused(rows, false);
        Rejects rejects = shop.silver("orders").rejects();

        Replay once = rejects.replay(LENIENT);
        List<List<@Nullable Object>> after = published(database);
        Replay twice = rejects.replay();

        String about = "seed " + seed + ": " + String.join(" ", rows) + ", " + once;
        Set<Integer> both = new TreeSet<>(strict);
        both.retainAll(lenient);
        int again = replaced ? 0 : both.size();
        assertThat(once.before()).as(about).isEqualTo(strict.size());
        assertThat(once.stillRejected()).as(about).isEqualTo(again);
        assertThat(once.accepted()).as(about).isEqualTo(replaced ? 0 : strict.size() - again);
        assertThat(once.superseded()).as(about).isEqualTo(replaced ? strict.size() : 0);
        assertThat(once.newlyRejected()).as(about).isEqualTo(lenient.size() - again);
        assertThat(twice.accepted() + twice.newlyRejected()).as(about).isZero();
        assertThat(twice.stillRejected()).as(about).isEqualTo(lenient.size());
        assertThat(published(database)).as(about).isEqualTo(after);
        assertThat(rejects.summary().rows()).as(about).isEqualTo(lenient.size());
        fromScratchGives(database, shop, after, about);
    }

    /** Law 4: the table dropped and built anew is the same. */
    private static void fromScratchGives(
            RecordedDatabase database, Pipeline shop, List<List<@Nullable Object>> after, String about) {
        shop.silver("orders").drop();
        shop.silver("orders").build(LENIENT);
        assertThat(published(database)).as(about).isEqualTo(after);
    }

    private static List<List<@Nullable Object>> published(RecordedDatabase database) {
        List<List<@Nullable Object>> rows =
                new ArrayList<>(database.rows("select * from silver.orders order by _batch_id, _row_number"));
        rows.addAll(database.rows("select * from silver.orders__rejects order by _batch_id, _row_number, rule"));
        return rows;
    }

    /** Plain Java: row numbers that a spec refuses. */
    private static Set<Integer> refused(String[] rows, boolean strict) {
        Set<Integer> refused = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\|", -1);
            String amount = cells[1];
            boolean bad = amount.equals("x")
                    || strict && (amount.isEmpty() || amount.equals("n/a") || amount.startsWith("-"))
                    || cells[0].equals("?");
            if (bad || !cells[0].isEmpty() && !ids.add(cells[0])) {
                refused.add(i + 1);
            }
        }
        return refused;
    }

    private static String[] rows(Random random) {
        String[] amounts = {"1", "2", "-1", "x", "", "n/a"};
        String[] ids = {"1", "2", "3", "4", "5", "6", "", "?"};
        String[] rows = new String[1 + random.nextInt(12)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = ids[random.nextInt(ids.length)] + "|" + amounts[random.nextInt(amounts.length)];
        }
        return rows;
    }

    private static Batch load(Pipeline pipeline, String... rows) {
        return pipeline.bronze().load(Source.rows("orders", List.of("id", "amount"), sink -> {
            for (String row : rows) {
                sink.row(row.split("\\|", -1));
            }
        }));
    }

    private static final class SteppedClock extends Clock {

        private Instant now;

        SteppedClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
