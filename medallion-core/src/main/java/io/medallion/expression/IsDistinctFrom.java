package io.medallion.expression;

import java.util.List;

/**
 * {@code left IS [NOT] DISTINCT FROM right}: like {@code <>} ({@code =} when negated), but NULL equals NULL and the answer is
 * never NULL. {@code x IS TRUE} is read as {@code x IS NOT DISTINCT FROM TRUE}.
 *
 * @param left one value
 * @param right the other value
 * @param negated whether {@code NOT} is written
 */
public record IsDistinctFrom(Expression left, Expression right, boolean negated) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitIsDistinctFrom(this);
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
