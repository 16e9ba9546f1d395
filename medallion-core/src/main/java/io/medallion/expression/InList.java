package io.medallion.expression;

import io.medallion.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code operand [NOT] IN (first, second, ...)}; NULL when no value is equal and one of them is NULL.
 *
 * @param operand the value looked for
 * @param values where it is looked for, at least one
 * @param negated whether {@code NOT} is written
 */
public record InList(Expression operand, List<Expression> values, boolean negated) implements Expression {

    public InList {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new ExpressionException(Problem.at("IN", "needs at least one value."));
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitInList(this);
    }

    @Override
    public List<Expression> children() {
        return Stream.concat(Stream.of(operand), values.stream()).toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
