package io.medallion.expression;

import java.util.List;

/**
 * An aggregate used as a value: allowed where a {@link Query} works on groups (select, having, order), nowhere else.
 *
 * @param aggregate the aggregate
 */
public record AggregateCall(Aggregate aggregate) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitAggregateCall(this);
    }

    @Override
    public List<Expression> children() {
        return aggregate.children();
    }

    @Override
    public String toString() {
        return text();
    }
}
