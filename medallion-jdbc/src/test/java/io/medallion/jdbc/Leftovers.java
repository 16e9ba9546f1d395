package io.medallion.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into a closed database file for what a failed operation left there. */
final class Leftovers {

    private Leftovers() {}

    /** The rows of every table that has some, and of every table of a layer; what version the own tables have does not count. */
    static Map<String, Long> in(Path database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database)) {
            for (String table : strings(
                    connection,
                    "select '\"' || table_schema || '\".\"' || table_name || '\"' from information_schema.tables"
                            + " where table_schema || '.' || table_name <> 'medallion.migrations'")) {
                long count = Long.parseLong(
                        strings(connection, "select count(*) from " + table).get(0));
                if (count > 0 || !table.startsWith("\"medallion\"")) {
                    rows.put(table.replace("\"", ""), count);
                }
            }
        }
        return rows;
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (found.next()) {
                strings.add(found.getString(1));
            }
            return strings;
        }
    }
}
