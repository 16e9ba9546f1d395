package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns of the table of a part and of its rejects in the order in which they are written, and rows in that order. */
final class TargetRows {

    private static final String REJECT_COLUMNS = "table_name, batch_id, row_number, line, reason, raw";

    private final Session session;
    private final Target target;
    private final List<String> columns;

    TargetRows(Session session, Target target) {
        this.session = session;
        this.target = target;
        this.columns = new ArrayList<>(target.spec().columns());
        columns.add("_row_number");
        if (target.spec().rowHash()) {
            columns.add("_row_hash");
        }
        columns.addAll(List.of("_loaded_at", "_source_id", "_source_file", "_batch_id", "_schema_version"));
    }

    /** The table of the rows as it is written in SQL. */
    String table() {
        return session.sql().quoted(target.name(session.sql().naming()));
    }

    /** The columns of the rows as they are written in SQL. */
    String columns() {
        return String.join(", ", columns.stream().map(session.sql()::quoted).toList());
    }

    int columnCount() {
        return columns.size();
    }

    /** The table of the rejects as it is written in SQL. */
    String rejectTable() {
        return session.own("bronze_rejects");
    }

    /** The columns of the rejects as they are written in SQL. */
    String rejectColumns() {
        return session.columns(REJECT_COLUMNS);
    }

    int rejectColumnCount() {
        return 6;
    }

    void encode(RowBatch.Row row, RowEncoder encoder) throws SQLException {
        Stamp stamp = target.stamp();
        encoder.begin(columns.size());
        for (String value : row.values()) {
            encoder.text(value);
        }
        encoder.bigint(row.number());
        if (target.spec().rowHash()) {
            encoder.text(row.hash());
        }
        encoder.timestamp(stamp.loadedAt());
        encoder.text(stamp.sourceId());
        encoder.text(stamp.sourceFile());
        encoder.text(stamp.batchId());
        encoder.integer(stamp.schemaVersion());
        encoder.end();
    }

    void encode(RowBatch.Reject reject, RowEncoder encoder) throws SQLException {
        encoder.begin(rejectColumnCount());
        encoder.text(target.spec().table());
        encoder.text(target.stamp().batchId());
        encoder.bigint(reject.number());
        encoder.bigint(reject.line());
        encoder.text(reject.reason());
        encoder.text(reject.raw());
        encoder.end();
    }
}
