package io.medallion.sql;

import io.medallion.engines.Engines;
import io.medallion.spec.BronzeSpec;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small Bronze table of orders on each database, and what a build made of it. */
final class SilverDatabases {

    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    SilverDatabases() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            engines.put(dialect, Engine.of(dialect));
        }
    }

    void close() throws Exception {
        for (Engine engine : engines.values()) {
            engine.close();
        }
    }

    Engine of(Dialect database) {
        return engines.get(database);
    }

    /** Bronze with these rows, cells separated by {@code |}; {@code (null)} is NULL. */
    static void bronze(Engine engine, String columns, String... rows) throws SQLException {
        SqlGenerator sql = engine.generator();
        engine.clear();
        engine.run(sql.ownTables());
        engine.run(sql.create(BronzeSpec.of("orders", columns.split(",")).withRowHash(false)));
        engine.run("insert into medallion.batches (table_name, batch_id, sequence, in_force) values"
                + " ('orders', 'b1', 1, true), ('orders', 'b0', 2, true), ('orders', 'gone', 3, false),"
                + " ('other', 'b1', 1, true)");
        insert(engine, "b1", 1, rows);
    }

    static void insert(Engine engine, String batch, int first, String... rows) throws SQLException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String cell : rows[i].split("\\|", -1)) {
                cells.add(cell.equals("(null)") ? null : cell);
            }
            cells.addAll(List.of(LocalDateTime.of(2024, 1, 1, 0, 0), "s", "f", batch, first + i, 1));
            all.add(cells);
        }
        engine.insert("bronze.orders", all);
    }

    static List<String> silver(Engine engine, String columns) throws SQLException {
        return engine.rows(
                "select " + columns + ", _batch_id, _row_number from silver.orders order by _batch_id, _row_number");
    }

    static List<String> rejects(Engine engine) throws SQLException {
        return engine.rows("select _batch_id, _row_number, rule, column_name, value from silver.orders__rejects"
                + " order by _batch_id, _row_number, rule");
    }

    static List<String> duplicates(Engine engine) throws SQLException {
        return engine.rows("select * from silver.orders__duplicates order by 1, 2");
    }
}
