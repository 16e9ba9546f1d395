package io.medallion.sql;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Bucketed;
import io.medallion.expression.Call;
import io.medallion.expression.Cast;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.TryCast;
import java.util.EnumSet;
import java.util.Set;

/** How much SQL an expression becomes: some constructs repeat their operand, and nested they would multiply without bound. */
final class ExpressionSize {

    private static final long LARGEST = 200_000;

    /** No construct writes its operand more often. */
    private static final long REPEATED = 6;

    /** These write a constant pattern, count or part only once. */
    private static final Set<ScalarFunction> REPEATING_VARIABLES = EnumSet.of(
            ScalarFunction.REPLACE,
            ScalarFunction.LPAD,
            ScalarFunction.SPLIT_PART,
            ScalarFunction.SUBSTRING,
            ScalarFunction.LEFT,
            ScalarFunction.RIGHT,
            ScalarFunction.STARTS_WITH,
            ScalarFunction.ENDS_WITH);

    private ExpressionSize() {}

    static void check(Expression expression) {
        if (of(expression) > LARGEST) {
            throw new MedallionException(Problem.at(
                            "expression",
                            "becomes too much SQL: casts, round, replace and the like are nested too deeply.")
                    .advise("Compute the inner values in columns of their own."));
        }
    }

    private static long of(Expression expression) {
        long size = 0;
        for (Expression part : expression.children()) {
            size = Math.min(LARGEST + 1, size + of(part));
        }
        return 1 + repeated(expression) * size;
    }

    private static long repeated(Expression expression) {
        if (expression instanceof Call call) {
            return switch (call.scalarFunction()) {
                case ROUND -> REPEATED;
                case GREATEST, LEAST -> call.arguments().size();
                default -> repeatsVariables(call) ? REPEATED : 1;
            };
        }
        boolean repeats = expression instanceof Cast || expression instanceof TryCast || expression instanceof Bucketed;
        return repeats ? REPEATED : 1;
    }

    private static boolean repeatsVariables(Call call) {
        return REPEATING_VARIABLES.contains(call.scalarFunction())
                && !call.arguments().stream().skip(1).allMatch(Literal.class::isInstance);
    }
}
