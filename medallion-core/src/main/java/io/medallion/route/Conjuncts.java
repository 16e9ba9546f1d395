package io.medallion.route;

import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions that all have to be true. */
final class Conjuncts {

    private Conjuncts() {}

    static List<Expression> of(@Nullable Expression condition) {
        List<Expression> parts = new ArrayList<>();
        if (condition != null) {
            split(condition, parts);
        }
        return parts;
    }

    private static void split(Expression condition, List<Expression> parts) {
        if (condition instanceof Binary both && both.operator() == BinaryOperator.AND) {
            split(both.left(), parts);
            split(both.right(), parts);
        } else {
            parts.add(condition);
        }
    }

    static @Nullable Expression joined(List<Expression> parts) {
        return parts.isEmpty() ? null : Expression.allOf(parts);
    }
}
