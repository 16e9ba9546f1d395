package io.medallion.jdbc.load;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB Connector/J. */
final class MariaDbLocalRows implements LocalRows {

    @Override
    public void give(Statement statement, InputStream rows) throws SQLException {
        statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
    }

    @Override
    public boolean isAllowed(Connection connection) throws SQLException {
        return connection.isWrapperFor(org.mariadb.jdbc.Connection.class)
                && connection
                        .unwrap(org.mariadb.jdbc.Connection.class)
                        .getContext()
                        .getConf()
                        .allowLocalInfile();
    }
}
