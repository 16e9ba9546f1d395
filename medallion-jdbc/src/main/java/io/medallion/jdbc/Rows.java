package io.medallion.jdbc;

import io.medallion.ColumnType;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query gave: the names of its columns, and the values row by row. */
record Rows(List<String> columns, List<List<@Nullable Object>> values) {

    static final Rows NONE = new Rows(List.of(), List.of());

    /**
     * Runs a query.
     *
     * @param types of its columns by their label, as far as they are known
     */
    static Rows of(Session session, SqlStatement statement, Map<String, ColumnType> types) {
        return session.result(statement, result -> of(session.sql().dialect(), result, types));
    }

    private static Rows of(Dialect dialect, ResultSet result, Map<String, ColumnType> types) throws SQLException {
        int width = result.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        ResultValues read = new ResultValues(dialect, result.getMetaData(), types);
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(read.of(result, i));
            }
            values.add(row);
        }
        return new Rows(columns, values);
    }
}
