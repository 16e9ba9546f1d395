package io.medallion.sql;

import java.time.Instant;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Local times of a zone as instants. A time that the clocks skipped is read with the offset before the gap, so that 02:30 becomes
 * 03:30; a time that came twice is the later of the two, in standard time. PostgreSQL and DuckDB do so by themselves.
 */
final class ZoneSql {

    private ZoneSql() {}

    static Field<?> instant(Field<?> local, String zone, Dialect dialect) {
        ZoneId id = ZoneId.of(zone);
        if (!id.getRules().isFixedOffset()) {
            return switch (dialect) {
                case DUCKDB, POSTGRES -> Templates.field("({0} at time zone {1})", local, DSL.inline(id.getId()));
                case MARIADB, MYSQL ->
                    Templates.field(
                            "date_sub({0}, interval {1} second)",
                            local, new ZoneOffsetsSql(id.getRules()).atLocal(local));
            };
        }
        Field<?> utc = shifted(local, -offset(id), dialect);
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("({0} at time zone 'UTC')", utc);
            case MARIADB, MYSQL -> utc;
        };
    }

    /** The local time of an instant in a zone. */
    static Field<?> local(Field<?> instant, String zone, Dialect dialect) {
        ZoneId id = ZoneId.of(zone);
        boolean fixed = id.getRules().isFixedOffset();
        Field<?> named = DSL.inline(fixed ? "UTC" : id.getId());
        Field<?> local =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> Templates.field("({0} at time zone {1})", instant, named);
                    case MARIADB, MYSQL ->
                        fixed
                                ? instant
                                : Templates.field(
                                        "date_add({0}, interval {1} second)",
                                        instant, new ZoneOffsetsSql(id.getRules()).atInstant(instant));
                };
        return fixed ? shifted(local, offset(id), dialect) : local;
    }

    private static int offset(ZoneId fixed) {
        return fixed.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
    }

    /** Databases read "+02:00" as a zone in opposite ways; arithmetic has one meaning. */
    private static Field<?> shifted(Field<?> time, int seconds, Dialect dialect) {
        if (seconds == 0) {
            return time;
        }
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("({0} + interval '" + seconds + " seconds')", time);
            case MARIADB, MYSQL -> Templates.field("date_add({0}, interval " + seconds + " second)", time);
        };
    }
}
