package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** How a driver is given what {@code LOAD DATA LOCAL} reads. Both drivers speak with both MariaDB and MySQL. */
interface LocalRows {

    /** Has the next statement read from a stream. */
    void give(Statement statement, InputStream rows) throws SQLException;

    /** Whether the host allows it in the URL of its connections. */
    boolean isAllowed(Connection connection) throws SQLException;

    /** The way of this connection, where the server, by {@code local_infile}, and the host allow it. */
    static Optional<LocalRows> of(Session session) throws SQLException {
        Connection connection = session.connection();
        Optional<LocalRows> driver = of(connection.getMetaData().getDriverName());
        return driver.isPresent() && driver.get().isAllowed(connection) && session.number("select @@local_infile") == 1
                ? driver
                : Optional.empty();
    }

    private static Optional<LocalRows> of(String driver) {
        String name = driver.toLowerCase(Locale.ROOT);
        if (name.startsWith("mariadb")) {
            return Optional.of(new MariaDbLocalRows());
        }
        return name.startsWith("mysql") ? Optional.of(new MySqlLocalRows()) : Optional.empty();
    }
}
