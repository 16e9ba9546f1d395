package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which aggregates exist, and how they roll up from finer groups to coarser ones. */
final class AggregateRules {

    private AggregateRules() {}

    static void check(
            AggregateFunction function, @Nullable Expression argument, boolean distinct, @Nullable Expression filter) {
        if (argument == null && (function != AggregateFunction.COUNT || distinct)) {
            throw new ExpressionException(Problem.at(function.name(), "needs an argument."));
        }
        if (distinct && (function == AggregateFunction.MEDIAN || function == AggregateFunction.STDDEV)) {
            throw new ExpressionException(Problem.at(function.name(), "does not take DISTINCT."));
        }
        if (hasAggregates(argument) || hasAggregates(filter)) {
            throw new ExpressionException(Problem.at(function.name(), "cannot hold another aggregate."));
        }
    }

    private static boolean hasAggregates(@Nullable Expression expression) {
        return expression != null && !expression.aggregates().isEmpty();
    }

    static Reaggregation reaggregation(Aggregate aggregate) {
        if (aggregate.distinct()) {
            return new Reaggregation.None("the same value may occur in several groups, and DISTINCT counts it once");
        }
        return switch (aggregate.function()) {
            case COUNT -> new Reaggregation.ByFunction(AggregateFunction.SUM, true);
            case SUM -> new Reaggregation.ByFunction(AggregateFunction.SUM, false);
            case MIN -> new Reaggregation.ByFunction(AggregateFunction.MIN, false);
            case MAX -> new Reaggregation.ByFunction(AggregateFunction.MAX, false);
            case AVG -> average(aggregate);
            case MEDIAN -> new Reaggregation.None("the median of medians is not the median");
            case STDDEV -> new Reaggregation.None("the spread between the groups is lost");
        };
    }

    private static Reaggregation average(Aggregate average) {
        Aggregate sum = new Aggregate(AggregateFunction.SUM, average.argument(), false, average.filter());
        Aggregate count = new Aggregate(AggregateFunction.COUNT, average.argument(), false, average.filter());
        Expression quotient = new Binary(
                BinaryOperator.DIVIDE,
                new Cast(sum.call(), ColumnType.DOUBLE),
                new Cast(count.call(), ColumnType.DOUBLE));
        return new Reaggregation.Derived(List.of(sum, count), quotient);
    }
}
