package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Literal;
import io.medallion.spec.TimestampParse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Dates with times: instants where the value has an offset or the column a zone, else local. */
final class TimestampParseSql implements ParseSql {

    private final List<DateShapeSql> shapes;
    private final @Nullable String zone;
    private final Dialect dialect;

    TimestampParseSql(TimestampParse parse, Dialect dialect) {
        this.shapes = DateShapeSql.of(parse.patterns(), parse.pivot(), dialect);
        this.zone = parse.zone();
        this.dialect = dialect;
    }

    private boolean hasOffset() {
        return shapes.get(0).hasOffset();
    }

    @Override
    public @Nullable Field<?> fast(Field<?> text) {
        return DateShapeSql.fast(shapes, text, this::cast, this::iso);
    }

    @Override
    public List<Field<?>> shaped(Field<?> text) {
        return shapes.stream().<Field<?>>map(shape -> shape.shaped(text)).toList();
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return DateShapeSql.each(shapes, shaped, (shape, field) -> switch (dialect) {
            case DUCKDB -> shape.inCentury(field);
            case POSTGRES, MARIADB, MYSQL -> iso(shape, field);
        });
    }

    private Field<?> iso(DateShapeSql shape, Field<?> shaped) {
        Field<?> date = shape.isoDate(shaped);
        Field<?> time = shape.isoTime(shaped);
        return hasOffset()
                ? Templates.field(
                        "case when {0} is not null then concat({1}, ' ', {2}, {3}) end",
                        shaped, date, time, shape.isoOffset(shaped))
                : Templates.field("case when {0} is not null then concat({1}, ' ', {2}) end", shaped, date, time);
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        return DateShapeSql.first(
                arranged.stream().<Field<?>>map(this::timestamp).toList());
    }

    private Field<?> timestamp(Field<?> arranged) {
        Field<?> value = cast(arranged);
        return switch (dialect) {
            case DUCKDB -> value;
            case POSTGRES, MARIADB, MYSQL ->
                Templates.field("case when {0} then {1} end", DateShapeSql.onCalendar(arranged), value);
        };
    }

    /** Of a date that is on the calendar. */
    private Field<?> cast(Field<?> arranged) {
        Field<?> value = hasOffset() ? withOffset(arranged) : local(arranged);
        if (!hasOffset() && zone != null) {
            value = bounded(value, zone);
        }
        return hasOffset() ? boundedOffset(value, arranged) : value;
    }

    private Field<?> local(Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB -> arranged;
            case POSTGRES, MARIADB, MYSQL -> ColumnTypes.cast(arranged, ColumnType.TIMESTAMP, dialect);
        };
    }

    private Field<?> withOffset(Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB -> arranged;
            case POSTGRES -> ColumnTypes.cast(arranged, ColumnType.TIMESTAMPTZ, dialect);
            case MARIADB, MYSQL ->
                Templates.field("date_sub({0}, interval {1} second)", withoutOffset(arranged), offset(arranged));
        };
    }

    /** MariaDB: the local time of an ISO text with an offset. */
    private static Field<?> withoutOffset(Field<?> arranged) {
        return Templates.field("cast(left({0}, 26) as datetime(6))", arranged);
    }

    /** MariaDB: the seconds of the offset of an ISO text. */
    private static Field<?> offset(Field<?> arranged) {
        return Templates.field(
                "(case when substring({0}, 27, 1) = '-' then -60 else 60 end"
                        + " * (60 * cast(substring({0}, 28, 2) as signed) + cast(right({0}, 2) as signed)))",
                arranged);
    }

    /** An instant of the years 0001 to 9999 in UTC. MariaDB must not compute others. */
    private Field<?> boundedOffset(Field<?> instant, Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> bounded(instant);
            case MARIADB, MYSQL ->
                Templates.field(
                        "case when to_seconds({1}) - {2} between to_seconds('0001-01-01 00:00:00')"
                                + " and to_seconds('9999-12-31 23:59:59') then {0} end",
                        instant, withoutOffset(arranged), offset(arranged));
        };
    }

    private Field<?> bounded(Field<?> local, String zone) {
        Field<?> instant = ZoneSql.instant(local, zone, dialect);
        return switch (dialect) {
            case DUCKDB, POSTGRES -> bounded(instant);
            case MARIADB, MYSQL -> {
                ZoneOffsetsSql offsets = new ZoneOffsetsSql(ZoneId.of(zone).getRules());
                yield Templates.field(
                        "case when {0} between {1} and {2} then {3} end",
                        local, literal(offsets.first()), literal(offsets.last()), instant);
            }
        };
    }

    private Field<?> literal(LocalDateTime time) {
        return LiteralSql.of(Literal.of(time), dialect);
    }

    private static Field<?> bounded(Field<?> instant) {
        return Templates.field(
                "case when {0} between timestamptz '0001-01-01 00:00:00+00' and timestamptz"
                        + " '9999-12-31 23:59:59.999999+00' then {0} end",
                instant);
    }
}
