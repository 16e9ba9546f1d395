package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.Problem;
import java.util.List;

/**
 * The types of expressions, and what is wrong with them.
 *
 * <ul>
 *   <li>{@code + - *}: BIGINT for integers; DOUBLE where one side is DOUBLE; else DECIMAL, an INTEGER counting as
 *       {@code DECIMAL(10,0)} and a BIGINT as {@code DECIMAL(19,0)}. A sum has the greater scale and one digit more before the
 *       point; a product has the sum of the scales and of the digits before the point. Precision is capped at 38; a product
 *       then keeps the scale that fits beside the digits before the point, but at least 6 of it.
 *   <li>{@code /}: DOUBLE, NULL for a division by zero. {@code %}: exact numbers only, by zero NULL.
 *   <li>Comparisons: two numbers, or two values of one type, or a DATE with a TIMESTAMP; never JSON, and text never with
 *       anything else. {@code ||} and LIKE: text.
 *   <li>CASE, {@code coalesce} and the like: the narrowest type that holds all values: one type, or for numbers DOUBLE where
 *       one is DOUBLE, else DECIMAL with the most digits before and after the point, else BIGINT.
 *   <li>Casts: any type to and from TEXT, numbers among each other, dates and timestamps among each other.
 * </ul>
 */
public final class ExpressionTypes {

    private ExpressionTypes() {}

    /**
     * The type of {@code expression} over rows; aggregates are refused.
     *
     * @throws ExpressionException with every problem
     */
    public static ColumnType overRows(Expression expression, Scope scope) {
        return TypeInference.over(scope, false).require(expression);
    }

    /**
     * The type of {@code expression} over groups of rows; aggregates are allowed.
     *
     * @throws ExpressionException with every problem
     */
    public static ColumnType overGroups(Expression expression, Scope scope) {
        return TypeInference.over(scope, true).require(expression);
    }

    /**
     * Checks that {@code expression} is a condition over rows.
     *
     * @throws ExpressionException with every problem; one of them when the type is not BOOLEAN
     */
    public static void requireCondition(Expression expression, Scope scope) {
        ColumnType type = overRows(expression, scope);
        boolean isNull = expression instanceof Literal.Null;
        if (!isNull && !type.equals(ColumnType.BOOLEAN)) {
            throw new ExpressionException(Problem.at("'" + expression.text() + "'", "is " + type + ", not a condition.")
                    .advise("Compare it with something."));
        }
    }

    /** What is wrong with {@code expression} over rows; empty when nothing is. */
    public static List<Problem> problems(Expression expression, Scope scope) {
        return TypeInference.over(scope, false).problems(expression);
    }
}
