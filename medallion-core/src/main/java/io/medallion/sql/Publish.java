package io.medallion.sql;

import java.util.Set;
import java.util.TreeSet;

/**
 * How readers are shown a version that was built beside and audited; a part of what is generated, so that what is shown is what
 * runs. Immutable, thread-safe.
 *
 * <p>{@link #SWAP} puts the new table in the place of the standing one. It costs nothing, and what belongs to the standing table
 * (grants, indexes, triggers, comments; on PostgreSQL views too) goes with it. {@link #IN_PLACE} deletes the rows of the
 * standing table and inserts the new ones in one transaction: all that belongs to it stays, readers neither wait nor see half,
 * and every row is written once more. The runtime swaps where nothing depends on the standing table and publishes in place
 * otherwise.
 *
 * <p>On PostgreSQL, MariaDB and MySQL a transaction of the host that began before a swap and reads the table for the first time after
 * it finds the new table, whatever its snapshot: without the rows that came after the snapshot, or refused by MariaDB and MySQL (error
 * 1412). One statement never does, nor does a transaction where the table is published in place; the library's own queries look
 * again whether what they read still stands.
 *
 * @param inPlace whether the standing table stays
 * @param added columns that only the new version has, by their physical names
 * @param retyped columns whose types differ
 * @param removed columns that only the standing table has
 */
public record Publish(boolean inPlace, Set<String> added, Set<String> retyped, Set<String> removed) {

    /** The new table takes the place of the standing one: transactional renames, on MariaDB and MySQL one RENAME TABLE. */
    public static final Publish SWAP = new Publish(false, Set.of(), Set.of(), Set.of());

    /** The standing table stays and gets the new rows; its columns are those of the new version. */
    public static final Publish IN_PLACE = new Publish(true, Set.of(), Set.of(), Set.of());

    public Publish {
        added = Set.copyOf(added);
        retyped = Set.copyOf(retyped);
        removed = Set.copyOf(removed);
    }

    /** In place, into a standing table of other columns. */
    public static Publish inPlace(Set<String> added, Set<String> retyped, Set<String> removed) {
        return new Publish(true, added, retyped, removed);
    }

    /** Whether the columns of the standing table stay as they are. */
    public boolean keepsColumns() {
        return added.isEmpty() && retyped.isEmpty() && removed.isEmpty();
    }

    @Override
    public String toString() {
        return inPlace
                ? "in place" + named(", added ", added) + named(", retyped ", retyped) + named(", removed ", removed)
                : "swap";
    }

    private static String named(String what, Set<String> columns) {
        return columns.isEmpty() ? "" : what + new TreeSet<>(columns);
    }
}
