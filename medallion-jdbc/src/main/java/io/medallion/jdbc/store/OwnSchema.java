package io.medallion.jdbc.store;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.sql.SqlMigration;
import java.util.List;
import java.util.stream.Collectors;

/** The library's own tables in a database: made, brought to this release's version, or only checked. */
public final class OwnSchema {

    private final Database database;

    /** The own tables under the names of this database. */
    public OwnSchema(Database database) {
        this.database = database;
    }

    /** The version of the own tables in the database, 0 when there are none. */
    public int version() {
        return database.read(this::version);
    }

    /**
     * Brings the own tables to this release's version, one transaction per version; does nothing when they are there already.
     *
     * @throws MedallionException when a newer release has been here
     */
    public void migrate() {
        for (SqlMigration migration : missing()) {
            Database.retried(() -> apply(migration));
        }
    }

    /** Processes that start at the same time come one after the other. */
    private int apply(SqlMigration migration) {
        SessionLock lock = SessionLock.of(database, "own tables");
        return database.inTransaction(
                session -> {
                    lock.take(session);
                    return lock;
                },
                session -> {
                    // another process may have been faster
                    if (version(session) < migration.version()) {
                        session.run(migration.script());
                        session.update(
                                "insert into " + session.own("migrations") + " (version, applied_at) values (?, ?)",
                                migration.version(),
                                database.now());
                    }
                    return migration.version();
                },
                session -> {
                    lock.release(session);
                    return lock;
                });
    }

    /**
     * Checks that the own tables are at this release's version and writes nothing.
     *
     * @throws MedallionException with the SQL to run when they are not, or when a newer release has been here
     */
    public void verify() {
        List<SqlMigration> missing = missing();
        if (!missing.isEmpty()) {
            String from = missing.stream().map(m -> "" + m.version()).collect(Collectors.joining(", "));
            throw new MedallionException(new Problem(
                    "own tables in " + where(),
                    "lack version " + from + ".",
                    "Run this SQL:" + System.lineSeparator() + sqlFor(missing)));
        }
    }

    /** What leads from the version in the database to this release's version, in order; empty when it is there. */
    public List<SqlMigration> missing() {
        int version = version();
        List<SqlMigration> all = database.sql().ownMigrations();
        int newest = all.get(all.size() - 1).version();
        if (version > newest) {
            throw new MedallionException(new Problem(
                    "own tables in " + where(),
                    "have version " + version + ", this release knows them up to version " + newest + ".",
                    "Use the release that made them, or a later one."));
        }
        return all.stream().filter(m -> m.version() > version).toList();
    }

    private String sqlFor(List<SqlMigration> migrations) {
        StringBuilder text = new StringBuilder();
        for (SqlMigration migration : migrations) {
            text.append(migration.script().text());
            text.append("insert into ")
                    .append(database.sql().quoted(database.naming().own("migrations")))
                    .append(" (version, applied_at) values (")
                    .append(migration.version())
                    .append(", current_timestamp);")
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private int version(Session session) {
        if (!new Catalog(session).exists(database.naming().own("migrations"))) {
            return 0;
        }
        return (int) session.number("select coalesce(max(version), 0) from " + session.own("migrations"));
    }

    private String where() {
        return database.dialect().product() + ", " + database.naming().own("migrations");
    }
}
