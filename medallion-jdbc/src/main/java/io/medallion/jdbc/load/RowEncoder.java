package io.medallion.jdbc.load;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the values of rows one after the other, in the order of {@link TargetRows}. */
interface RowEncoder {

    /** A row of so many values follows. */
    void begin(int values) throws SQLException;

    /** A text in UTF-8, null for NULL. */
    void text(byte @Nullable [] utf8) throws SQLException;

    void bigint(long value) throws SQLException;

    void integer(int value) throws SQLException;

    void timestamp(Instant value) throws SQLException;

    /** The row is complete. */
    void end() throws SQLException;
}
