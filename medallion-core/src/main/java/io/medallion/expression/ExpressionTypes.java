package io.medallion.expression;

import io.medallion.ColumnType;

/** stub */
public final class ExpressionTypes {
    private ExpressionTypes() {}

    public static ColumnType overRows(Expression expression, Scope scope) {
        throw new UnsupportedOperationException();
    }

    public static ColumnType overGroups(Expression expression, Scope scope) {
        throw new UnsupportedOperationException();
    }
}
