package io.medallion.jdbc.load;

import io.medallion.Problem;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;

/** How many columns a table may have. PostgreSQL: "Limits" in its manual; MariaDB and MySQL: the limit of InnoDB. DuckDB states none. */
final class ColumnLimit {

    private static final int METADATA_COLUMNS = 7;

    private ColumnLimit() {}

    /** Refuses a table that the database cannot hold, before anything is written. */
    static void check(BronzeSpec spec, Dialect dialect) {
        int limit =
                switch (dialect) {
                    case DUCKDB -> Integer.MAX_VALUE;
                    case POSTGRES -> 1600;
                    case MARIADB, MYSQL -> 1017;
                };
        int columns = spec.columns().size() + METADATA_COLUMNS;
        if (columns > limit) {
            throw new LoadException(new Problem(
                    "bronze table '" + spec.table() + "'",
                    "needs " + columns + " columns, " + dialect.product() + " holds at most " + limit + ".",
                    "Split the file by columns, or use DuckDB."));
        }
    }
}
