package io.medallion.expression;

import java.util.List;

/**
 * {@code operand IS [NOT] NULL}; never NULL itself.
 *
 * @param operand the value asked about
 * @param negated whether {@code NOT} is written
 */
public record IsNull(Expression operand, boolean negated) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitIsNull(this);
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
