package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.profile.ColumnProfile;
import org.jspecify.annotations.Nullable;

/**
 * One Silver column as the Gold planner sees it.
 *
 * @param ref the column with its table
 * @param use what it is good for
 * @param sure 0 to 1: how sure that use is
 * @param profile what is known of its values; null when nothing is
 */
record GoldColumn(
        ColumnRef ref, ColumnType type, boolean nullable, ColumnUse use, double sure, @Nullable ColumnProfile profile) {

    String name() {
        return ref.column();
    }

    ColumnWords words() {
        return ColumnWords.of(name());
    }

    /** Groups its values make, NULL being one where it occurs; null when not known. */
    @Nullable
    Long groups() {
        if (profile == null) {
            return null;
        }
        return profile.distinct() + (profile.nulls() > 0 ? 1 : 0);
    }

    /** The share of rows with a value; 1 when not known. */
    double filled() {
        return profile == null || profile.rows() == 0 ? 1 : 1 - (double) profile.nulls() / profile.rows();
    }
}
