package io.medallion.jdbc.store;

import io.medallion.Dialect;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Which product and version a data source leads to. */
final class Product {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
    private static final int OLDEST_MINOR_OF_MARIADB_10 = 11;

    private Product() {}

    /** The generator for it; refuses what no SQL is written for. */
    static SqlGenerator of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            return of(data.getDatabaseProductName(), data.getDatabaseProductVersion());
        } catch (SQLException e) {
            throw SqlErrors.translate("data source", e);
        }
    }

    static SqlGenerator of(String name, String version) {
        for (Dialect dialect : Dialect.values()) {
            if (dialect.product().equalsIgnoreCase(name)) {
                return SqlGenerator.forDialect(dialect).atVersion(major(dialect, version));
            }
        }
        throw UnsupportedDatabaseException.product(name, version);
    }

    private static int major(Dialect dialect, String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            throw UnsupportedDatabaseException.product(dialect.product(), version);
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
        boolean oldMinor = dialect == Dialect.MARIADB && major == 10 && minor < OLDEST_MINOR_OF_MARIADB_10;
        if (major < dialect.oldestVersion() || oldMinor) {
            throw UnsupportedDatabaseException.version(
                    dialect,
                    version,
                    dialect == Dialect.MARIADB ? "10." + OLDEST_MINOR_OF_MARIADB_10 : "" + dialect.oldestVersion());
        }
        return major;
    }
}
