package io.medallion.jdbc.store;

import java.util.List;

/** The own table {@code bronze_rejects}: the records that could not become Bronze rows, batch by batch. */
public final class BronzeRejects {

    private static final String COLUMNS = "table_name, batch_id, row_number, line, reason, raw";

    private final Session session;

    /** The table as this session sees it. */
    public BronzeRejects(Session session) {
        this.session = session;
    }

    /** Records a reject. */
    public void add(BronzeRejectRow reject) {
        session.update(
                "insert into " + name() + " (" + session.columns(COLUMNS) + ")" + " values (?, ?, ?, ?, ?, ?)",
                reject.table(),
                reject.batchId(),
                reject.rowNumber(),
                reject.line(),
                reject.reason(),
                reject.raw());
    }

    /** The rejects of the batches of a table that Silver reads, in the order of their sequence and row number. */
    public List<BronzeRejectRow> inForce(String table, long offset, int count) {
        return session.query(
                "select r.* from (select " + session.columns(COLUMNS) + " from " + name() + ")" + " r join "
                        + session.own("batches") + " b on b.table_name = r.table_name and b.batch_id = r.batch_id"
                        + " where r.table_name = ? and b.in_force = ? order by b.sequence, r."
                        + session.columns("row_number") + " limit "
                        + Math.max(0, count) + " offset " + Math.max(0, offset),
                row -> new BronzeRejectRow(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)),
                table,
                true);
    }

    /** How many rejects a batch has. */
    public long count(String table, String batchId) {
        return session.number(
                "select count(*) from " + name() + " where table_name = ? and batch_id = ?", table, batchId);
    }

    /** Forgets the rejects of a batch that was given up. */
    public void remove(String table, String batchId) {
        session.update("delete from " + name() + " where table_name = ? and batch_id = ?", table, batchId);
    }

    private String name() {
        return session.own("bronze_rejects");
    }
}
