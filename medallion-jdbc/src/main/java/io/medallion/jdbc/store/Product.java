package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Which product and version a data source leads to. */
record Product(SqlGenerator sql, String catalog) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
    private static final int OLDEST_MINOR_OF_MARIADB_10 = 11;

    /** Asks the database once; refuses what no SQL is written for. */
    static Product of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            SqlGenerator sql = of(data.getDatabaseProductName(), data.getDatabaseProductVersion());
            return new Product(sql, String.valueOf(connection.getCatalog()));
        } catch (SQLException e) {
            throw SqlErrors.translate("data source", e);
        }
    }

    /**
     * The generator with these physical names.
     *
     * @throws DatabaseException when a schema has the name of the database and DuckDB cannot tell them apart
     */
    SqlGenerator with(Naming naming) {
        if (sql.dialect() == Dialect.DUCKDB && naming.schemas().stream().anyMatch(catalog::equalsIgnoreCase)) {
            throw new DatabaseException(
                    DatabaseException.Kind.CONFLICT,
                    new Problem(
                            "schema '" + catalog + "'",
                            "has the name of its database, which DuckDB takes from the file and cannot tell apart.",
                            "Rename the file, or use another schema."),
                    null);
        }
        return sql.with(naming);
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
