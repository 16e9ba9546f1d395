package io.medallion.jdbc.store;

import io.medallion.sql.Dialect;
import io.medallion.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/** What tables and columns there are, as the database itself says. */
public final class Catalog {

    private final Session session;

    /** The catalog as this session sees it. */
    public Catalog(Session session) {
        this.session = session;
    }

    /** Whether there is a table or view of this name. */
    public boolean exists(TableName table) {
        return !columns(table).isEmpty();
    }

    /** The names of the columns of a table in order; empty when there is no such table. */
    public List<String> columns(TableName table) {
        String schema = table.schema();
        String from = "select column_name from information_schema.columns where " + named() + " and table_schema = ";
        String order = " order by ordinal_position";
        List<Object> values = new ArrayList<>(List.of(table.name()));
        if (listsWithoutCase()) {
            values.add(table.name());
        }
        if (schema == null) {
            return session.query(from + currentSchema() + order, row -> row.getString(1), values.toArray());
        }
        values.add(schema);
        return session.query(from + "?" + here() + order, row -> row.getString(1), values.toArray());
    }

    /** Whether there is a schema of this name; on MariaDB and MySQL a database. */
    public boolean hasSchema(String schema) {
        return session.number("select count(*) from information_schema.schemata where " + schemaNamed(), schema) > 0;
    }

    private String schemaNamed() {
        return switch (session.sql().dialect()) {
            case DUCKDB -> "lower(schema_name) = lower(?) and catalog_name = current_database()";
            case POSTGRES -> "schema_name = ?";
            case MARIADB, MYSQL -> "schema_name = ?";
        };
    }

    private boolean listsWithoutCase() {
        return switch (session.sql().dialect()) {
            case DUCKDB, POSTGRES -> false;
            case MARIADB, MYSQL -> true;
        };
    }

    private String currentSchema() {
        return listsWithoutCase() ? "database()" : "current_schema()" + here();
    }

    /** DuckDB tells names apart without regard to case; MariaDB does in tables and does not in their list. */
    private String named() {
        return switch (session.sql().dialect()) {
            case DUCKDB -> "lower(table_name) = lower(?)";
            case POSTGRES -> "table_name = ?";
            case MARIADB, MYSQL -> "table_name = ? and (@@lower_case_table_names <> 0 or binary table_name = ?)";
        };
    }

    /** DuckDB shows the tables of every attached database. */
    private String here() {
        return session.sql().dialect() == Dialect.DUCKDB ? " and table_catalog = current_database()" : "";
    }
}
