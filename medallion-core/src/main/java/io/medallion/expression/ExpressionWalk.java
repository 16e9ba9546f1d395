package io.medallion.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Visits every part of an expression, parents first, parts in the order they are written. */
final class ExpressionWalk {

    private ExpressionWalk() {}

    static void each(Expression expression, Consumer<Expression> action) {
        action.accept(expression);
        expression.children().forEach(child -> each(child, action));
    }

    static Set<ColumnRef> columns(Expression expression) {
        Set<ColumnRef> columns = new LinkedHashSet<>();
        each(expression, part -> {
            if (part instanceof ColumnRef column) {
                columns.add(column);
            }
        });
        return Collections.unmodifiableSet(columns);
    }

    static Set<Aggregate> aggregates(Expression expression) {
        Set<Aggregate> aggregates = new LinkedHashSet<>();
        each(expression, part -> {
            if (part instanceof AggregateCall call) {
                aggregates.add(call.aggregate());
            }
        });
        return Collections.unmodifiableSet(aggregates);
    }
}
