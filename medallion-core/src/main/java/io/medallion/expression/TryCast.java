package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.List;

/**
 * {@code TRY_CAST(operand AS type)}: like {@link Cast}, but NULL where the value has no form in the type.
 *
 * @param operand the value converted
 * @param type the type it becomes
 */
public record TryCast(Expression operand, ColumnType type) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitTryCast(this);
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
