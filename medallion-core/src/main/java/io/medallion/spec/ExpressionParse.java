package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.Expression;

/**
 * A value computed from Bronze columns.
 *
 * @param expression over Bronze column names, each of them TEXT; a {@code CAST} in it is a safe cast: where it fails the
 *     row is refused
 * @param type the type of the column
 */
public record ExpressionParse(Expression expression, ColumnType type) implements Parse {

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.expression(this);
    }
}
