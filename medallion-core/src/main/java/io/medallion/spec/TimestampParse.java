package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date and time: an instant (TIMESTAMPTZ) when a zone is stated or the patterns hold an offset, else local (TIMESTAMP).
 *
 * <p>A local time that the clocks of the zone skipped is read with the offset before the gap ({@code 02:30} becomes 03:30); one
 * that came twice is the later of the two. Offsets reach to 14:59 hours; instants outside the years 0001 to 9999 in UTC are
 * refused.
 *
 * @param patterns tried in order; every pattern must hold a date; a missing time is midnight; all hold an offset or none
 * @param zone the IANA zone of values without an offset, or null
 * @param pivot for two-digit years, as in {@link DateParse}
 */
public record TimestampParse(List<DatePattern> patterns, @Nullable String zone, @Nullable Integer pivot)
        implements Parse {

    public TimestampParse {
        patterns = DatePattern.checked(patterns, DatePattern::hasDate, "a date and time");
        boolean offset = patterns.get(0).hasOffset();
        if (patterns.stream().anyMatch(p -> p.hasOffset() != offset)) {
            throw new MedallionException(Problem.at("patterns " + patterns, "mix values with and without an offset.")
                    .advise("Load them as two columns, or state a zone and patterns without offset."));
        }
        if (zone != null) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw new MedallionException(
                        List.of(Problem.at("zone '" + zone + "'", "is not an IANA time zone.")
                                .advise("Use a name such as Europe/Berlin or UTC.")),
                        unknown);
            }
        }
    }

    /** The same with another pivot for two-digit years. */
    public TimestampParse pivot(int firstYear) {
        return new TimestampParse(patterns, zone, firstYear);
    }

    @Override
    public ColumnType type() {
        return zone != null || patterns.get(0).hasOffset() ? ColumnType.TIMESTAMPTZ : ColumnType.TIMESTAMP;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.timestamp(this);
    }
}
