package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.expression.Scope;
import io.medallion.expression.TryCast;
import io.medallion.spec.ExpressionParse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * A column computed from Bronze columns: its value, and where it is refused because a CAST in it fails or the type cannot hold
 * the result as it is.
 */
final class ComputedSql {

    private final ExpressionSql expressions;
    private final Expression converted;
    private final List<Expression> failures = new ArrayList<>();

    ComputedSql(ExpressionParse parse, Rendering rendering, Function<ColumnRef, ? extends Field<?>> bronze) {
        Expression expression = parse.expression();
        Scope scope = Scope.of(expression.columns().stream()
                .collect(Collectors.toMap(ColumnRef::column, c -> ColumnType.TEXT, (a, b) -> a)));
        this.expressions = new ExpressionSql(rendering, bronze, scope).withSafeCasts();
        FailedCasts.in(expression).ifPresent(failures::add);
        ColumnType type = expression.typeIn(scope);
        boolean same = type.equals(parse.type())
                || type.equals(ColumnType.TEXT) && parse.type().equals(ColumnType.JSON);
        this.converted = same ? expression : new TryCast(expression, parse.type());
        if (!same) {
            failures.add(new Binary(BinaryOperator.AND, new IsNull(expression, true), new IsNull(converted, false)));
        }
        if (!same && type.isNumeric() && parse.type().isNumeric()) {
            failures.add(new Binary(BinaryOperator.NOT_EQUAL, converted, expression));
        }
    }

    /** The value; NULL where it is refused, and where the expression gives none. */
    Field<?> value() {
        Field<?> value = expressions.output(converted);
        return refused()
                .<Field<?>>map(refused -> Templates.field("case when {0} then null else {1} end", refused, value))
                .orElse(value);
    }

    /** Whether the row is refused; empty where no row can be. */
    Optional<Condition> refused() {
        return failures.isEmpty() ? Optional.empty() : Optional.of(expressions.condition(Expression.anyOf(failures)));
    }
}
