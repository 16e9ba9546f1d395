package io.medallion.sql;

import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Call;
import io.medallion.expression.CaseWhen;
import io.medallion.expression.Cast;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.expression.Literal;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.TryCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When an expression in which every CAST gives NULL instead of failing would have failed, as a condition. */
final class FailedCasts {

    private FailedCasts() {}

    /** The condition, never NULL; empty where nothing can fail. */
    static Optional<Expression> in(Expression expression) {
        if (expression instanceof Cast cast) {
            Expression attempt = new TryCast(cast.operand(), cast.type());
            Expression failed =
                    new Binary(BinaryOperator.AND, new IsNull(cast.operand(), true), new IsNull(attempt, false));
            return anyOf(List.of(in(cast.operand()), Optional.of(failed)));
        }
        if (expression instanceof CaseWhen cases) {
            return inCases(cases.branches(), cases.otherwise());
        }
        if (expression instanceof Call call && call.scalarFunction() == ScalarFunction.COALESCE) {
            return inFirst(call.arguments());
        }
        return anyOf(expression.children().stream().map(FailedCasts::in).toList());
    }

    /** A branch fails only where it is taken. */
    private static Optional<Expression> inCases(List<CaseWhen.Branch> branches, Expression otherwise) {
        if (branches.isEmpty()) {
            return otherwise == null ? Optional.empty() : in(otherwise);
        }
        CaseWhen.Branch first = branches.get(0);
        Optional<Expression> taken = in(first.result());
        Optional<Expression> later = inCases(branches.subList(1, branches.size()), otherwise);
        Optional<Expression> chosen = taken.isEmpty() && later.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseWhen(
                        List.of(new CaseWhen.Branch(first.condition(), taken.orElse(Literal.of(false)))),
                        later.orElse(Literal.of(false))));
        return anyOf(List.of(in(first.condition()), chosen));
    }

    /** An argument of COALESCE fails only where those before it are NULL. */
    private static Optional<Expression> inFirst(List<Expression> arguments) {
        Optional<Expression> first = in(arguments.get(0));
        if (arguments.size() == 1) {
            return first;
        }
        Optional<Expression> later = inFirst(arguments.subList(1, arguments.size()))
                .map(failed -> new Binary(BinaryOperator.AND, new IsNull(arguments.get(0), false), failed));
        return anyOf(List.of(first, later));
    }

    private static Optional<Expression> anyOf(List<Optional<Expression>> conditions) {
        List<Expression> present = new ArrayList<>();
        conditions.forEach(c -> c.ifPresent(present::add));
        return present.isEmpty() ? Optional.empty() : Optional.of(Expression.anyOf(present));
    }
}
