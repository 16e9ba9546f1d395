package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which product and version a data source leads to.
 *
 * @param sql the generator for both
 * @param major the major version
 * @param catalog the database that connections are in, null when they are in none
 */
record Product(SqlGenerator sql, int major, @Nullable String catalog) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
    private static final int OLDEST_MINOR_OF_MARIADB_10 = 11;

    /** What MariaDB puts before its version for replicas and drivers that know MySQL 5 only. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    /** Asks the database once; refuses what no SQL is written for. */
    static Product of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            Product product = of(data.getDatabaseProductName(), data.getDatabaseProductVersion());
            return new Product(product.sql, product.major, connection.getCatalog());
        } catch (SQLException e) {
            throw SqlErrors.translate("data source", e);
        }
    }

    Dialect dialect() {
        return sql.dialect();
    }

    /**
     * The generator with these physical names.
     *
     * @throws DatabaseException when a schema has the name of the database and DuckDB cannot tell them apart, or MariaDB has
     *     no database to put tables in
     */
    SqlGenerator with(Naming naming) {
        if (dialect() == Dialect.DUCKDB && naming.schemas().stream().anyMatch(s -> s.equalsIgnoreCase(catalog))) {
            throw new DatabaseException(
                    DatabaseException.Kind.CONFLICT,
                    new Problem(
                            "schema '" + catalog + "'",
                            "has the name of its database, which DuckDB takes from the file and cannot tell apart.",
                            "Rename the file, or use another schema."),
                    null);
        }
        if (dialect() == Dialect.MARIADB && catalog == null && naming.schema() == null) {
            throw new DatabaseException(
                    DatabaseException.Kind.UNREACHABLE,
                    new Problem(
                            "data source",
                            "leads to a MariaDB server, but to none of its databases.",
                            "Name a database in its URL, or use Naming.inSchema(..)."),
                    null);
        }
        return sql.with(naming);
    }

    /** By what the driver says: drivers for MySQL call MariaDB MySQL, so its version decides. */
    static Product of(String name, String version) {
        boolean isMariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        String product = isMariaDb ? Dialect.MARIADB.product() : name;
        for (Dialect dialect : Dialect.values()) {
            if (dialect.product().equalsIgnoreCase(product)) {
                int major = major(dialect, version);
                return new Product(SqlGenerator.forDialect(dialect).atVersion(major), major, null);
            }
        }
        throw UnsupportedDatabaseException.product(name, version);
    }

    private static int major(Dialect dialect, String version) {
        Matcher numbers = VERSION.matcher(
                version.startsWith(REPLICATION_PREFIX) ? version.substring(REPLICATION_PREFIX.length()) : version);
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
