package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Catalog;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes rows and rejects through DuckDB's appender, within the transaction of the session. */
final class DuckDbAppend implements BulkWriter {

    /** The appender holds this much before it hands over to the table; more would be memory outside of any limit. */
    private static final long MOST_BYTES = 8L << 20;

    private static final int LOADED_AT = -1;
    private static final int SOURCE_ID = -2;
    private static final int SOURCE_FILE = -3;
    private static final int BATCH_ID = -4;
    private static final int ROW_NUMBER = -5;
    private static final int ROW_HASH = -6;
    private static final int SCHEMA_VERSION = -7;
    private static final int NOTHING = -8;

    private final Target target;
    private final LocalDateTime loadedAt;
    private final int[] cells;
    private final DuckDBAppender rows;
    private final DuckDBAppender rejects;
    private long held;

    DuckDbAppend(Session session, Target target) throws SQLException {
        this.target = target;
        this.loadedAt = LocalDateTime.ofInstant(target.stamp().loadedAt(), ZoneOffset.UTC);
        TableName table = target.name(session.sql().naming());
        this.cells = cells(session.sql(), target, new Catalog(session).columns(table));
        this.rows = appender(session.connection(), table);
        this.rejects = appender(session.connection(), session.sql().naming().own("bronze_rejects"));
    }

    @Override
    public long write(RowQueue records) throws SQLException, InterruptedException {
        try (rejects;
                rows) {
            for (RowBatch batch = records.next(); batch != null; batch = records.next()) {
                write(batch);
            }
        }
        return Loaded.UNCOUNTED;
    }

    private void write(RowBatch batch) throws SQLException {
        for (RowBatch.Row row : batch.rows()) {
            write(row);
        }
        for (RowBatch.Reject reject : batch.rejects()) {
            write(reject);
        }
        held += batch.size();
        if (held > MOST_BYTES) {
            rows.flush();
            rejects.flush();
            held = 0;
        }
    }

    private void write(RowBatch.Row row) throws SQLException {
        rows.beginRow();
        for (int cell : cells) {
            switch (cell) {
                case LOADED_AT -> rows.append(loadedAt);
                case SOURCE_ID -> rows.append(target.stamp().sourceId());
                case SOURCE_FILE -> rows.append(target.stamp().sourceFile());
                case BATCH_ID -> rows.append(target.stamp().batchId());
                case ROW_NUMBER -> rows.append(row.number());
                case ROW_HASH -> append(rows, Utf8.text(row.hash()));
                case SCHEMA_VERSION -> rows.append(target.stamp().schemaVersion());
                case NOTHING -> rows.appendNull();
                default -> append(rows, row.values().text(cell));
            }
        }
        rows.endRow();
    }

    private void write(RowBatch.Reject reject) throws SQLException {
        rejects.beginRow();
        rejects.append(target.spec().table());
        rejects.append(target.stamp().batchId());
        rejects.append(reject.number());
        rejects.append(reject.line());
        rejects.append(reject.reason());
        rejects.append(reject.raw());
        rejects.endRow();
    }

    /** For each physical column what goes in it: the position of a value in the source, or one of the constants. */
    private static int[] cells(SqlGenerator sql, Target target, List<String> physical) {
        Map<String, Integer> cells = new HashMap<>(Map.of(
                "_loaded_at", LOADED_AT,
                "_source_id", SOURCE_ID,
                "_source_file", SOURCE_FILE,
                "_batch_id", BATCH_ID,
                "_row_number", ROW_NUMBER,
                "_row_hash", ROW_HASH,
                "_schema_version", SCHEMA_VERSION));
        for (int i = 0; i < target.positions().length; i++) {
            if (target.positions()[i] >= 0) {
                cells.put(sql.column(target.spec().columns().get(i)), target.positions()[i]);
            }
        }
        return physical.stream()
                .mapToInt(name -> cells.getOrDefault(name, NOTHING))
                .toArray();
    }

    private static DuckDBAppender appender(Connection connection, TableName table) throws SQLException {
        String schema = table.schema() == null ? connection.getSchema() : table.schema();
        return connection.unwrap(DuckDBConnection.class).createAppender(schema, table.name());
    }

    private static void append(DuckDBAppender appender, @Nullable String value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }
}
