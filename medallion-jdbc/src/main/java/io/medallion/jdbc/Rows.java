package io.medallion.jdbc;

import io.medallion.jdbc.store.Session;
import io.medallion.sql.SqlStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query gave: the names of its columns, and the values row by row. */
record Rows(List<String> columns, List<List<@Nullable Object>> values) {

    static final Rows NONE = new Rows(List.of(), List.of());

    static Rows of(Session session, SqlStatement statement) {
        return session.result(statement, Rows::of);
    }

    private static Rows of(ResultSet result) throws SQLException {
        int width = result.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(PlainValues.ofDriver(result.getObject(i)));
            }
            values.add(row);
        }
        return new Rows(columns, values);
    }
}
