package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.engines.Engines;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverColumn;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Law 3 on random specs and random dirty tables: Silver, rejects, duplicates and Gold of every database are those of the others
 * and those of plain Java, cell by cell.
 *
 * <p>Case n is made of the seed n. {@code -Dmedallion.cases=2000} tries as many; a case that fails names its seed, and {@code
 * -Dmedallion.seed=n} begins there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesAgreeTest {

    private static final int FIRST = Integer.getInteger("medallion.seed", 0);

    /** Every case builds on every database: in a short run one in so many is tried. */
    private static final int SHARE = Integer.getInteger("medallion.cases", 300) < 1_000 ? 10 : 1;

    private static final int CASES = Math.max(1, Integer.getInteger("medallion.cases", 300) / SHARE);
    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    @BeforeAll
    void start() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = Engine.of(dialect);
            engine.clear();
            engine.run(engine.generator().ownTables());
            engines.put(dialect, engine);
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Engine engine : engines.values()) {
            engine.close();
        }
    }

    @Test
    void every_database_gives_the_rows_of_plain_java() throws Exception {
        for (int seed = FIRST; seed < FIRST + CASES; seed++) {
            check(seed);
        }
    }

    private void check(int seed) throws Exception {
        RandomTable table = new RandomTable("t", new Random(seed));
        DispositionOracle oracle = new DispositionOracle(table);
        RandomGold gold = new RandomGold(table, new Random(seed));
        Map<String, List<String>> rejects = new LinkedHashMap<>();
        for (Engine engine : engines.values()) {
            String about = "seed " + seed + " on " + engine.dialect() + ", spec " + table.spec.toJson();
            try {
                build(engine, table);
                assertThat(kept(engine, table)).as(about).isEqualTo(expected(oracle, table));
                assertThat(duplicates(engine)).as(about).isEqualTo(oracle.duplicates);
                List<String> refused = rejects(engine);
                assertThat(addresses(refused)).as(about).isEqualTo(oracle.rejected);
                rejects.put(engine.dialect().name(), refused);
                engine.run(engine.generator().drop(gold.spec));
                engine.run(engine.generator().build(gold.spec));
                gold.check(engine, oracle, about);
            } catch (SQLException e) {
                throw new AssertionError(about, e);
            }
        }
        assertThat(new TreeSet<>(rejects.values().stream().map(List::toString).toList()))
                .as("rejects of seed " + seed + ", spec " + table.spec.toJson())
                .hasSize(1);
    }

    private static void build(Engine engine, RandomTable table) throws SQLException {
        List<String> names =
                table.spec.columns().stream().map(SilverColumn::source).toList();
        BronzeSpec bronze = BronzeSpec.of("t", names).withRowHash(false);
        engine.run(engine.generator().drop(bronze));
        engine.run(engine.generator().drop(table.spec));
        engine.run(engine.generator().create(bronze));
        engine.run("delete from medallion.batches");
        engine.run(
                "insert into medallion.batches (table_name, batch_id, sequence, in_force) values ('t', 'b1', 2, true),"
                        + " ('t', 'b0', 1, true)");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RandomTable.Row row : table.rows) {
            List<@Nullable Object> cells = new ArrayList<>(row.cells());
            cells.addAll(Arrays.asList(LocalDateTime.of(2024, 1, 1, 0, 0), "s", "f", row.batch(), row.number(), 1));
            rows.add(cells);
        }
        engine.insert("bronze.t", rows);
        engine.run(engine.generator().build(table.spec));
    }

    private static Map<String, List<String>> kept(Engine engine, RandomTable table) throws SQLException {
        Map<String, ColumnType> types = table.spec.types();
        List<String> cells = types.entrySet().stream()
                .map(column -> CellText.filled(engine.dialect(), column.getKey(), column.getValue()))
                .toList();
        Map<String, List<String>> kept = new TreeMap<>();
        for (List<String> row :
                engine.cells("select _batch_id, _row_number, " + String.join(", ", cells) + " from silver.t")) {
            List<String> values = new ArrayList<>();
            int at = 2;
            for (ColumnType type : types.values()) {
                values.add(CellText.read(row.get(at++), type));
            }
            kept.put(row.get(0) + " | " + row.get(1), values);
        }
        return kept;
    }

    private static Map<String, List<String>> expected(DispositionOracle oracle, RandomTable table) {
        Map<String, List<String>> kept = new TreeMap<>();
        for (DispositionOracle.Accepted row : oracle.kept) {
            List<String> values = new ArrayList<>();
            table.spec.types().keySet().forEach(name -> {
                String value = row.values().get(name);
                values.add(value == null ? CellText.NULL : value);
            });
            kept.put(DispositionOracle.address(row.row()), values);
        }
        return kept;
    }

    private static Map<String, String> duplicates(Engine engine) throws SQLException {
        Map<String, String> duplicates = new TreeMap<>();
        for (List<String> row : engine.cells("select * from silver.t__duplicates")) {
            duplicates.put(row.get(0) + " | " + row.get(1), row.get(2) + " | " + row.get(3));
        }
        return duplicates;
    }

    private static List<String> rejects(Engine engine) throws SQLException {
        return engine
                .rows("select _batch_id, _row_number, rule, column_name, value, witness_batch_id,"
                        + " witness_row_number from silver.t__rejects")
                .stream()
                .sorted()
                .toList();
    }

    private static TreeSet<String> addresses(List<String> rejects) {
        TreeSet<String> addresses = new TreeSet<>();
        rejects.forEach(reject -> {
            String[] parts = reject.split(" \\| ", 3);
            addresses.add(parts[0] + " | " + parts[1]);
        });
        return addresses;
    }
}
