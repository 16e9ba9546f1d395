package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.expression.Expression;
import org.jooq.Field;

/** Functions of dates and times; instants are read in UTC. */
final class CalendarSql {

    private final ExpressionSql expressions;
    private final Dialect dialect;

    CalendarSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    /** A part that all databases name alike. */
    Field<?> part(String part, Expression operand) {
        return integer("extract(" + part + " from {0})", local(operand));
    }

    /** PostgreSQL counts the fraction in, and would round it. */
    Field<?> second(Expression operand) {
        return switch (dialect) {
            case DUCKDB, MARIADB, MYSQL -> integer("extract(second from {0})", local(operand));
            case POSTGRES -> integer("floor(extract(second from {0}))", local(operand));
        };
    }

    Field<?> week(Expression operand) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> integer("extract(week from {0})", local(operand));
            case MARIADB, MYSQL -> Templates.field("week({0}, 3)", local(operand));
        };
    }

    Field<?> dayOfWeek(Expression operand) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> integer("extract(isodow from {0})", local(operand));
            case MARIADB, MYSQL -> Templates.field("(weekday({0}) + 1)", local(operand));
        };
    }

    Field<?> daysBetween(Field<?> from, Field<?> to) {
        return switch (dialect) {
            case DUCKDB -> integer("date_diff('day', {0}, {1})", from, to);
            case POSTGRES -> Templates.field("({1} - {0})", from, to);
            case MARIADB, MYSQL -> Templates.field("datediff({1}, {0})", from, to);
        };
    }

    Field<?> addDays(Field<?> date, Field<?> days) {
        return switch (dialect) {
            case DUCKDB, POSTGRES ->
                Templates.field("({0} + {1})", date, ColumnTypes.cast(days, ColumnType.INTEGER, dialect));
            case MARIADB, MYSQL -> Templates.field("date_add({0}, interval {1} day)", date, days);
        };
    }

    private Field<?> local(Expression operand) {
        ColumnType type = expressions.type(operand);
        Field<?> value = expressions.field(operand);
        return type != null && type.kind() == Kind.TIMESTAMPTZ ? ZoneSql.local(value, "UTC", dialect) : value;
    }

    private Field<?> integer(String template, Field<?>... parts) {
        return ColumnTypes.cast(Templates.field(template, parts), ColumnType.INTEGER, dialect);
    }
}
