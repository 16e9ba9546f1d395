package io.medallion.sql;

import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Scope;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as jOOQ fields for one database.
 *
 * <p>With a scope, arithmetic and aggregates are cast so that each has the type {@link Expression#typeIn} gives it; without,
 * the database chooses.
 */
final class ExpressionSql {

    private final Rendering rendering;
    private final Function<ColumnRef, ? extends Field<?>> columns;
    private final @Nullable Scope scope;

    /** Without types. */
    ExpressionSql(Rendering rendering, Function<ColumnRef, ? extends Field<?>> columns) {
        this(rendering, columns, null);
    }

    ExpressionSql(Rendering rendering, Function<ColumnRef, ? extends Field<?>> columns, @Nullable Scope scope) {
        this.rendering = rendering;
        this.columns = columns;
        this.scope = scope;
    }

    /** The value of an expression. */
    Field<?> field(Expression expression) {
        throw new IllegalStateException("not built yet: " + expression + rendering + columns + scope);
    }

    /** Whether a boolean expression is true. */
    Condition condition(Expression expression) {
        throw new IllegalStateException("not built yet: " + expression);
    }
}
