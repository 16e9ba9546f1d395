package io.medallion.sql;

import io.medallion.spec.EpochParse;
import io.medallion.spec.Parse;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;

/** Instants counted from 1970 in whole seconds or milliseconds; a 64-bit integer of the years 0001 to 9999. */
final class EpochParseSql implements ParseSql {

    private final IntegerParseSql number;
    private final long perSecond;
    private final Dialect dialect;

    EpochParseSql(EpochParse parse, Dialect dialect) {
        this.number = new IntegerParseSql(Parse.bigint(), dialect);
        this.perSecond = switch (parse.unit()) {
            case SECONDS -> 1;
            case MILLISECONDS -> 1_000;
        };
        this.dialect = dialect;
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return List.of(number.value(shaped));
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        long least = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond() * perSecond;
        long greatest = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond() * perSecond - 1;
        long micros = 1_000_000 / perSecond;
        long perDay = 86_400 * perSecond;
        String instant =
                switch (dialect) {
                    case DUCKDB ->
                        "((timestamp '1970-01-01 00:00:00' + to_microseconds({0} * " + micros
                                + ")) at time zone 'UTC')";
                    case POSTGRES ->
                        // a number times an interval is computed as a double: days and the rest of a day stay exact
                        "((timestamp '1970-01-01 00:00:00' + {0} / " + perDay + " * interval '1 day' + {0} % " + perDay
                                + " * interval '" + micros + " microseconds') at time zone 'UTC')";
                    case MARIADB, MYSQL ->
                        "date_add(timestamp '1970-01-01 00:00:00', interval {0} * " + micros + " microsecond)";
                };
        return Templates.field(
                "case when {0} between " + least + " and " + greatest + " then " + instant + " end", arranged.get(0));
    }
}
