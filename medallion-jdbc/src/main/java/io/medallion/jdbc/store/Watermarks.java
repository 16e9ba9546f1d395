package io.medallion.jdbc.store;

import java.time.Instant;
import java.util.Optional;

/** The own table {@code watermarks}: how far the sources were read that are read on from a column. */
public final class Watermarks {

    /**
     * How far a source was read.
     *
     * @param column by whose values
     * @param value the greatest of them, in its canonical text
     */
    public record Reached(String column, String value) {}

    private final Session session;

    /** The table as this session sees it. */
    public Watermarks(Session session) {
        this.session = session;
    }

    /** How far a source was read into a table. */
    public Optional<Reached> of(String table, String sourceId) {
        return session.first(
                "select " + session.columns("column_name, reached") + " from " + name()
                        + " where table_name = ? and source_id = ?",
                row -> new Reached(row.getString(1), row.getString(2)),
                table,
                sourceId);
    }

    /** Remembers how far a source was read, instead of what was known before. */
    public void put(String table, String sourceId, Reached reached, String batchId, Instant now) {
        remove(table, sourceId);
        session.update(
                "insert into " + name() + " ("
                        + session.columns("table_name, source_id, column_name, reached, batch_id, reached_at")
                        + ") values (?, ?, ?, ?, ?, ?)",
                table,
                sourceId,
                reached.column(),
                reached.value(),
                batchId,
                now);
    }

    /** Forgets how far a source was read. */
    public void remove(String table, String sourceId) {
        session.update("delete from " + name() + " where table_name = ? and source_id = ?", table, sourceId);
    }

    private String name() {
        return session.own("watermarks");
    }
}
