package io.medallion.jdbc.build;

import static io.medallion.spec.SilverColumn.column;

import io.medallion.ColumnType;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Typed tables of schema {@code silver} as specs, read from the database by plain SQL. */
final class SilverInDuckDb {

    private final Connection connection;

    SilverInDuckDb(Connection connection) {
        this.connection = connection;
    }

    SilverSpec spec(String table, String... key) throws SQLException {
        List<SilverColumn> columns = new ArrayList<>();
        for (String[] column : columns(table)) {
            columns.add(column(column[0]).named(column[0]).as(parse(column[1])));
        }
        return SilverSpec.of(table, columns).key(key);
    }

    private List<String[]> columns(String table) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select column_name, data_type from information_schema.columns"
                        + " where table_schema = 'silver' and table_name = '" + table
                        + "' and column_name not like '\\_%' escape '\\' order by ordinal_position")) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return columns;
    }

    private static Parse parse(String type) {
        if (type.startsWith("DECIMAL")) {
            ColumnType decimal = ColumnType.parse(type);
            return Parse.decimal(decimal.precision(), decimal.scale());
        }
        return switch (type) {
            case "INTEGER" -> Parse.integer();
            case "BIGINT" -> Parse.bigint();
            case "DOUBLE" -> Parse.floating();
            case "DATE" -> Parse.date("yyyy-MM-dd");
            case "TIMESTAMP" -> Parse.timestamp("yyyy-MM-dd HH:mm:ss");
            case "BOOLEAN" -> Parse.yesNo("true", "false");
            default -> Parse.text();
        };
    }
}
