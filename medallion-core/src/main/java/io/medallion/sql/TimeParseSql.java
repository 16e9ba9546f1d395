package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.TimeParse;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Times of day, by the first pattern that has the shape; the shape leaves nothing to refuse. */
final class TimeParseSql implements ParseSql {

    private final List<DateShapeSql> shapes;
    private final Dialect dialect;

    TimeParseSql(TimeParse parse, Dialect dialect) {
        this.shapes = DateShapeSql.of(parse.patterns(), null, dialect);
        this.dialect = dialect;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> text) {
        return DateShapeSql.fast(shapes, text, iso -> value(List.of(iso)), DateShapeSql::isoTime);
    }

    @Override
    public List<Field<?>> shaped(Field<?> text) {
        return shapes.stream().<Field<?>>map(shape -> shape.shaped(text)).toList();
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return DateShapeSql.each(shapes, shaped, (shape, field) -> switch (dialect) {
            case DUCKDB -> field;
            case POSTGRES, MARIADB, MYSQL ->
                Templates.field("case when {0} is not null then {1} end", field, shape.isoTime(field));
        });
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        return DateShapeSql.first(arranged.stream()
                .<Field<?>>map(field -> ColumnTypes.cast(field, ColumnType.TIME, dialect))
                .toList());
    }
}
