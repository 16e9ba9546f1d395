package io.medallion.jdbc.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row a result stands on. */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the current row and moves nothing. */
    T read(ResultSet row) throws SQLException;
}
