package io.medallion.sql;

import io.medallion.Dialect;
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
                case MARIADB -> Templates.field("convert_tz({0}, {1}, 'UTC')", local, DSL.inline(id.getId()));
            };
        }
        // databases read "+02:00" as a zone in opposite ways; arithmetic has one meaning
        int seconds = id.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
        Field<?> utc =
                switch (dialect) {
                    case DUCKDB, POSTGRES ->
                        seconds == 0 ? local : Templates.field("({0} - interval '" + seconds + " seconds')", local);
                    case MARIADB ->
                        seconds == 0 ? local : Templates.field("date_sub({0}, interval " + seconds + " second)", local);
                };
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("({0} at time zone 'UTC')", utc);
            case MARIADB -> utc;
        };
    }
}
