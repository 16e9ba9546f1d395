package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/** What is read from a database. */
sealed interface JdbcRelation {

    /** In words, for messages. */
    String label();

    /** A table or view; without a schema one of the schema that the connection is in. */
    record Table(@Nullable String schema, String table) implements JdbcRelation {

        @Override
        public String label() {
            return "table " + (schema == null ? "" : schema + ".") + table;
        }
    }

    /** The result of a query. */
    record Query(String name, String sql) implements JdbcRelation {

        public Query {
            sql = sql.strip();
            while (sql.endsWith(";")) {
                sql = sql.substring(0, sql.length() - 1).strip();
            }
        }

        @Override
        public String label() {
            return "query '" + name + "'";
        }
    }
}
