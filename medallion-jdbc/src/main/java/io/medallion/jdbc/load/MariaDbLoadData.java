package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.mariadb.jdbc.Statement;

/**
 * Writes by {@code LOAD DATA LOCAL INFILE}, which the driver feeds from a stream; there is no file. Charset and escapes are stated in bytes, so that
 * neither the charset nor the {@code sql_mode} of the session matters. Rejects end a statement and rows after them begin another.
 */
final class MariaDbLoadData implements BulkWriter {

    private final Session session;
    private final TargetRows target;

    MariaDbLoadData(Session session, Target target) {
        this.session = session;
        this.target = new TargetRows(session, target);
    }

    /** Whether both sides allow it: the server by {@code local_infile}, the host by {@code allowLocalInfile} in its URL. */
    static boolean isAllowed(Session session) throws SQLException {
        Connection connection = session.connection();
        return connection.isWrapperFor(org.mariadb.jdbc.Connection.class)
                && connection
                        .unwrap(org.mariadb.jdbc.Connection.class)
                        .getContext()
                        .getConf()
                        .allowLocalInfile()
                && session.number("select @@local_infile") == 1;
    }

    @Override
    public void write(RowQueue records) throws SQLException, InterruptedException {
        MariaDbStream rows = new MariaDbStream(records, target);
        while (rows.hasMore()) {
            load(target.table(), target.columns(), rows);
            rows.check();
            MariaDbText rejects = new MariaDbText();
            for (RowBatch.Reject reject : rows.takeRejects()) {
                target.encode(reject, rejects);
            }
            if (rejects.bytes().length() > 0) {
                Bytes bytes = rejects.bytes();
                load(
                        target.rejectTable(),
                        target.rejectColumns(),
                        new ByteArrayInputStream(bytes.array(), 0, bytes.length()));
            }
        }
    }

    /** With LOCAL the database turns errors into warnings and values into what fits; any warning is a failure here. */
    private void load(String table, String columns, InputStream rows) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.unwrap(Statement.class).setLocalInfileInputStream(rows);
            statement.executeLargeUpdate("load data local infile 'rows' into table " + table
                    + " character set utf8mb4 fields terminated by 0x09 escaped by 0x5C lines terminated by 0x0A ("
                    + columns + ")");
            Warnings.refuse(statement);
        }
    }
}
