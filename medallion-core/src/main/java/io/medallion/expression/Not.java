package io.medallion.expression;

import java.util.List;

/** {@code NOT operand}: NULL stays NULL. */
public record Not(Expression operand) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNot(this);
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
