package io.medallion.plan;

import io.medallion.spec.GoldSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Gold table worth keeping.
 *
 * @param spec what would be built
 * @param estimatedRows at most about how many rows it would have, or null when that is not known
 * @param sourceRows rows of the Silver table whose rows it aggregates, or null when that is not known
 * @param sql the statement that would build it, to be shown; null until it was generated for a database. It is never run:
 *     what runs is generated from the spec again
 */
public record GoldProposal(
        GoldSpec spec, @Nullable Long estimatedRows, @Nullable Long sourceRows, @Nullable String sql) {

    public GoldProposal {
        Objects.requireNonNull(spec, "spec");
    }

    /** A proposal with an estimate of its rows. */
    public static GoldProposal of(GoldSpec spec, @Nullable Long estimatedRows) {
        return new GoldProposal(spec, estimatedRows, null, null);
    }

    /** The same with the statement to show. */
    public GoldProposal withSql(String sql) {
        return new GoldProposal(spec, estimatedRows, sourceRows, sql);
    }

    /** The estimated rows over the rows of Silver, 0.01 for a hundredth; null when either is not known. */
    public @Nullable Double ratio() {
        return estimatedRows == null || sourceRows == null || sourceRows == 0
                ? null
                : (double) estimatedRows / sourceRows;
    }
}
