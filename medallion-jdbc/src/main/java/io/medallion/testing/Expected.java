package io.medallion.testing;

import org.jspecify.annotations.Nullable;

/**
 * What a transformation should yield. What is not named is expected to be empty: without {@link #rejects} nothing may be
 * rejected, without {@link #duplicates} nothing may be a duplicate.
 */
public final class Expected {

    /** What is expected. */
    enum Part {
        SILVER,
        GOLD,
        REJECTS,
        DUPLICATES,
        UNCHANGED
    }

    private final Part part;
    private final @Nullable TextTable table;
    private final long count;

    private Expected(Part part, @Nullable TextTable table, long count) {
        this.part = part;
        this.table = table;
        this.count = count;
    }

    /** Exactly these Silver rows, in any order; every column of the spec is named. */
    public static Expected silver(String table) {
        return new Expected(Part.SILVER, TextTable.parse(table), 0);
    }

    /** Exactly these Gold rows, in any order; every column of the spec is named. */
    public static Expected gold(String table) {
        return new Expected(Part.GOLD, TextTable.parse(table), 0);
    }

    /** Exactly these rejects: any of the columns {@code _row_number}, {@code rule}, {@code column_name}, {@code value}. */
    public static Expected rejects(String table) {
        return new Expected(Part.REJECTS, TextTable.parse(table), 0);
    }

    /** Exactly this many rows that are duplicates of others. */
    public static Expected duplicates(long rows) {
        return new Expected(Part.DUPLICATES, null, rows);
    }

    /** Silver rows that read like the given ones. */
    public static Expected unchanged() {
        return new Expected(Part.UNCHANGED, null, 0);
    }

    Part part() {
        return part;
    }

    TextTable table() {
        if (table == null) {
            throw new IllegalStateException(part + " has no table");
        }
        return table;
    }

    long count() {
        return count;
    }
}
