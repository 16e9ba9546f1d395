package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateCall;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Bucketed;
import io.medallion.expression.Call;
import io.medallion.expression.CaseWhen;
import io.medallion.expression.Cast;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.ExpressionException;
import io.medallion.expression.ExpressionTypes;
import io.medallion.expression.ExpressionVisitor;
import io.medallion.expression.InList;
import io.medallion.expression.IsDistinctFrom;
import io.medallion.expression.IsNull;
import io.medallion.expression.Like;
import io.medallion.expression.Literal;
import io.medallion.expression.Negate;
import io.medallion.expression.Not;
import io.medallion.expression.Scope;
import io.medallion.expression.TryCast;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as jOOQ trees for one database. Every field it gives is an operand as it stands: a name, a constant, a call or
 * something in parentheses.
 *
 * <p>With a scope, values have the type {@link Expression#typeIn} gives them; where a type is not known the database chooses.
 */
final class ExpressionSql implements ExpressionVisitor<Field<?>> {

    private final Rendering rendering;
    private final Function<ColumnRef, ? extends Field<?>> columns;
    private final @Nullable Scope scope;
    private final boolean safeCasts;
    private final @Nullable Function<Aggregate, ? extends Field<?>> medians;

    /** Without types. */
    ExpressionSql(Rendering rendering, Function<ColumnRef, ? extends Field<?>> columns) {
        this(rendering, columns, null);
    }

    ExpressionSql(Rendering rendering, Function<ColumnRef, ? extends Field<?>> columns, @Nullable Scope scope) {
        this(rendering, columns, scope, false, null);
    }

    private ExpressionSql(
            Rendering rendering,
            Function<ColumnRef, ? extends Field<?>> columns,
            @Nullable Scope scope,
            boolean safeCasts,
            @Nullable Function<Aggregate, ? extends Field<?>> medians) {
        this.rendering = rendering;
        this.columns = columns;
        this.scope = scope;
        this.safeCasts = safeCasts;
        this.medians = medians;
    }

    /** The same with every CAST giving NULL, as TRY_CAST does, where it would fail. */
    ExpressionSql withSafeCasts() {
        return new ExpressionSql(rendering, columns, scope, true, medians);
    }

    /** The same over rows that were prepared for medians. */
    ExpressionSql withMedians(Function<Aggregate, ? extends Field<?>> medians) {
        return new ExpressionSql(rendering, columns, scope, safeCasts, medians);
    }

    /** The median over rows that were prepared for it, null over others. */
    @Nullable
    Field<?> prepared(Aggregate median) {
        return medians == null ? null : medians.apply(median);
    }

    /** The value of an expression. */
    Field<?> field(Expression expression) {
        ExpressionSize.check(expression);
        return expression.accept(this);
    }

    /** The value of an expression in its very type, as a column of a result. */
    Field<?> output(Expression expression) {
        if (expression instanceof Literal.Null) {
            return ColumnTypes.cast(field(expression), ColumnType.TEXT, rendering.dialect());
        }
        ColumnType type = type(expression);
        return type == null || expression instanceof ColumnRef || hasItsType(expression, type)
                ? field(expression)
                : ColumnTypes.cast(field(expression), type, rendering.dialect());
    }

    /** Whether a boolean expression is true. */
    Condition condition(Expression expression) {
        Field<?> value = field(expression);
        return value instanceof Condition condition ? condition : DSL.condition(value.coerce(Boolean.class));
    }

    /** The type of an expression; null when it is not known. */
    @Nullable
    ColumnType type(Expression expression) {
        if (expression instanceof Literal.Null) {
            return null;
        }
        try {
            return ExpressionTypes.overGroups(expression, scope == null ? Scope.of(Map.of()) : scope);
        } catch (ExpressionException unknown) {
            return null;
        }
    }

    /** Values whose type every database gives alike are not cast once more. */
    private boolean hasItsType(Expression expression, ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON ->
                switch (dialect()) {
                    case DUCKDB -> true;
                    case POSTGRES, MARIADB, MYSQL -> false;
                };
            case BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> true;
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> isCast(expression);
        };
    }

    private boolean isCast(Expression expression) {
        if (expression instanceof AggregateCall call) {
            Expression argument = call.aggregate().argument();
            boolean picks = call.aggregate().function() == AggregateFunction.MIN
                    || call.aggregate().function() == AggregateFunction.MAX;
            return !picks || argument instanceof ColumnRef || argument != null && isCast(argument);
        }
        return expression instanceof Cast
                || expression instanceof TryCast
                || expression instanceof Binary binary && binary.operator() == BinaryOperator.DIVIDE;
    }

    Dialect dialect() {
        return rendering.dialect();
    }

    Rendering rendering() {
        return rendering;
    }

    @Override
    public Field<?> visitColumn(ColumnRef column) {
        return columns.apply(column);
    }

    @Override
    public Field<?> visitLiteral(Literal literal) {
        return LiteralSql.of(literal, dialect());
    }

    @Override
    public Field<?> visitNegate(Negate negate) {
        return Templates.field("(- {0})", field(negate.operand()));
    }

    @Override
    public Field<?> visitNot(Not not) {
        return Templates.condition("not {0}", condition(not.operand()));
    }

    @Override
    public Field<?> visitBinary(Binary binary) {
        return switch (binary.operator()) {
            case OR -> Templates.condition("{0} or {1}", condition(binary.left()), condition(binary.right()));
            case AND -> Templates.condition("{0} and {1}", condition(binary.left()), condition(binary.right()));
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                Templates.condition(
                        "{0} " + binary.operator().symbol() + " {1}", field(binary.left()), field(binary.right()));
            case CONCAT -> new TextSql(this).joined(field(binary.left()), field(binary.right()));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> new ArithmeticSql(this).of(binary);
        };
    }

    @Override
    public Field<?> visitBetween(Between between) {
        String template = between.negated() ? "{0} not between {1} and {2}" : "{0} between {1} and {2}";
        return Templates.condition(template, field(between.operand()), field(between.low()), field(between.high()));
    }

    @Override
    public Field<?> visitInList(InList inList) {
        String template = inList.negated() ? "{0} not in ({1})" : "{0} in ({1})";
        return Templates.condition(template, field(inList.operand()), DSL.list(fields(inList.values())));
    }

    @Override
    public Field<?> visitLike(Like like) {
        return new LikeSql(this).of(like);
    }

    @Override
    public Field<?> visitIsNull(IsNull isNull) {
        String template = isNull.negated() ? "{0} is not null" : "{0} is null";
        return Templates.condition(template, field(isNull.operand()));
    }

    @Override
    public Field<?> visitIsDistinctFrom(IsDistinctFrom distinct) {
        String template =
                switch (dialect()) {
                    case DUCKDB, POSTGRES ->
                        distinct.negated() ? "{0} is not distinct from {1}" : "{0} is distinct from {1}";
                    case MARIADB, MYSQL -> distinct.negated() ? "{0} <=> {1}" : "not ({0} <=> {1})";
                };
        return Templates.condition(template, field(distinct.left()), field(distinct.right()));
    }

    @Override
    public Field<?> visitCaseWhen(CaseWhen caseWhen) {
        CaseConditionStep<Object> step = null;
        for (CaseWhen.Branch branch : caseWhen.branches()) {
            Field<Object> result = field(branch.result()).coerce(Object.class);
            Condition condition = condition(branch.condition());
            step = step == null ? DSL.when(condition, result) : step.when(condition, result);
        }
        Expression otherwise = caseWhen.otherwise();
        return otherwise == null ? step : step.otherwise(field(otherwise).coerce(Object.class));
    }

    @Override
    public Field<?> visitCast(Cast cast) {
        CastSql casts = new CastSql(this);
        return safeCasts ? casts.attempt(cast.operand(), cast.type()) : casts.require(cast.operand(), cast.type());
    }

    @Override
    public Field<?> visitTryCast(TryCast tryCast) {
        return new CastSql(this).attempt(tryCast.operand(), tryCast.type());
    }

    @Override
    public Field<?> visitCall(Call call) {
        return new FunctionSql(this).of(call);
    }

    @Override
    public Field<?> visitBucketed(Bucketed bucketed) {
        return new BucketSql(this).of(bucketed);
    }

    @Override
    public Field<?> visitAggregateCall(AggregateCall call) {
        return new AggregateSql(this).of(call.aggregate());
    }

    List<Field<?>> fields(List<Expression> expressions) {
        return expressions.stream().<Field<?>>map(this::field).toList();
    }
}
