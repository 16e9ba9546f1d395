package io.medallion.sql;

import io.medallion.spec.BronzeSpec;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A small Bronze table of orders on each database, and what a build made of it. */
final class SilverDatabases {

    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    SilverDatabases() throws Exception {
        for (Dialect dialect : Dialect.values()) {
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
        for (int i = 0; i < rows.length; i++) {
            StringBuilder values = new StringBuilder();
            for (String cell : rows[i].split("\\|", -1)) {
                values.append(cell.equals("(null)") ? "null, " : "'" + cell.replace("'", "''") + "', ");
            }
            engine.run("insert into bronze.orders values (" + values + "timestamp '2024-01-01 00:00:00', 's', 'f', '"
                    + batch + "', " + (first + i) + ", 1)");
        }
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
