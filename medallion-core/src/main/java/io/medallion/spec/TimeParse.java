package io.medallion.spec;

import io.medallion.ColumnType;
import java.util.List;

/**
 * A time of day, with up to six digits of a second.
 *
 * @param patterns tried in order; every pattern must hold an hour and no date
 */
public record TimeParse(List<DatePattern> patterns) implements Parse {

    public TimeParse {
        patterns = DatePattern.checked(patterns, DatePattern::isTime, "a time of day");
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIME;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.time(this);
    }
}
