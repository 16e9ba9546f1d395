package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.BronzeRejectRow;
import io.medallion.jdbc.store.BronzeRejects;
import io.medallion.jdbc.store.Catalog;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.jdbc.store.SchemaChangeRow;
import io.medallion.jdbc.store.SchemaChanges;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An empty database with its own tables, a clock that stands still and ids in order, and what tests ask of it. */
final class Bronze implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Database database;

    private final EngineUnderTest engine;

    Bronze() {
        this(Dialect.DUCKDB);
    }

    Bronze(Dialect dialect) {
        this(EngineUnderTest.of(dialect));
    }

    Bronze(EngineUnderTest engine) {
        this(engine, engine.dataSource());
    }

    /** By other connections than its own. */
    Bronze(EngineUnderTest engine, DataSource dataSource) {
        this.engine = engine;
        AtomicInteger ids = new AtomicInteger();
        database = Database.on(
                dataSource,
                Naming.schemaPerLayer(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> "id" + ids.incrementAndGet());
        new OwnSchema(database).migrate();
    }

    LoadResult load(Source source) {
        return load(source, null);
    }

    LoadResult load(Source source, @Nullable BronzeSpec spec) {
        return new BronzeLoader(database).load(LoadRequest.of("shop", source, spec));
    }

    /** The source columns of a table in the order of sequence and row number, as far as in force. */
    List<List<@Nullable String>> rows(BronzeSpec spec) {
        return rows(spec.table(), spec.columns());
    }

    List<List<@Nullable String>> rows(String table, List<String> columns) {
        return database.read(session -> {
            List<String> quoted = columns.stream()
                    .map(name -> "b." + database.sql().quoted(name))
                    .toList();
            return session.query(
                    "select " + String.join(", ", quoted) + " from " + session.table(Layer.BRONZE, table) + " b join "
                            + session.own("batches") + " x on x.table_name = ? and x.batch_id = b._batch_id"
                            + " where x.in_force order by x.sequence, b._row_number",
                    row -> {
                        List<@Nullable String> values = new ArrayList<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            values.add(text(columns.get(i - 1), row, i));
                        }
                        return values;
                    },
                    table);
        });
    }

    /** Drivers write a time each in their own way. */
    private static @Nullable String text(String column, ResultSet row, int index) throws SQLException {
        return column.equals("_loaded_at")
                ? row.getObject(index, LocalDateTime.class).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                : row.getString(index);
    }

    List<String> column(String table, String column) {
        return rows(table, List.of(column)).stream().map(row -> row.get(0)).toList();
    }

    /** All rows, in force or not. */
    long stored(String table) {
        return database.read(session -> session.number("select count(*) from " + session.table(Layer.BRONZE, table)));
    }

    List<BatchRow> batches(String table) {
        return database.read(session -> new Batches(session).of(table));
    }

    List<BronzeRejectRow> rejects(String table) {
        return database.read(session -> new BronzeRejects(session).inForce(table, 0, 1000));
    }

    List<String> changes(String table) {
        return database.read(session ->
                new SchemaChanges(session).of(table).stream().map(Bronze::text).toList());
    }

    private static String text(SchemaChangeRow change) {
        return change.version() + " " + change.change() + " " + change.column();
    }

    /** All columns that the database has, with those of the library. */
    List<String> columns(String table) {
        return database.read(
                session -> new Catalog(session).columns(database.naming().table(Layer.BRONZE, table)));
    }

    boolean exists(String table) {
        return database.read(
                session -> new Catalog(session).exists(database.naming().table(Layer.BRONZE, table)));
    }

    static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }

    @Override
    public void close() {
        engine.close();
    }
}
