package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.expression.Call;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Functions of numbers, and the greatest and least of any values. */
final class NumberSql {

    private final ExpressionSql expressions;
    private final Dialect dialect;

    NumberSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    /** A DOUBLE to the nearest whole number, halves away from zero; PostgreSQL's own goes to the even one. */
    static Field<?> roundedToWhole(Field<?> value, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("round({0})", value);
            case POSTGRES ->
                Templates.field(
                        "(trunc({0}) + case when abs({0} - trunc({0})) >= 0.5 then sign({0}) else 0 end)", value);
            case MARIADB, MYSQL ->
                Templates.field(
                        "(truncate({0}, 0) + case when abs({0} - truncate({0}, 0)) >= 0.5 then sign({0}) else 0 end)",
                        value);
        };
    }

    Field<?> round(Call call) {
        int digits = call.arguments().size() < 2 ? 0 : digits(call.arguments().get(1));
        Field<?> value = expressions.field(call.arguments().get(0));
        ColumnType type = expressions.type(call.arguments().get(0));
        if (type == null) {
            return unknown(value, digits);
        }
        return switch (type.kind()) {
            case INTEGER, BIGINT -> value;
            case DOUBLE -> real(value, digits);
            default -> Templates.field("round({0}, {1})", value, Templates.number(Math.min(digits, type.scale())));
        };
    }

    private Field<?> unknown(Field<?> value, int digits) {
        return switch (dialect) {
            case DUCKDB, MARIADB, MYSQL -> Templates.field("round({0}, {1})", value, Templates.number(digits));
            case POSTGRES -> Templates.field("round(cast({0} as numeric), {1})", value, Templates.number(digits));
        };
    }

    /** Written out, so that every database computes the same bits. */
    private Field<?> real(Field<?> value, int digits) {
        if (digits == 0) {
            return roundedToWhole(value, dialect);
        }
        Field<?> power = Templates.field("1e" + digits);
        return Templates.field(
                "({0} / {1})", roundedToWhole(Templates.field("({0} * {1})", value, power), dialect), power);
    }

    /** FLOOR and CEIL; whole numbers are their own, and PostgreSQL would make them DOUBLE. */
    Field<?> whole(String function, Expression operand) {
        ColumnType type = expressions.type(operand);
        Field<?> value = expressions.field(operand);
        boolean isWhole = type != null && (type.kind() == Kind.INTEGER || type.kind() == Kind.BIGINT);
        return isWhole ? value : Templates.field(function + "({0})", value);
    }

    /** GREATEST and LEAST; those of MariaDB are NULL when one argument is. */
    Field<?> extreme(String function, List<Field<?>> values) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> call(function, values);
            case MARIADB, MYSQL -> {
                List<Field<?>> filled = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    List<Field<?>> rotated = new ArrayList<>(values);
                    Collections.rotate(rotated, -i);
                    filled.add(call("coalesce", rotated));
                }
                yield filled.size() == 1 ? filled.get(0) : call(function, filled);
            }
        };
    }

    static Field<?> call(String function, List<Field<?>> arguments) {
        return Templates.field(function + "({0})", DSL.list(arguments));
    }

    private static int digits(Expression literal) {
        return literal instanceof Literal.Number number ? number.value().intValueExact() : 0;
    }
}
