package io.medallion.spec;

import io.medallion.ColumnType;

/**
 * An instant counted from 1970-01-01T00:00Z; whole numbers between the years 0001 and 9999.
 *
 * @param unit what is counted
 */
public record EpochParse(EpochUnit unit) implements Parse {

    @Override
    public ColumnType type() {
        return ColumnType.TIMESTAMPTZ;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.epoch(this);
    }
}
