package io.medallion.expression;

import java.util.List;

/** {@code -operand}: a number with the opposite sign. */
public record Negate(Expression operand) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNegate(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(operand);
    }

    @Override
    public String toString() {
        return text();
    }
}
