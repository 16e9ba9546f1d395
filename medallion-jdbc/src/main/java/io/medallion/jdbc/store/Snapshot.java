package io.medallion.jdbc.store;

/** What one moment shows, when tables are replaced after it. */
final class Snapshot {

    /** Every table this transaction has touched is locked, so none can be replaced any more while this is asked. */
    private static final String REPLACED =
            """
            select count(*) from pg_catalog.pg_locks l
            where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation'
              and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
              and not exists (select 1 from pg_catalog.pg_class c where c.oid = l.relation
                and (c.relfilenode = 0 or c.relfilenode = pg_catalog.pg_relation_filenode(c.oid)))""";

    private final Session session;

    Snapshot(Session session) {
        this.session = session;
    }

    /**
     * Refuses what was read of tables that were made, or filled anew, after the moment: PostgreSQL finds them by their new name
     * and shows them empty. MariaDB refuses them by itself, and DuckDB shows the tables of the moment.
     *
     * @throws DatabaseException of kind CONFLICT
     */
    void requireUnchangedTables() {
        boolean replaced =
                switch (session.sql().dialect()) {
                    case DUCKDB, MARIADB, MYSQL -> false;
                    case POSTGRES -> session.number(REPLACED) > 0;
                };
        if (replaced) {
            throw DatabaseException.replaced();
        }
    }
}
