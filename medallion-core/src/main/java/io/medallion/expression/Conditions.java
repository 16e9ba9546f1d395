package io.medallion.expression;

import io.medallion.ColumnType;

/** Tells expressions that can be true or false from those that never can, without knowing the types of columns. */
final class Conditions {

    private Conditions() {}

    static boolean isPossible(Expression expression) {
        if (expression instanceof Binary binary) {
            return binary.operator().isLogical() || binary.operator().isComparison();
        }
        if (expression instanceof Literal literal) {
            return literal.kind() == Literal.Kind.BOOLEAN;
        }
        if (expression instanceof Call call) {
            ResultRule result = call.scalarFunction().signature().result();
            return result == ResultRule.BOOLEAN || result == ResultRule.COMMON || result == ResultRule.FIRST;
        }
        if (expression instanceof Cast cast) {
            return cast.type().equals(ColumnType.BOOLEAN);
        }
        if (expression instanceof TryCast cast) {
            return cast.type().equals(ColumnType.BOOLEAN);
        }
        return !(expression instanceof Negate)
                && !(expression instanceof Bucketed)
                && !(expression instanceof AggregateCall);
    }
}
