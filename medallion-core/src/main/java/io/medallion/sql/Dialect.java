package io.medallion.sql;

/** The databases SQL is generated for. Every construct is written for each of them or refused before anything runs. */
public enum Dialect {
    /** DuckDB 1.4 or later, in process: the embedded default. */
    DUCKDB("DuckDB", 1),
    /** PostgreSQL 15 or later. */
    POSTGRES("PostgreSQL", 15),
    /** MariaDB 10.11 or later. */
    MARIADB("MariaDB", 10),
    /**
     * MySQL 8.0.21 or later; from 9.6 on with the component {@code component_classic_hashing}, which has MD5. Its SQL is written as that of
     * MariaDB but where they differ, and so what is said of MariaDB here holds for it, too.
     */
    MYSQL("MySQL", 8);

    private final String product;
    private final int oldestVersion;

    Dialect(String product, int oldestVersion) {
        this.product = product;
        this.oldestVersion = oldestVersion;
    }

    /** The name the product gives itself in {@code DatabaseMetaData.getDatabaseProductName()}. */
    public String product() {
        return product;
    }

    /** The oldest major version the generated SQL is written for. */
    public int oldestVersion() {
        return oldestVersion;
    }
}
