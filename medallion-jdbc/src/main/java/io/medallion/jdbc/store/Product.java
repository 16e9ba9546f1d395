package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
 * @param mayRelax whether its user may set what MySQL restricts
 */
record Product(SqlGenerator sql, int major, @Nullable String catalog, boolean mayRelax) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

    /** What speaks the protocol of MySQL and calls itself so, but is something else. */
    private static final Pattern NOT_MYSQL = Pattern.compile("(?i)tidb|vitess|oceanbase|singlestore|doris|starrocks");

    /** What MariaDB puts before its version for replicas and drivers that know MySQL 5 only. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    /** Asks the database once; refuses what no SQL is written for. */
    static Product of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            Product product = of(data.getDatabaseProductName(), data.getDatabaseProductVersion());
            boolean mayRelax = product.dialect() == Dialect.MYSQL
                    && MySqlServer.mayRelax(connection, data.getDatabaseProductVersion());
            return new Product(product.sql, product.major, product.databaseOf(connection), mayRelax);
        } catch (SQLException e) {
            throw SqlErrors.translate("data source", e);
        }
    }

    Dialect dialect() {
        return sql.dialect();
    }

    /** Where a connection is; the driver of MySQL does not learn of it when SQL goes to another database. */
    @Nullable
    String databaseOf(Connection connection) throws SQLException {
        if (dialect() != Dialect.MYSQL) {
            return connection.getCatalog();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database()")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * The generator with these physical names.
     *
     * @throws DatabaseException when a schema has the name of the database and DuckDB cannot tell them apart, or MariaDB
     *     or MySQL has no database to put tables in
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
        if (isServerOfDatabases() && catalog == null && naming.schema() == null) {
            throw new DatabaseException(
                    DatabaseException.Kind.UNREACHABLE,
                    new Problem(
                            "data source",
                            "leads to a " + dialect().product() + " server, but to none of its databases.",
                            "Name a database in its URL, or use Naming.inSchema(..)."),
                    null);
        }
        return sql.with(naming);
    }

    private boolean isServerOfDatabases() {
        return switch (dialect()) {
            case DUCKDB, POSTGRES -> false;
            case MARIADB, MYSQL -> true;
        };
    }

    /** By what the driver says: drivers for MySQL call MariaDB MySQL, so its version decides. */
    static Product of(String name, String version) {
        boolean isMariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        String product = isMariaDb ? Dialect.MARIADB.product() : name;
        for (Dialect dialect : Dialect.values()) {
            boolean is = dialect != Dialect.MYSQL || !NOT_MYSQL.matcher(version).find();
            if (is && dialect.product().equalsIgnoreCase(product)) {
                int major = major(dialect, version);
                return new Product(SqlGenerator.forDialect(dialect).atVersion(major), major, null, false);
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
        int major = number(numbers, 1);
        List<Integer> found = List.of(major, number(numbers, 2), number(numbers, 3));
        String oldest =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> "" + dialect.oldestVersion();
                    case MARIADB -> "10.11";
                    case MYSQL -> "8.0.21";
                };
        if (isBefore(found, oldest)) {
            throw UnsupportedDatabaseException.version(dialect, version, oldest);
        }
        return major;
    }

    private static int number(Matcher numbers, int group) {
        return numbers.group(group) == null ? 0 : Integer.parseInt(numbers.group(group));
    }

    private static boolean isBefore(List<Integer> found, String oldest) {
        String[] wanted = oldest.split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            int difference = found.get(i) - Integer.parseInt(wanted[i]);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }
}
