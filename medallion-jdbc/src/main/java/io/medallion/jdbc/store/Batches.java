package io.medallion.jdbc.store;

import io.medallion.spec.BatchMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The own table {@code batches}: what was loaded into Bronze, and which of it Silver reads. */
public final class Batches {

    private static final String COLUMNS = "table_name, batch_id, pipeline, sequence, mode, source_id, source_file,"
            + " content_hash, rows, rejects, schema_version, loaded_at, in_force, latency_rows,"
            + " latency_least, latency_greatest, latency_mean";

    private final Session session;

    /** The table as this session sees it. */
    public Batches(Session session) {
        this.session = session;
    }

    /** All batches of a table, oldest first. */
    public List<BatchRow> of(String table) {
        return session.query(select() + " where table_name = ? order by sequence", Batches::row, table);
    }

    /** The batches of a table that Silver reads, oldest first. */
    public List<BatchRow> inForce(String table) {
        return of(table).stream().filter(BatchRow::inForce).toList();
    }

    /** The newest batch of a table that was loaded from this source and that Silver reads. */
    public Optional<BatchRow> inForce(String table, String sourceId) {
        return inForce(table).stream()
                .filter(b -> b.sourceId().equals(sourceId))
                .reduce((older, newer) -> newer);
    }

    /** The sequence number of the next batch of a table; unique only while the pipeline is locked. */
    public long nextSequence(String table) {
        return session.number("select coalesce(max(sequence), 0) + 1 from " + name() + " where table_name = ?", table);
    }

    /** Records a batch. */
    public void add(BatchRow batch) {
        Latency latency = batch.latency();
        session.update(
                "insert into " + name() + " (" + session.columns(COLUMNS)
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.table(),
                batch.batchId(),
                batch.pipeline(),
                batch.sequence(),
                batch.mode(),
                batch.sourceId(),
                batch.sourceFile(),
                batch.contentHash(),
                batch.rows(),
                batch.rejects(),
                batch.schemaVersion(),
                batch.loadedAt(),
                batch.inForce(),
                latency == null ? null : latency.rows(),
                latency == null ? null : latency.least(),
                latency == null ? null : latency.greatest(),
                latency == null ? null : latency.mean());
    }

    /** Takes out of force what a new batch of this source replaces; gives how many batches. */
    public long replace(String table, BatchMode mode, String sourceId) {
        return switch (mode) {
            case ADD -> 0;
            case REPLACE_SAME_FILE ->
                session.update(
                        "update " + name()
                                + " set in_force = ? where table_name = ? and source_id = ? and in_force = ?",
                        false,
                        table,
                        sourceId,
                        true);
            case REPLACE_ALL ->
                session.update(
                        "update " + name() + " set in_force = ? where table_name = ? and in_force = ?",
                        false,
                        table,
                        true);
        };
    }

    /** Takes out of force every batch of a table but these; gives how many. */
    public long replaceAllBut(String table, Set<String> batchIds) {
        long replaced = 0;
        for (BatchRow batch : inForce(table)) {
            if (!batchIds.contains(batch.batchId())) {
                replaced += session.update(
                        "update " + name() + " set in_force = ? where table_name = ? and batch_id = ?",
                        false,
                        table,
                        batch.batchId());
            }
        }
        return replaced;
    }

    private String select() {
        return "select " + session.columns(COLUMNS) + " from " + name();
    }

    private String name() {
        return session.own("batches");
    }

    private static BatchRow row(ResultSet row) throws SQLException {
        return new BatchRow(
                row.getString("table_name"),
                row.getString("batch_id"),
                row.getString("pipeline"),
                row.getLong("sequence"),
                BatchMode.valueOf(row.getString("mode")),
                row.getString("source_id"),
                row.getString("source_file"),
                row.getString("content_hash"),
                row.getLong("rows"),
                row.getLong("rejects"),
                row.getInt("schema_version"),
                Objects.requireNonNull(Session.instant(row, "loaded_at")),
                latency(row),
                row.getBoolean("in_force"));
    }

    private static @Nullable Latency latency(ResultSet row) throws SQLException {
        long rows = row.getLong("latency_rows");
        return row.wasNull()
                ? null
                : new Latency(
                        rows,
                        row.getDouble("latency_least"),
                        row.getDouble("latency_greatest"),
                        row.getDouble("latency_mean"));
    }
}
