package io.medallion.spec;

import io.medallion.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date. Dates that do not exist (30 February) are refused.
 *
 * @param patterns tried in order; every pattern must hold a year, a month and a day, and no time
 * @param pivot for two-digit years: the first year of the century they fall into, so that with 1970 {@code 69} is 2069 and
 *     {@code 70} is 1970; null for the default of 1970
 */
public record DateParse(List<DatePattern> patterns, @Nullable Integer pivot) implements Parse {

    /** The pivot of two-digit years where none is stated. */
    public static final int DEFAULT_PIVOT = 1970;

    public DateParse {
        patterns = DatePattern.checked(patterns, DatePattern::isDate, "a date");
    }

    /** The same with another pivot for two-digit years. */
    public DateParse pivot(int firstYear) {
        return new DateParse(patterns, firstYear);
    }

    @Override
    public ColumnType type() {
        return ColumnType.DATE;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.date(this);
    }
}
