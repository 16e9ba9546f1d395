package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.SpecVersions;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Naming;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One batch of Bronze rows put into a database by plain inserts: what every database is given alike. */
final class InsertedBronze {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final EngineUnderTest engine;
    private final Database database;

    InsertedBronze(EngineUnderTest engine) {
        this.engine = engine;
        this.database = Database.on(engine.dataSource(), Naming.schemaPerLayer(), CLOCK, () -> "batch");
    }

    /** A pipeline of the name of its only table. */
    Pipeline pipeline(Medallion medallion, String table, List<String> columns, List<@Nullable String[]> rows) {
        new OwnSchema(database).migrate();
        BronzeSpec spec = BronzeSpec.of(table, columns.toArray(String[]::new));
        database.read(session -> {
            session.run(session.sql().create(spec));
            return spec;
        });
        database.inTransaction(session -> {
            new TableRegistry(session).register(table, database.now());
            new TableRegistry(session).claim(table, Layer.BRONZE, table);
            new SpecVersions(session).put(table, "BRONZE", table, 1, spec.fingerprint(), spec.toJson(), database.now());
            new Batches(session).add(batch(table, rows.size()));
            insert(session, spec, rows);
            return spec;
        });
        return medallion.pipeline(table);
    }

    private BatchRow batch(String table, int rows) {
        return new BatchRow(
                table,
                "batch",
                table,
                1,
                BatchMode.ADD,
                "rows",
                "rows",
                "hash",
                rows,
                0,
                1,
                database.now(),
                null,
                true);
    }

    private void insert(Session session, BronzeSpec spec, List<@Nullable String[]> rows) throws SQLException {
        StringBuilder text = new StringBuilder("insert into " + session.table(Layer.BRONZE, spec.table()) + " (");
        spec.columns()
                .forEach(column -> text.append(session.sql().quoted(column)).append(", "));
        text.append(session.columns("_batch_id, _row_number")).append(") values (");
        text.append(String.join(", ", Collections.nCopies(spec.columns().size() + 2, "?")))
                .append(")");
        try (PreparedStatement statement = session.connection().prepareStatement(text.toString())) {
            long number = 0;
            for (@Nullable String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setString(i + 1, row[i]);
                }
                statement.setString(row.length + 1, "batch");
                statement.setLong(row.length + 2, ++number);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
