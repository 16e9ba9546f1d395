package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes many rows by each {@code INSERT}, for a MariaDB or MySQL that takes no local files. No setting of the driver is needed for it to be fast. */
final class MultiRowInsert implements BulkWriter {

    private static final int MOST_ROWS = 500;
    /** What the protocol of prepared statements allows. */
    private static final int MOST_PARAMETERS = 65_535;
    /** A byte takes two where it is escaped; as much again is left for what is between the values. */
    private static final int PACKET_PER_BYTE = 4;

    private final Session session;
    private final TargetRows target;
    private final long mostBytes;

    MultiRowInsert(Session session, Target target) {
        this.session = session;
        this.target = new TargetRows(session, target);
        this.mostBytes = session.number("select @@max_allowed_packet") / PACKET_PER_BYTE;
    }

    @Override
    public long write(RowQueue records) throws SQLException, InterruptedException {
        Insert<RowBatch.Row> rows =
                new Insert<>(target.table(), target.columns(), target.columnCount(), target::encode);
        Insert<RowBatch.Reject> rejects = new Insert<>(
                target.rejectTable(), target.rejectColumns(), TargetRows.REJECT_COLUMN_COUNT, target::encode);
        for (RowBatch batch = records.next(); batch != null; batch = records.next()) {
            for (RowBatch.Row row : batch.rows()) {
                rows.add(row, row.size());
            }
            for (RowBatch.Reject reject : batch.rejects()) {
                rejects.add(reject, reject.size());
            }
        }
        rows.flush();
        rejects.flush();
        return rows.taken;
    }

    private interface Encoding<T> {
        void encode(T record, RowEncoder encoder) throws SQLException;
    }

    /** The records of one table that go into the next statement. */
    private final class Insert<T> {

        private final String head;
        private final int columns;
        private final int most;
        private final Encoding<T> encoding;
        private final List<T> records = new ArrayList<>();
        private long bytes;
        private long taken;

        Insert(String table, String columns, int columnCount, Encoding<T> encoding) {
            this.head = "insert into " + table + " (" + columns + ") values ";
            this.columns = columnCount;
            this.most = Math.max(1, Math.min(MOST_ROWS, MOST_PARAMETERS / columnCount));
            this.encoding = encoding;
        }

        void add(T record, long length) throws SQLException {
            if (bytes + length > mostBytes) {
                flush();
            }
            records.add(record);
            bytes += length;
            if (records.size() == most) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (records.isEmpty()) {
                return;
            }
            String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
            String text = head + String.join(", ", Collections.nCopies(records.size(), row));
            try (PreparedStatement statement = session.connection().prepareStatement(text)) {
                Parameters parameters = new Parameters(statement);
                for (T record : records) {
                    encoding.encode(record, parameters);
                }
                taken += statement.executeLargeUpdate();
                Warnings.refuse(statement);
            }
            records.clear();
            bytes = 0;
        }
    }

    private static final class Parameters implements RowEncoder {

        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void begin(int values) {}

        @Override
        public void missing() throws SQLException {
            statement.setNull(++index, Types.VARCHAR);
        }

        @Override
        public void text(byte[] utf8, int from, int to) throws SQLException {
            statement.setString(++index, new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void bigint(long value) throws SQLException {
            statement.setLong(++index, value);
        }

        @Override
        public void integer(int value) throws SQLException {
            statement.setInt(++index, value);
        }

        @Override
        public void timestamp(Instant value) throws SQLException {
            statement.setObject(++index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }

        @Override
        public void end() {}
    }
}
