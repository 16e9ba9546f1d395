package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.SilverOracle.Address;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Deduplication;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Law 1 on random dirty tables and random specs: every row in force has one disposition, the one plain Java gives it. */
@OnEveryEngine
class ConservationTest {

    private final Dialect dialect;

    ConservationTest(Dialect dialect) {
        this.dialect = dialect;
    }

    private static final int CASES = Integer.getInteger("medallion.cases", 150);
    private static final int CASES_PER_DATABASE = 50;

    @Test
    void every_row_is_kept_rejected_or_a_duplicate_as_plain_java_says() {
        int cases = EngineUnderTest.cases(dialect, CASES);
        for (int seed = 0; seed < cases; ) {
            try (RecordedDatabase database = new RecordedDatabase(dialect)) {
                Medallion medallion = Medallion.on(database.dataSource());
                int end = Math.min(cases, seed + CASES_PER_DATABASE);
                for (; seed < end; seed++) {
                    check(database, medallion, seed);
                }
            }
        }
    }

    private static void check(RecordedDatabase database, Medallion medallion, int seed) {
        Random random = new Random(seed);
        List<RandomColumn> columns = RandomColumn.five(random);
        Deduplication deduplication = deduplication(random);
        SilverSpec spec = SilverSpec.of(
                        "t" + seed, columns.stream().map(RandomColumn::silver).toList())
                .deduplicated(deduplication);
        Pipeline pipeline = medallion.pipeline("p" + seed);
        Map<Address, List<@Nullable String>> inForce = load(pipeline, spec, columns, random);
        SilverOracle expected = new SilverOracle(columns, deduplication, inForce);

        Build build = pipeline.silver(spec.table()).build(spec);

        String about = "seed " + seed + ", spec " + spec.toJson();
        assertThat(build.rows())
                .as(about)
                .isEqualTo(new Build.Rows(
                        inForce.size(), expected.kept.size(), expected.rejected.size(), expected.duplicates.size()));
        Map<String, Long> sequences = sequences(pipeline, spec.table());
        assertThat(kept(database, spec, sequences)).as(about).isEqualTo(expected.kept);
        assertThat(rejected(database, spec, sequences)).as(about).isEqualTo(expected.rejected);
        assertThat(duplicates(database, spec, sequences)).as(about).isEqualTo(expected.duplicates);
    }

    private static Map<Address, List<@Nullable String>> load(
            Pipeline pipeline, SilverSpec spec, List<RandomColumn> columns, Random random) {
        boolean adds = random.nextBoolean();
        List<String> names = columns.stream().map(c -> c.silver().source()).toList();
        BronzeSpec bronze =
                BronzeSpec.of(spec.table(), names).withBatches(adds ? BatchMode.ADD : BatchMode.REPLACE_ALL);
        pipeline.specs()
                .apply(pipeline.specs()
                        .changes(PipelineSpec.empty(pipeline.name()).with(bronze)));
        Map<Address, List<@Nullable String>> inForce = new TreeMap<>(Address.ORDER);
        for (int loads = 1 + random.nextInt(2); loads > 0; loads--) {
            List<List<@Nullable String>> rows = rows(columns, random);
            Batch batch = pipeline.bronze().load(Source.rows(spec.table(), names, sink -> {
                for (List<@Nullable String> row : rows) {
                    sink.row(row.toArray(new String[0]));
                }
            }));
            if (batch.added()) {
                if (!adds) {
                    inForce.clear();
                }
                for (int i = 0; i < rows.size(); i++) {
                    inForce.put(new Address(batch.sequence(), i + 1L), rows.get(i));
                }
            }
        }
        return inForce;
    }

    private static List<List<@Nullable String>> rows(List<RandomColumn> columns, Random random) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int n = random.nextInt(25); n > 0; n--) {
            List<@Nullable String> row = new ArrayList<>();
            columns.forEach(c -> row.add(c.cell(random)));
            rows.add(row);
        }
        return rows;
    }

    private static Deduplication deduplication(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Deduplication.latestPer("n");
            case 1 -> Deduplication.latestPer("n").by("d", "a");
            case 2 -> Deduplication.firstPer("n", "t");
            case 3 -> Deduplication.firstPer("f").by("a");
            default -> Deduplication.none();
        };
    }

    private static Map<String, Long> sequences(Pipeline pipeline, String table) {
        Map<String, Long> sequences = new HashMap<>();
        pipeline.bronze().batches(table).forEach(b -> sequences.put(b.id(), b.sequence()));
        return sequences;
    }

    private static Map<Address, List<@Nullable String>> kept(
            RecordedDatabase database, SilverSpec spec, Map<String, Long> sequences) {
        Map<Address, List<@Nullable String>> kept = new TreeMap<>(Address.ORDER);
        for (List<@Nullable Object> row :
                database.rows("select _batch_id, _row_number, n, a, d, t, f from silver." + spec.table())) {
            List<@Nullable String> values = new ArrayList<>();
            row.subList(2, row.size()).forEach(v -> values.add(v == null ? null : v.toString()));
            kept.put(address(row, 0, sequences), values);
        }
        return kept;
    }

    private static List<Address> rejected(RecordedDatabase database, SilverSpec spec, Map<String, Long> sequences) {
        List<Address> rejected = new ArrayList<>();
        database.rows("select distinct _batch_id, _row_number from silver." + spec.table() + "__rejects")
                .forEach(row -> rejected.add(address(row, 0, sequences)));
        rejected.sort(Address.ORDER);
        return rejected;
    }

    private static Map<Address, Address> duplicates(
            RecordedDatabase database, SilverSpec spec, Map<String, Long> sequences) {
        Map<Address, Address> duplicates = new TreeMap<>(Address.ORDER);
        database.rows("select _batch_id, _row_number, winner_batch_id, winner_row_number from silver." + spec.table()
                        + "__duplicates")
                .forEach(row -> duplicates.put(address(row, 0, sequences), address(row, 2, sequences)));
        return duplicates;
    }

    private static Address address(List<@Nullable Object> row, int at, Map<String, Long> sequences) {
        Long batch = sequences.get(String.valueOf(row.get(at)));
        assertThat(batch).as("batch of " + row).isNotNull();
        return new Address(batch, Long.parseLong(String.valueOf(row.get(at + 1))));
    }
}
