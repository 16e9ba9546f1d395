package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Infers types bottom up and collects problems. The result of a visit is null where the type is open: NULL goes with
 * every type, and so does a part that has a problem already, so that one mistake is reported once.
 */
final class TypeInference implements ExpressionVisitor<@Nullable ColumnType> {

    private final Scope scope;
    private final boolean groups;
    private final List<Problem> problems = new ArrayList<>();

    private TypeInference(Scope scope, boolean groups) {
        this.scope = scope;
        this.groups = groups;
    }

    static TypeInference over(Scope scope, boolean groups) {
        return new TypeInference(scope, groups);
    }

    ColumnType require(Expression expression) {
        ColumnType type = type(expression);
        if (!problems.isEmpty()) {
            throw new ExpressionException(List.copyOf(new LinkedHashSet<>(problems)));
        }
        return type == null ? ColumnType.TEXT : type;
    }

    List<Problem> problems(Expression expression) {
        type(expression);
        return List.copyOf(new LinkedHashSet<>(problems));
    }

    private @Nullable ColumnType type(Expression part) {
        return part.accept(this);
    }

    private @Nullable ColumnType refuse(Expression part, String message, String advice) {
        problems.add(new Problem("'" + part.text() + "'", message, advice));
        return null;
    }

    private void need(ArgumentKind kind, Expression part, @Nullable ColumnType type) {
        if (type != null && !kind.accepts(type)) {
            refuse(
                    part,
                    "is " + type + " where " + kind.description() + " is expected.",
                    TypeAdvice.toBecome(kind, type));
        }
    }

    private void needComparable(Expression whole, Expression left, Expression right) {
        ColumnType a = type(left);
        ColumnType b = type(right);
        if (!TypeRules.comparable(a, b)) {
            refuse(whole, "compares " + a + " with " + b + ".", TypeAdvice.toCompare(left, a, right, b));
        }
    }

    @Override
    public @Nullable ColumnType visitColumn(ColumnRef column) {
        Optional<ColumnType> type = scope.type(column);
        return type.orElseGet(
                () -> refuse(column, "is not a column here.", TypeAdvice.forColumn(column, scope.names())));
    }

    @Override
    public @Nullable ColumnType visitLiteral(Literal literal) {
        return literal.kind() == Literal.Kind.NULL ? null : literal.type();
    }

    @Override
    public @Nullable ColumnType visitNegate(Negate negate) {
        ColumnType type = type(negate.operand());
        need(ArgumentKind.NUMBER, negate.operand(), type);
        return type != null && type.isNumeric() ? type : null;
    }

    @Override
    public ColumnType visitNot(Not not) {
        need(ArgumentKind.CONDITION, not.operand(), type(not.operand()));
        return ColumnType.BOOLEAN;
    }

    @Override
    public @Nullable ColumnType visitBinary(Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator.isComparison()) {
            needComparable(binary, binary.left(), binary.right());
            return ColumnType.BOOLEAN;
        }
        if (operator.isArithmetic()) {
            return arithmetic(binary);
        }
        ArgumentKind kind = operator == BinaryOperator.CONCAT ? ArgumentKind.TEXT : ArgumentKind.CONDITION;
        need(kind, binary.left(), type(binary.left()));
        need(kind, binary.right(), type(binary.right()));
        return operator == BinaryOperator.CONCAT ? ColumnType.TEXT : ColumnType.BOOLEAN;
    }

    private @Nullable ColumnType arithmetic(Binary binary) {
        ColumnType left = type(binary.left());
        ColumnType right = type(binary.right());
        int before = problems.size();
        need(ArgumentKind.NUMBER, binary.left(), left);
        need(ArgumentKind.NUMBER, binary.right(), right);
        if (problems.size() > before) {
            return null;
        }
        if (left == null || right == null) {
            return binary.operator() == BinaryOperator.DIVIDE ? ColumnType.DOUBLE : left == null ? right : left;
        }
        ColumnType result = TypeRules.arithmetic(binary.operator(), left, right);
        boolean inexactRemainder = binary.operator() == BinaryOperator.REMAINDER && TypeRules.isDouble(result);
        return inexactRemainder
                ? refuse(binary, "is the remainder of a DOUBLE.", "Cast it to a DECIMAL first.")
                : result;
    }

    @Override
    public ColumnType visitBetween(Between between) {
        needComparable(between, between.operand(), between.low());
        needComparable(between, between.operand(), between.high());
        return ColumnType.BOOLEAN;
    }

    @Override
    public ColumnType visitInList(InList inList) {
        inList.values().forEach(value -> needComparable(inList, inList.operand(), value));
        return ColumnType.BOOLEAN;
    }

    @Override
    public ColumnType visitLike(Like like) {
        need(ArgumentKind.TEXT, like.operand(), type(like.operand()));
        need(ArgumentKind.TEXT, like.pattern(), type(like.pattern()));
        return ColumnType.BOOLEAN;
    }

    @Override
    public ColumnType visitIsNull(IsNull isNull) {
        type(isNull.operand());
        return ColumnType.BOOLEAN;
    }

    @Override
    public ColumnType visitIsDistinctFrom(IsDistinctFrom distinct) {
        needComparable(distinct, distinct.left(), distinct.right());
        return ColumnType.BOOLEAN;
    }

    @Override
    public @Nullable ColumnType visitCaseWhen(CaseWhen caseWhen) {
        caseWhen.branches()
                .forEach(branch -> need(ArgumentKind.CONDITION, branch.condition(), type(branch.condition())));
        Stream<Expression> results = caseWhen.branches().stream().map(CaseWhen.Branch::result);
        return common(caseWhen, Stream.concat(results, Stream.ofNullable(caseWhen.otherwise())));
    }

    private @Nullable ColumnType common(Expression whole, Stream<Expression> parts) {
        return commonOf(whole, parts.map(this::type).toList());
    }

    private @Nullable ColumnType commonOf(Expression whole, List<@Nullable ColumnType> types) {
        ColumnType common = null;
        for (ColumnType type : types.stream().filter(Objects::nonNull).toList()) {
            Optional<ColumnType> wider = common == null ? Optional.of(type) : TypeRules.common(common, type);
            if (wider.isEmpty()) {
                return refuse(whole, "mixes " + common + " and " + type + ".", "Cast one of them.");
            }
            common = wider.get();
        }
        return common;
    }

    @Override
    public ColumnType visitCast(Cast cast) {
        return cast(cast, cast.operand(), cast.type());
    }

    @Override
    public ColumnType visitTryCast(TryCast tryCast) {
        return cast(tryCast, tryCast.operand(), tryCast.type());
    }

    private ColumnType cast(Expression whole, Expression operand, ColumnType to) {
        ColumnType from = type(operand);
        if (!TypeRules.castable(from, to)) {
            refuse(whole, "casts " + from + " to " + to + ", which has no one meaning.", "Use CASE.");
        }
        return to;
    }

    @Override
    public @Nullable ColumnType visitCall(Call call) {
        FunctionSignature signature = call.scalarFunction().signature();
        List<@Nullable ColumnType> types = new ArrayList<>();
        int before = problems.size();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            ColumnType type = type(argument);
            types.add(type);
            need(signature.argument(i), argument, type);
            needConstant(signature.argument(i), argument);
        }
        return problems.size() > before ? null : result(call, signature, types);
    }

    private void needConstant(ArgumentKind kind, Expression argument) {
        if (kind == ArgumentKind.DIGITS && TypeAdvice.digits(argument).isEmpty()) {
            refuse(argument, "stands where " + kind.description() + " is expected.", "");
        }
        if (kind == ArgumentKind.PATTERN) {
            if (argument instanceof Literal.Text text) {
                PortableRegex.refusal(text.value()).ifPresent(why -> refuse(argument, why, ""));
            } else {
                refuse(argument, "stands where " + kind.description() + " is expected.", "");
            }
        }
    }

    private @Nullable ColumnType result(Call call, FunctionSignature signature, List<@Nullable ColumnType> types) {
        ColumnType first = types.get(0);
        boolean alike = signature.argument(0) == ArgumentKind.ANY;
        ColumnType common = alike ? commonOf(call, types) : null;
        return switch (signature.result()) {
            case TEXT -> ColumnType.TEXT;
            case INTEGER -> ColumnType.INTEGER;
            case BIGINT -> ColumnType.BIGINT;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case DOUBLE -> ColumnType.DOUBLE;
            case FIRST -> first;
            case COMMON -> common;
            case ROUNDED -> first == null ? null : TypeRules.rounded(first, roundedTo(call));
            case WHOLE -> first == null ? null : TypeRules.rounded(first, 0);
            case BUCKET, AGGREGATE -> throw new IllegalStateException(signature.name() + " is not a scalar function");
        };
    }

    private static int roundedTo(Call call) {
        return call.arguments().size() < 2
                ? 0
                : TypeAdvice.digits(call.arguments().get(1)).orElse(0);
    }

    @Override
    public ColumnType visitBucketed(Bucketed bucketed) {
        ColumnType type = type(bucketed.operand());
        need(ArgumentKind.CALENDAR, bucketed.operand(), type);
        if (ColumnType.DATE.equals(type) && bucketed.bucket().zone() != null) {
            refuse(bucketed, "moves a date to a time zone, and a date is in none.", "Leave the zone out.");
        }
        if (ColumnType.DATE.equals(type) && !bucketed.bucket().grain().isDate()) {
            refuse(bucketed, "cuts a date finer than days.", "Use DAY or a coarser grain.");
        }
        return bucketed.bucket().resultType();
    }

    @Override
    public @Nullable ColumnType visitAggregateCall(AggregateCall call) {
        Aggregate aggregate = call.aggregate();
        if (!groups) {
            return refuse(call, "is an aggregate, which needs a group of rows.", "Use it as a measure.");
        }
        if (aggregate.filter() != null) {
            need(ArgumentKind.CONDITION, aggregate.filter(), type(aggregate.filter()));
        }
        if (aggregate.argument() == null) {
            return ColumnType.BIGINT;
        }
        ColumnType argument = type(aggregate.argument());
        if (argument == null) {
            return null;
        }
        return aggregate.function().accepts(argument)
                ? aggregate.function().resultType(argument)
                : refuse(call, "does not work on " + argument + ".", TypeAdvice.toAggregate(argument));
    }
}
