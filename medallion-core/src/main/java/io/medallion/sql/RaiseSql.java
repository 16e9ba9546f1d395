package io.medallion.sql;

import io.medallion.ColumnType;
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
            case MARIADB, MYSQL -> mariadb(text);
        };
    }

    /**
     * "Subquery returns more than 1 row" wherever the operand is not NULL: the only error a value of MariaDB can raise. Chance
     * keeps it from being evaluated before it is asked for.
     */
    private static Field<?> mariadb(Field<?> operand) {
        return Templates.field(
                "(select `_raised` from (select 1 as `_raised` union all select 2) as `_error`"
                        + " where {0} is not null and rand() >= 0)",
                operand);
    }
}
