package io.medallion.expression;

import java.util.List;

/**
 * {@code operand [NOT] BETWEEN low AND high}, both ends included; NULL when the comparison cannot be decided.
 *
 * @param operand the value compared
 * @param low the smallest value inside
 * @param high the largest value inside
 * @param negated whether {@code NOT} is written
 */
public record Between(Expression operand, Expression low, Expression high, boolean negated) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBetween(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(operand, low, high);
    }

    @Override
    public String toString() {
        return text();
    }
}
