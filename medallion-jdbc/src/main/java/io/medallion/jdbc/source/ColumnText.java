package io.medallion.jdbc.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a column of the row at hand as its canonical text. */
@FunctionalInterface
interface ColumnText {

    /** The text, null for NULL. */
    @Nullable
    String of(ResultSet row, int column) throws SQLException;
}
