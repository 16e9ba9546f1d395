package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Utf8Record;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.BronzeStamp;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns of the table of a part and of its rejects in the order in which they are written, and rows in that order. */
final class TargetRows {

    private static final List<String> SAME_IN_EVERY_ROW =
            List.of("_loaded_at", "_source_id", "_source_file", "_batch_id", "_schema_version");
    private static final String REJECT_COLUMNS = "table_name, batch_id, row_number, line, reason, raw";
    static final int REJECT_COLUMN_COUNT = 6;

    private final Session session;
    private final Target target;
    private final List<String> columns;
    private final byte[] table;
    private final byte[] sourceId;
    private final byte[] sourceFile;
    private final byte[] batchId;

    TargetRows(Session session, Target target) {
        this.session = session;
        this.target = target;
        this.columns = new ArrayList<>(target.spec().columns());
        columns.add("_row_number");
        if (target.spec().rowHash()) {
            columns.add("_row_hash");
        }
        BronzeStamp stamp = target.stamp();
        this.table = Utf8.of(target.spec().table());
        this.sourceId = Utf8.of(stamp.sourceId());
        this.sourceFile = Utf8.of(stamp.sourceFile());
        this.batchId = Utf8.of(stamp.batchId());
    }

    /** The table of the rows as it is written in SQL. */
    String table() {
        return session.sql().quoted(target.name(session.sql().naming()));
    }

    /** The columns of the rows as they are written in SQL, those that are the same in every row last. */
    String columns() {
        return target.stamped() ? varyingColumns() + ", " + listed(SAME_IN_EVERY_ROW) : varyingColumns();
    }

    /** The columns that differ from row to row. */
    String varyingColumns() {
        return listed(columns);
    }

    /** What is the same in every row, one value for each of {@link #sameInEveryRow()}. */
    BronzeStamp stamp() {
        return target.stamp();
    }

    /** The columns that are the same in every row, one by one. */
    List<String> sameInEveryRow() {
        return SAME_IN_EVERY_ROW.stream().map(session.sql()::quoted).toList();
    }

    int columnCount() {
        return columns.size() + (target.stamped() ? SAME_IN_EVERY_ROW.size() : 0);
    }

    /** The table of the rejects as it is written in SQL. */
    String rejectTable() {
        return session.own("bronze_rejects");
    }

    /** The columns of the rejects as they are written in SQL. */
    String rejectColumns() {
        return session.columns(REJECT_COLUMNS);
    }

    void encode(RowBatch.Row row, RowEncoder encoder) throws SQLException {
        BronzeStamp stamp = target.stamp();
        encoder.begin(columnCount());
        varying(row, encoder);
        if (target.stamped()) {
            encoder.timestamp(stamp.loadedAt());
            encoder.text(sourceId);
            encoder.text(sourceFile);
            encoder.text(batchId);
            encoder.integer(stamp.schemaVersion());
        }
        encoder.end();
    }

    void encodeVarying(RowBatch.Row row, RowEncoder encoder) throws SQLException {
        encoder.begin(columns.size());
        varying(row, encoder);
        encoder.end();
    }

    private void varying(RowBatch.Row row, RowEncoder encoder) throws SQLException {
        Utf8Record values = row.values();
        byte[] bytes = values.bytes();
        for (int position : target.positions()) {
            if (position < 0 || values.isMissing(position)) {
                encoder.missing();
            } else {
                encoder.text(bytes, values.from(position), values.to(position));
            }
        }
        encoder.bigint(row.number());
        byte[] hash = row.hash();
        if (hash != null) {
            encoder.text(hash);
        }
    }

    void encode(RowBatch.Reject reject, RowEncoder encoder) throws SQLException {
        encoder.begin(REJECT_COLUMN_COUNT);
        encoder.text(table);
        encoder.text(batchId);
        encoder.bigint(reject.number());
        encoder.bigint(reject.line());
        encoder.text(Utf8.of(reject.reason()));
        encoder.text(Utf8.of(reject.raw()));
        encoder.end();
    }

    private String listed(List<String> names) {
        return String.join(", ", names.stream().map(session.sql()::quoted).toList());
    }
}
