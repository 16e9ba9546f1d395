package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.List;

/**
 * {@code CAST(operand AS type)}, also read from {@code operand::type}: fails where the value has no form in the type. Text is
 * read strictly ({@code -12.5}, {@code true}, {@code 2024-12-31}, {@code 2024-12-31 23:59:59.5}); numbers round half away from
 * zero; a date becomes its midnight; instants are read and written in UTC.
 *
 * @param operand the value converted
 * @param type the type it becomes
 */
public record Cast(Expression operand, ColumnType type) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCast(this);
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
