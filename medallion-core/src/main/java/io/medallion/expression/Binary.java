package io.medallion.expression;

import java.util.Collection;
import java.util.List;

/**
 * {@code left operator right}. A NULL operand gives NULL, except where AND and OR are decided by the other one.
 *
 * @param operator the operator
 * @param left the left operand
 * @param right the right operand
 */
public record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {

    static Expression chain(BinaryOperator operator, Collection<? extends Expression> operands, Expression whenEmpty) {
        Expression result = null;
        for (Expression operand : operands) {
            result = result == null ? operand : new Binary(operator, result, operand);
        }
        return result == null ? whenEmpty : result;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBinary(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(left, right);
    }

    @Override
    public String toString() {
        return text();
    }
}
