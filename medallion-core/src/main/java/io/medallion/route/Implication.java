package io.medallion.route;

import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Expression;
import io.medallion.expression.InList;
import io.medallion.expression.IsNull;
import io.medallion.expression.Like;
import io.medallion.expression.Literal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Whether one condition is true wherever another is; says no when it cannot tell. */
final class Implication {

    private Implication() {}

    static boolean any(Collection<Expression> conditions, Expression implied) {
        return conditions.stream().anyMatch(c -> holds(c, implied));
    }

    private static boolean holds(Expression condition, Expression implied) {
        if (condition.equals(implied)) {
            return true;
        }
        if (implied instanceof IsNull isNull && isNull.negated()) {
            return operand(condition) != null && isNull.operand().equals(operand(condition));
        }
        if (implied instanceof InList in && !in.negated()) {
            return condition instanceof InList narrower
                            && !narrower.negated()
                            && narrower.operand().equals(in.operand())
                            && new HashSet<>(in.values()).containsAll(narrower.values())
                    || condition instanceof Binary equal
                            && equal.operator() == BinaryOperator.EQUAL
                            && equal.left().equals(in.operand())
                            && in.values().contains(equal.right());
        }
        return condition instanceof Binary narrow
                && implied instanceof Binary wide
                && narrow.left().equals(wide.left())
                && within(narrow, wide);
    }

    /** What is compared by a condition that is never true for NULL. */
    private static @Nullable Expression operand(Expression condition) {
        if (condition instanceof Binary binary && binary.operator().isComparison()) {
            return binary.left();
        }
        if (condition instanceof Between between && !between.negated()) {
            return between.operand();
        }
        if (condition instanceof InList in && !in.negated()) {
            return in.operand();
        }
        return condition instanceof Like like ? like.operand() : null;
    }

    private static boolean within(Binary narrow, Binary wide) {
        Integer order = compare(narrow.right(), wide.right());
        if (order == null) {
            return false;
        }
        BinaryOperator op = narrow.operator();
        boolean equal = op == BinaryOperator.EQUAL;
        boolean above = op == BinaryOperator.GREATER || op == BinaryOperator.GREATER_OR_EQUAL || equal;
        boolean below = op == BinaryOperator.LESS || op == BinaryOperator.LESS_OR_EQUAL || equal;
        return switch (wide.operator()) {
            case GREATER -> above && (order > 0 || order == 0 && op == BinaryOperator.GREATER);
            case GREATER_OR_EQUAL -> above && order >= 0;
            case LESS -> below && (order < 0 || order == 0 && op == BinaryOperator.LESS);
            case LESS_OR_EQUAL -> below && order <= 0;
            default -> false;
        };
    }

    /** Numbers and dates only: the order of text is the database's. */
    private static @Nullable Integer compare(Expression a, Expression b) {
        if (a instanceof Literal.Number x && b instanceof Literal.Number y) {
            BigDecimal left = x.value();
            return left.compareTo(y.value());
        }
        if (a instanceof Literal.Date x && b instanceof Literal.Date y) {
            return x.value().compareTo(y.value());
        }
        return a instanceof Literal.Timestamp x && b instanceof Literal.Timestamp y
                ? x.value().compareTo(y.value())
                : null;
    }
}
