package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.Problem;
import io.medallion.jdbc.store.Catalog;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.BronzeStamp;
import io.medallion.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives a Bronze table the columns that a load needs: the table is made, or gets those that it lacks. */
final class TableShape {

    private final Session session;
    private final BronzeSpec spec;
    private final TableName name;
    private final List<String> added = new ArrayList<>();
    private boolean made;

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
            made = true;
            return true;
        }
        if (!known && !fits(there)) {
            if (!claimed || !isOurs(there) || !isEmpty()) {
                throw notOurs();
            }
            drop();
            create();
            made = true;
            return true;
        }
        if (!known && !isEmpty()) {
            throw notOurs();
        }
        extend(new HashSet<>(there));
        return false;
    }

    private void create() {
        session.run(session.sql().create(spec));
    }

    /** Whether rows are loaded faster into a table that gets their stamp afterwards. */
    boolean isStampedLater() {
        return switch (session.sql().dialect()) {
            case POSTGRES -> true;
            case DUCKDB, MARIADB, MYSQL -> false;
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

    /** Takes back what {@link #make} did, where it was not done in a transaction. */
    void undo() {
        if (made) {
            drop();
        } else if (!added.isEmpty()) {
            session.update("alter table " + session.sql().quoted(name) + " "
                    + added.stream()
                            .map(column -> "drop column "
                                    + session.sql().quoted(session.sql().column(column)))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void drop() {
        session.update("drop table " + session.sql().quoted(name));
    }

    private void extend(Set<String> there) {
        for (String column : spec.columns()) {
            if (!there.contains(session.sql().column(column))) {
                session.run(session.sql().addColumn(spec, column));
                added.add(column);
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
