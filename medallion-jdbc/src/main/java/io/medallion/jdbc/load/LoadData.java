package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import io.medallion.sql.BronzeStamp;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes by the {@code LOAD DATA LOCAL INFILE} of MariaDB and MySQL, which the driver feeds from a stream; there is no file. Charset and escapes are stated in bytes, so that
 * neither the charset nor the {@code sql_mode} of the session matters. Rejects end a statement and rows after them begin another.
 */
final class LoadData implements BulkWriter {

    private final Session session;
    private final TargetRows target;
    private final LocalRows driver;

    LoadData(Session session, Target target, LocalRows driver) {
        this.session = session;
        this.driver = driver;
        this.target = new TargetRows(session, target);
    }

    @Override
    public long write(RowQueue records) throws SQLException, InterruptedException {
        LoadDataStream rows = new LoadDataStream(records, target);
        String same = same();
        long taken = 0;
        while (rows.hasMore()) {
            taken += load(target.table(), target.varyingColumns(), same, rows);
            rows.check();
            writeRejects(rows.takeRejects());
        }
        return taken;
    }

    private void writeRejects(List<RowBatch.Reject> rejects) throws SQLException {
        LoadDataText text = new LoadDataText();
        for (RowBatch.Reject reject : rejects) {
            target.encode(reject, text);
        }
        Bytes bytes = text.bytes();
        if (bytes.length() > 0) {
            load(
                    target.rejectTable(),
                    target.rejectColumns(),
                    "",
                    new ByteArrayInputStream(bytes.array(), 0, bytes.length()));
        }
    }

    /** What is the same in every row is told to the database once. */
    private String same() {
        BronzeStamp stamp = target.stamp();
        List<String> values = List.of(
                "timestamp'" + LoadDataText.TIME.format(stamp.loadedAt()) + "'",
                LoadDataText.literal(stamp.sourceId()),
                LoadDataText.literal(stamp.sourceFile()),
                LoadDataText.literal(stamp.batchId()),
                "" + stamp.schemaVersion());
        StringJoiner set = new StringJoiner(", ", " set ", "");
        for (int i = 0; i < values.size(); i++) {
            set.add(target.sameInEveryRow().get(i) + " = " + values.get(i));
        }
        return set.toString();
    }

    /** With LOCAL the database turns errors into warnings and values into what fits; any warning is a failure here. */
    private long load(String table, String columns, String set, InputStream rows) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            driver.give(statement, rows);
            long taken = statement.executeLargeUpdate("load data local infile 'rows' into table " + table
                    + " character set utf8mb4 fields terminated by 0x09 escaped by 0x5C lines terminated by 0x0A ("
                    + columns + ")" + set);
            Warnings.refuse(statement);
            return taken;
        }
    }
}
