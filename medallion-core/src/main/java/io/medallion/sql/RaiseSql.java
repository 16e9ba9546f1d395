package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Dialect;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A value that is an error when it is asked for. */
final class RaiseSql {

    private RaiseSql() {}

    /** Raised where a text is not of a type. The text is part of the expression, or it would be evaluated at once. */
    static Field<?> unreadable(Field<?> text, ColumnType type, Dialect dialect) {
        Field<String> reason = DSL.inline("'%s' is not " + type);
        return switch (dialect) {
            case DUCKDB -> Templates.field("error(replace({0}, '%s', {1}))", reason, text);
            case POSTGRES ->
                ColumnTypes.cast(
                        Templates.field("cast(cast(replace({0}, '%s', {1}) as integer) as text)", reason, text),
                        type,
                        dialect);
            case MARIADB -> Templates.field("(regexp_instr('', concat('(', {0}, {1})))", reason, text);
        };
    }
}
