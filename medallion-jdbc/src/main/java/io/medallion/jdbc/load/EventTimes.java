package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Utf8Record;
import io.medallion.jdbc.store.Latency;
import io.medallion.spec.BronzeSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The event times of the rows of a batch as they go by, for what {@link EventLatency} asks a database afterwards. */
final class EventTimes {

    private static final Pattern TIME = Pattern.compile(EventLatency.ISO_8601);
    private static final double MICROS = 1e6;

    private final int position;
    private final long loadedAt;
    private long rows;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    EventTimes(Target target) {
        BronzeSpec spec = target.spec();
        int column = spec.eventTime() == null ? -1 : spec.columns().indexOf(spec.eventTime());
        this.position = column < 0 ? -1 : target.positions()[column];
        this.loadedAt = micros(target.stamp().loadedAt());
    }

    /** The values of a row in the order of the source. */
    void add(Utf8Record values) {
        String value = position < 0 ? null : values.text(position);
        Matcher time = value == null ? null : TIME.matcher(value);
        if (time == null || !time.matches()) {
            return;
        }
        try {
            double seconds = (loadedAt - micros(instant(time))) / MICROS;
            rows++;
            sum += seconds;
            least = Math.min(least, seconds);
            greatest = Math.max(greatest, seconds);
        } catch (DateTimeException e) {
            // no such day
        }
    }

    /** The latency from event to load; null when no row has an event time. */
    @Nullable
    Latency latency() {
        return rows == 0 ? null : new Latency(rows, least, greatest, sum / rows);
    }

    private static Instant instant(Matcher time) {
        LocalDate date = LocalDate.parse(time.group(1));
        LocalTime clock = time.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(time.group(2));
        String offset = time.group(3);
        return date.atTime(clock)
                .toInstant(offset == null || offset.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000), instant.getNano() / 1_000);
    }
}
