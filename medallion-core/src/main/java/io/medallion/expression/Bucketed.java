package io.medallion.expression;

import java.util.List;

/**
 * {@code DATE_BUCKET('MONTH', operand)}: the start of the bucket a date or timestamp falls into. {@code date_trunc} is read as
 * the same.
 *
 * @param bucket the grain, zone and week start
 * @param operand a date or timestamp; NULL gives NULL
 */
public record Bucketed(TimeBucket bucket, Expression operand) implements Expression {

    /** Whether every bucket of this lies inside one bucket of {@code coarser}, over the same operand. */
    public boolean rollsUpTo(Bucketed coarser) {
        return operand.equals(coarser.operand) && bucket.rollsUpTo(coarser.bucket);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBucketed(this);
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
