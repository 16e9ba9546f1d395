package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes by {@code COPY .. FROM STDIN}; while one runs the connection does nothing else, so rejects end it and rows after them begin another. */
final class PostgresCopy implements BulkWriter {

    /** The most that is handed to the driver at once, as long as no row is longer. */
    private static final int CHUNK = 1 << 16;

    private final Session session;
    private final TargetRows target;
    private final PostgresBinary binary = new PostgresBinary();
    private @Nullable CopyIn copy;
    private long taken;

    PostgresCopy(Session session, Target target) {
        this.session = session;
        this.target = new TargetRows(session, target);
    }

    @Override
    public long write(RowQueue records) throws SQLException, InterruptedException {
        try {
            for (RowBatch batch = records.next(); batch != null; batch = records.next()) {
                writeRows(batch);
                if (!batch.rejects().isEmpty()) {
                    writeRejects(batch);
                }
            }
            taken += end();
            return taken;
        } finally {
            giveUp();
        }
    }

    private void writeRows(RowBatch batch) throws SQLException {
        for (RowBatch.Row row : batch.rows()) {
            CopyIn rows = copy == null ? begin(target.table(), target.columns()) : copy;
            target.encode(row, binary);
            send(rows, CHUNK);
        }
    }

    private void writeRejects(RowBatch batch) throws SQLException {
        taken += end();
        CopyIn rejects = begin(target.rejectTable(), target.rejectColumns());
        for (RowBatch.Reject reject : batch.rejects()) {
            target.encode(reject, binary);
            send(rejects, CHUNK);
        }
        end();
    }

    private CopyIn begin(String table, String columns) throws SQLException {
        PGConnection connection = session.connection().unwrap(PGConnection.class);
        CopyIn begun =
                connection.getCopyAPI().copyIn("copy " + table + " (" + columns + ") from stdin with (format binary)");
        copy = begun;
        binary.header();
        return begun;
    }

    /** How many rows the database has taken since the beginning. */
    private long end() throws SQLException {
        CopyIn running = copy;
        if (running == null) {
            return 0;
        }
        binary.trailer();
        send(running, 0);
        long rows = running.endCopy();
        copy = null;
        return rows;
    }

    private void send(CopyIn running, int most) throws SQLException {
        Bytes bytes = binary.bytes();
        if (bytes.length() > most) {
            running.writeToCopy(bytes.array(), 0, bytes.length());
            bytes.clear();
        }
    }

    /** Only after a failure is there anything to give up; the connection has to be free for the rollback. */
    private void giveUp() {
        CopyIn running = copy;
        if (running != null && running.isActive()) {
            try {
                running.cancelCopy();
            } catch (SQLException e) {
                // what ended it first is being thrown
            }
        }
    }
}
