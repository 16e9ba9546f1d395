package io.medallion.jdbc.load;

import java.sql.SQLException;
import java.time.Instant;

/** Takes the values of rows one after the other, in the order of {@link TargetRows}. */
interface RowEncoder {

    /** A row of so many values follows. */
    void begin(int values) throws SQLException;

    /** NULL. */
    void missing() throws SQLException;

    /** A text in UTF-8, from one position of an array to another. */
    void text(byte[] utf8, int from, int to) throws SQLException;

    /** A text in UTF-8. */
    default void text(byte[] utf8) throws SQLException {
        text(utf8, 0, utf8.length);
    }

    void bigint(long value) throws SQLException;

    void integer(int value) throws SQLException;

    void timestamp(Instant value) throws SQLException;

    /** The row is complete. */
    void end() throws SQLException;
}
