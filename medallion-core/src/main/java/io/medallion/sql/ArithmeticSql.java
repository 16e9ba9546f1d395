package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.expression.Binary;
import io.medallion.expression.Expression;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Computing with two numbers: whole numbers as BIGINT, quotients as DOUBLE, nothing divided by zero. */
final class ArithmeticSql {

    private final ExpressionSql expressions;

    ArithmeticSql(ExpressionSql expressions) {
        this.expressions = expressions;
    }

    Field<?> of(Binary binary) {
        Field<?> left = expressions.field(binary.left());
        Field<?> right = expressions.field(binary.right());
        return switch (binary.operator()) {
            case ADD -> Templates.field("({0} + {1})", widened(binary, left), right);
            case SUBTRACT -> Templates.field("({0} - {1})", widened(binary, left), right);
            case MULTIPLY -> product(binary, widened(binary, left), right);
            case DIVIDE ->
                Templates.field("({0} / nullif({1}, 0))", real(binary.left(), left), real(binary.right(), right));
            case REMAINDER -> Templates.field("({0} % nullif({1}, 0))", left, right);
            default -> throw new IllegalStateException(binary.operator() + " does not compute");
        };
    }

    /** Two INTEGERs are added as INTEGER otherwise, and overflow. */
    private Field<?> widened(Binary binary, Field<?> left) {
        return is(binary.left(), Kind.INTEGER) && is(binary.right(), Kind.INTEGER)
                ? ColumnTypes.cast(left, ColumnType.BIGINT, expressions.dialect())
                : left;
    }

    /** Only a product may have more digits than fit; then the scale gives way. */
    private Field<?> product(Binary binary, Field<?> left, Field<?> right) {
        Field<?> product = Templates.field("({0} * {1})", left, right);
        ColumnType type = expressions.type(binary);
        return type != null && type.kind() == Kind.DECIMAL && type.precision() == ColumnType.MAX_PRECISION
                ? ColumnTypes.cast(product, type, expressions.dialect())
                : product;
    }

    private Field<?> real(Expression operand, Field<?> value) {
        return is(operand, Kind.DOUBLE) ? value : ColumnTypes.cast(value, ColumnType.DOUBLE, expressions.dialect());
    }

    private boolean is(Expression operand, Kind kind) {
        @Nullable ColumnType type = expressions.type(operand);
        return type != null && type.kind() == kind;
    }
}
