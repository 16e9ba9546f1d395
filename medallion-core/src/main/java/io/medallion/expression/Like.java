package io.medallion.expression;

import io.medallion.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code operand [NOT] LIKE pattern [ESCAPE 'c']} over the whole text, code point by code point: {@code %} stands for any
 * characters, {@code _} for one. Without ESCAPE nothing escapes, a backslash is a backslash.
 *
 * @param operand the text compared
 * @param pattern the pattern
 * @param escape the one character that makes the next one of the pattern stand for itself; null for none
 * @param negated whether {@code NOT} is written
 */
public record Like(Expression operand, Expression pattern, @Nullable String escape, boolean negated)
        implements Expression {

    public Like {
        if (escape != null && (escape.codePointCount(0, escape.length()) != 1 || !Names.isWritable(escape))) {
            throw new ExpressionException(Problem.at("ESCAPE", "takes one character."));
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLike(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(operand, pattern);
    }

    @Override
    public String toString() {
        return text();
    }
}
