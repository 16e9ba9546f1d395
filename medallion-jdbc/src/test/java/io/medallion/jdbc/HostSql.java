package io.medallion.jdbc;

import io.medallion.engines.Engines;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a host runs beside the library, on connections of its own; tables are named as where there is a schema per layer. */
record HostSql(EngineUnderTest engine) {

    void run(String sql) {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(named(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query, values joined by a blank. */
    List<String> rows(String sql) {
        try (Connection connection = engine.dataSource().getConnection()) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(named(sql))) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row.toString());
            }
            return all;
        }
    }

    String named(String sql) {
        return Engines.speaksMySql(engine.dialect())
                ? sql.replaceAll("\\b(bronze|silver|gold|medallion)\\.", "$1_")
                : sql;
    }
}
