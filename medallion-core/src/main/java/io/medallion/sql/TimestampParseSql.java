package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.TimestampParse;
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
    public List<Field<?>> shaped(Field<?> text) {
        return shapes.stream().<Field<?>>map(shape -> shape.shaped(text)).toList();
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return DateShapeSql.each(shapes, shaped, (shape, field) -> switch (dialect) {
            case DUCKDB -> shape.inCentury(field);
            case POSTGRES, MARIADB -> iso(shape, field);
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
        Field<?> value = hasOffset() ? withOffset(arranged) : local(arranged);
        if (!hasOffset() && zone != null) {
            value = ZoneSql.instant(value, zone, dialect);
        }
        Field<?> bounded = hasOffset() || zone != null ? bounded(value, arranged) : value;
        return switch (dialect) {
            case DUCKDB -> bounded;
            case POSTGRES, MARIADB ->
                Templates.field("case when {0} then {1} end", DateShapeSql.onCalendar(arranged), bounded);
        };
    }

    private Field<?> local(Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB -> arranged;
            case POSTGRES, MARIADB -> ColumnTypes.cast(arranged, ColumnType.TIMESTAMP, dialect);
        };
    }

    private Field<?> withOffset(Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB -> arranged;
            case POSTGRES -> ColumnTypes.cast(arranged, ColumnType.TIMESTAMPTZ, dialect);
            case MARIADB ->
                Templates.field("convert_tz(cast(left({0}, 26) as datetime(6)), right({0}, 6), '+00:00')", arranged);
        };
    }

    /** An instant of the years 0001 to 9999 in UTC; only the first and the last day of them can lie outside. */
    private Field<?> bounded(Field<?> instant, Field<?> arranged) {
        return switch (dialect) {
            case DUCKDB, POSTGRES ->
                Templates.field(
                        "case when {0} between timestamptz '0001-01-01 00:00:00+00' and timestamptz"
                                + " '9999-12-31 23:59:59.999999+00' then {0} end",
                        instant);
            case MARIADB ->
                Templates.field(
                        "case when left({1}, 10) not in ('0001-01-01', '9999-12-31') then {0} end", instant, arranged);
        };
    }
}
