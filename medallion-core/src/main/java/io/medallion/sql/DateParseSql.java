package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.DateParse;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Calendar dates, by the first pattern that gives one. */
final class DateParseSql implements ParseSql {

    private final List<DateShapeSql> shapes;
    private final Dialect dialect;

    DateParseSql(DateParse parse, Dialect dialect) {
        this.shapes = DateShapeSql.of(parse.patterns(), parse.pivot(), dialect);
        this.dialect = dialect;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> text) {
        return DateShapeSql.fast(
                shapes, text, iso -> ColumnTypes.cast(iso, ColumnType.DATE, dialect), DateShapeSql::isoDate);
    }

    @Override
    public List<Field<?>> shaped(Field<?> text) {
        return shapes.stream().<Field<?>>map(shape -> shape.shaped(text)).toList();
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return DateShapeSql.each(shapes, shaped, (shape, field) -> switch (dialect) {
            case DUCKDB -> shape.inCentury(field);
            case POSTGRES, MARIADB, MYSQL -> shape.isoDate(field);
        });
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        return DateShapeSql.first(arranged.stream()
                .<Field<?>>map(field -> {
                    Field<?> date = ColumnTypes.cast(field, ColumnType.DATE, dialect);
                    return switch (dialect) {
                        case DUCKDB -> date;
                        case POSTGRES, MARIADB, MYSQL ->
                            Templates.field("case when {0} then {1} end", DateShapeSql.onCalendar(field), date);
                    };
                })
                .toList());
    }
}
