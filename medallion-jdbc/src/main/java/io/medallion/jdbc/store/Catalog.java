package io.medallion.jdbc.store;

import io.medallion.sql.Dialect;
import io.medallion.sql.TableName;
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
        return schema == null
                ? session.query(from + currentSchema() + order, row -> row.getString(1), table.name())
                : session.query(from + "?" + here() + order, row -> row.getString(1), table.name(), schema);
    }

    private String currentSchema() {
        return session.sql().dialect() == Dialect.MARIADB ? "database()" : "current_schema()" + here();
    }

    /** DuckDB tells names apart without regard to case. */
    private String named() {
        return session.sql().dialect() == Dialect.DUCKDB ? "lower(table_name) = lower(?)" : "table_name = ?";
    }

    /** DuckDB shows the tables of every attached database. */
    private String here() {
        return session.sql().dialect() == Dialect.DUCKDB ? " and table_catalog = current_database()" : "";
    }
}
