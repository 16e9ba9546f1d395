package io.medallion.expression;

import io.medallion.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE WHEN condition THEN result ... ELSE otherwise END}: the first branch whose condition is true. {@code CASE x WHEN v}
 * is read as {@code CASE WHEN x = v}.
 *
 * @param branches the branches in order, at least one
 * @param otherwise the value when no condition is true; null for NULL
 */
public record CaseWhen(List<Branch> branches, @Nullable Expression otherwise) implements Expression {

    /**
     * One branch.
     *
     * @param condition when it is taken
     * @param result its value
     */
    public record Branch(Expression condition, Expression result) {}

    public CaseWhen {
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new ExpressionException(Problem.at("CASE", "needs at least one WHEN."));
        }
    }

    private static List<Expression> parts(List<Branch> branches, @Nullable Expression otherwise) {
        Stream<Expression> parts = branches.stream().flatMap(b -> Stream.of(b.condition(), b.result()));
        return Stream.concat(parts, Stream.ofNullable(otherwise)).toList();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCaseWhen(this);
    }

    @Override
    public List<Expression> children() {
        return CaseWhen.parts(branches, otherwise);
    }

    @Override
    public String toString() {
        return text();
    }
}
