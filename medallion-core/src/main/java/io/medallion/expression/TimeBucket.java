package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.medallion.ColumnType;
import io.medallion.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How points in time are put into buckets; the value of a bucket is its start, a DATE for days and coarser grains, a
 * TIMESTAMP in local time for finer ones.
 *
 * <p>With a zone, the bucket is the one of the local time there; a TIMESTAMP is then taken to be UTC. Without a zone, a
 * TIMESTAMP and a DATE are bucketed as they are, and a TIMESTAMPTZ in UTC.
 *
 * @param grain the length of a bucket
 * @param zone an IANA zone such as {@code Europe/Berlin}; null for none
 * @param weekStart the first day of a week; MONDAY (ISO 8601) when left out, and for every grain but WEEK
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeBucket(TimeGrain grain, @Nullable String zone, DayOfWeek weekStart) {

    static final String NAME = "DATE_BUCKET";

    static final FunctionSignature SIGNATURE = new FunctionSignature(
            NAME,
            List.of(ArgumentKind.TEXT, ArgumentKind.CALENDAR, ArgumentKind.TEXT, ArgumentKind.TEXT),
            2,
            false,
            ResultRule.BUCKET,
            false,
            "The start of the second, minute, hour, day, week, month, quarter or year; optional zone and week start.");

    public TimeBucket {
        if (zone != null) {
            checkZone(zone);
        }
        weekStart = grain == TimeGrain.WEEK && weekStart != null ? weekStart : DayOfWeek.MONDAY;
    }

    /** Buckets of {@code grain} without zone, weeks from Monday. */
    public static TimeBucket of(TimeGrain grain) {
        return new TimeBucket(grain, null, DayOfWeek.MONDAY);
    }

    /** The same buckets of the local time in {@code zone}. */
    public TimeBucket in(String zone) {
        return new TimeBucket(grain, zone, weekStart);
    }

    /** The same buckets with weeks that start on {@code day}. */
    public TimeBucket startingWeeksOn(DayOfWeek day) {
        return new TimeBucket(grain, zone, day);
    }

    /** The same buckets for values that are already local time, such as the starts of finer buckets of the same zone. */
    public TimeBucket overLocalTime() {
        return new TimeBucket(grain, null, weekStart);
    }

    /** The start of the bucket of {@code operand}, as an expression. */
    public Bucketed over(Expression operand) {
        return new Bucketed(this, operand);
    }

    /**
     * Whether every bucket of this lies inside one bucket of {@code coarser}: seconds, minutes, hours and days in all coarser
     * ones, months in quarters, quarters in years, weeks only in weeks of the same start; in the same zone, or both in none.
     */
    public boolean rollsUpTo(TimeBucket coarser) {
        boolean sameZone = zone == null ? coarser.zone == null : zone.equals(coarser.zone);
        boolean sameWeeks = grain != TimeGrain.WEEK || weekStart == coarser.weekStart;
        return sameZone && sameWeeks && grain.nestsIn(coarser.grain);
    }

    /** DATE for days and coarser grains, TIMESTAMP for finer ones. */
    public ColumnType resultType() {
        return grain.isDate() ? ColumnType.DATE : ColumnType.TIMESTAMP;
    }

    private static void checkZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ExpressionException(Problem.at("zone '" + zone + "'", "is not a time zone.")
                    .advise(NearestName.of(zone, ZoneId.getAvailableZoneIds())
                            .map(z -> "Did you mean '" + z + "'?")
                            .orElse("Use an IANA name such as Europe/Berlin.")));
        }
    }
}
