package io.medallion.jdbc.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** What a server of MySQL must do besides being of the right version. */
final class MySqlServer {

    /** A function that is not there, also said as: no database to look for it in, no right to call it. */
    private static final Set<Integer> UNKNOWN_FUNCTION = Set.of(1305, 1046, 1370);

    private static final Set<Integer> DENIED = Set.of(1227);
    private static final int UNKNOWN_VARIABLE = 1193;

    private MySqlServer() {}

    /**
     * Whether the user may have tables of very many texts, of which the server counts 40 bytes each, whatever is in them, and refuses from
     * some 190 on. Writes nothing.
     *
     * @throws UnsupportedDatabaseException when it has no MD5, which row hashes and keys are made with, or adds to tables or demands of
     *     them what we do not give them
     */
    static boolean mayRelax(Connection connection, String version) throws SQLException {
        require(connection, version);
        return !fails(connection, "set session innodb_strict_mode = @@session.innodb_strict_mode", DENIED);
    }

    private static void require(Connection connection, String version) throws SQLException {
        if (fails(connection, "select md5('')", UNKNOWN_FUNCTION)) {
            throw UnsupportedDatabaseException.server(
                    version,
                    "has no function MD5, which MySQL leaves to a component since 9.6.",
                    "Let an administrator run: install component 'file://component_classic_hashing'.");
        }
        if (isOn(connection, "sql_require_primary_key")) {
            throw UnsupportedDatabaseException.server(
                    version,
                    "demands a primary key of every table (sql_require_primary_key).",
                    "Switch that off for these connections, with sessionVariables in their URL or for the server.");
        }
        if (isOn(connection, "sql_generate_invisible_primary_key")) {
            throw UnsupportedDatabaseException.server(
                    version,
                    "adds a column of its own to tables (sql_generate_invisible_primary_key).",
                    "Switch that off for these connections, with sessionVariables in their URL or for the server.");
        }
    }

    private static boolean isOn(Connection connection, String variable) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@session." + variable)) {
            return row.next() && row.getInt(1) != 0;
        } catch (SQLException e) {
            if (e.getErrorCode() == UNKNOWN_VARIABLE) {
                return false;
            }
            throw e;
        }
    }

    private static boolean fails(Connection connection, String sql, Set<Integer> codes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            if (codes.contains(e.getErrorCode())) {
                return true;
            }
            throw e;
        }
    }
}
