package io.medallion.plan;

import io.medallion.expression.TimeGrain;
import io.medallion.spec.Grouping;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to group the rows of a table.
 *
 * @param grouping the column or bucket
 * @param column where it comes from
 * @param grain the grain of a bucket; null for a column
 * @param groups about how many groups; null when not known
 * @param sure 0 to 1: how sure that these groups mean something
 * @param join how its table is reached; null when it is a column of the table itself
 * @param label a column of the same table that names each group; null when there is none
 * @param reason in words, a sentence
 */
record GoldGroup(
        Grouping grouping,
        GoldColumn column,
        @Nullable TimeGrain grain,
        @Nullable Long groups,
        double sure,
        @Nullable GoldJoin join,
        @Nullable Grouping label,
        String reason) {

    /** The same with a column that names each group. */
    GoldGroup labelled(Grouping label) {
        return new GoldGroup(grouping, column, grain, groups, sure, join, label, reason);
    }

    /** The same of the table that {@code join} reaches. */
    GoldGroup joined(GoldJoin join) {
        return new GoldGroup(
                grouping, column, grain, groups, sure * join.sure(), join, label, reason + " " + join.reason());
    }

    /** The same, this much less sure. */
    GoldGroup lessSure(double factor) {
        return new GoldGroup(grouping, column, grain, groups, sure * factor, join, label, reason);
    }

    /** As part of a table's name. */
    String shortName() {
        if (band()) {
            return column.name() + "_band";
        }
        return grain == null ? column.name() : grain.name().toLowerCase(Locale.ROOT);
    }

    /** As part of a sentence. */
    String spoken() {
        if (grain != null) {
            return grain.name().toLowerCase(Locale.ROOT);
        }
        String thing = column.use() == ColumnUse.PERIOD
                ? column.words().spoken()
                : column.words().thing();
        if (join == null || column.use() == ColumnUse.ENTITY) {
            return thing;
        }
        return thing + " of the " + join.one();
    }

    /** Whether the groups are bands of a measure. */
    boolean band() {
        return column.use() == ColumnUse.QUANTITY || column.use() == ColumnUse.LEVEL;
    }
}
