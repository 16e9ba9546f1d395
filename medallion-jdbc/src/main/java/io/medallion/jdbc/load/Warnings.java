package io.medallion.jdbc.load;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** MariaDB warns where it took a value otherwise than it was given; to a load that is a failure. */
final class Warnings {

    private Warnings() {}

    static void refuse(Statement statement) throws SQLException {
        SQLWarning warning = statement.getWarnings();
        if (warning != null) {
            throw new SQLException(
                    "a value does not fit into its column: " + warning.getMessage(),
                    warning.getSQLState(),
                    warning.getErrorCode());
        }
    }
}
