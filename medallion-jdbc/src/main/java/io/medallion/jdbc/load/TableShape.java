package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.Problem;
import io.medallion.jdbc.store.Catalog;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.BronzeStamp;
import io.medallion.sql.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives a Bronze table the columns that a load needs: the table is made, or gets those that it lacks. */
final class TableShape {

    private final Session session;
    private final BronzeSpec spec;
    private final TableName name;

    TableShape(Session session, BronzeSpec spec) {
        this.session = session;
        this.spec = spec;
        this.name = session.sql().naming().table(Layer.BRONZE, spec.table());
    }

    /**
     * Makes or extends the table; true when it was made.
     *
     * @param known whether a load has filled the table before
     * @param claimed whether the table was this pipeline's before this load, which may then have been made by one that was killed
     */
    boolean make(boolean known, boolean claimed) {
        List<String> there = new Catalog(session).columns(name);
        if (there.isEmpty()) {
            create();
            return true;
        }
        if (!known && !fits(there)) {
            if (!claimed || !isOurs(there) || !isEmpty()) {
                throw notOurs();
            }
            drop();
            create();
            return true;
        }
        if (!known && !isEmpty()) {
            throw notOurs();
        }
        extend(new HashSet<>(there));
        return false;
    }

    /**
     * MariaDB counts 40 bytes of a page for each text, whatever is in it, and refuses from some 200 columns on. Short values need less; what does not
     * fit is refused with its row.
     */
    private void create() {
        switch (session.sql().dialect()) {
            case DUCKDB, POSTGRES -> session.run(session.sql().create(spec));
            case MARIADB -> {
                long strict = session.number("select @@innodb_strict_mode");
                session.update("set innodb_strict_mode = 0");
                try {
                    session.run(session.sql().create(spec));
                } finally {
                    session.update("set innodb_strict_mode = " + strict);
                }
            }
        }
    }

    /** Whether rows are loaded faster into a table that gets their stamp afterwards. */
    boolean isStampedLater() {
        return switch (session.sql().dialect()) {
            case POSTGRES -> true;
            case DUCKDB, MARIADB -> false;
        };
    }

    /** Makes an empty table anew, without the columns of the stamp. */
    void makeUnstamped() {
        drop();
        session.run(session.sql().createUnstamped(spec));
    }

    /** Gives all rows of such a table their stamp. */
    void stamp(BronzeStamp stamp) {
        session.run(session.sql().stamp(spec, stamp));
    }

    /** Removes the table again. */
    void drop() {
        session.update("drop table " + session.sql().quoted(name));
    }

    private void extend(Set<String> there) {
        for (String column : spec.columns()) {
            if (!there.contains(session.sql().column(column))) {
                session.run(session.sql().addColumn(spec, column));
            }
        }
    }

    private LoadException notOurs() {
        return new LoadException(new Problem(
                "table " + name,
                "is there already, but is not known to this pipeline.",
                "Name the source differently, use another Naming, or drop the table."));
    }

    /** Whether a host that migrates by itself has made the table for us. */
    private boolean fits(List<String> there) {
        return isOurs(there)
                && spec.columns().stream().map(session.sql()::column).allMatch(there::contains);
    }

    private static boolean isOurs(List<String> there) {
        return there.contains("_batch_id");
    }

    private boolean isEmpty() {
        return session.number("select count(*) from " + session.sql().quoted(name)) == 0;
    }
}
