package io.medallion.expression;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies an expression with a change applied to every part, innermost first. */
final class ExpressionRewriter implements ExpressionVisitor<Expression> {

    private final UnaryOperator<Expression> change;

    ExpressionRewriter(UnaryOperator<Expression> change) {
        this.change = change;
    }

    private Expression copy(Expression part) {
        return part.accept(this);
    }

    private @Nullable Expression copyIfAny(@Nullable Expression part) {
        return part == null ? null : copy(part);
    }

    private List<Expression> copies(List<Expression> parts) {
        return parts.stream().map(this::copy).toList();
    }

    @Override
    public Expression visitColumn(ColumnRef column) {
        return change.apply(column);
    }

    @Override
    public Expression visitLiteral(Literal literal) {
        return change.apply(literal);
    }

    @Override
    public Expression visitNegate(Negate negate) {
        return change.apply(new Negate(copy(negate.operand())));
    }

    @Override
    public Expression visitNot(Not not) {
        return change.apply(new Not(copy(not.operand())));
    }

    @Override
    public Expression visitBinary(Binary binary) {
        return change.apply(new Binary(binary.operator(), copy(binary.left()), copy(binary.right())));
    }

    @Override
    public Expression visitBetween(Between between) {
        return change.apply(
                new Between(copy(between.operand()), copy(between.low()), copy(between.high()), between.negated()));
    }

    @Override
    public Expression visitInList(InList inList) {
        return change.apply(new InList(copy(inList.operand()), copies(inList.values()), inList.negated()));
    }

    @Override
    public Expression visitLike(Like like) {
        return change.apply(new Like(copy(like.operand()), copy(like.pattern()), like.escape(), like.negated()));
    }

    @Override
    public Expression visitIsNull(IsNull isNull) {
        return change.apply(new IsNull(copy(isNull.operand()), isNull.negated()));
    }

    @Override
    public Expression visitIsDistinctFrom(IsDistinctFrom distinct) {
        return change.apply(new IsDistinctFrom(copy(distinct.left()), copy(distinct.right()), distinct.negated()));
    }

    @Override
    public Expression visitCaseWhen(CaseWhen caseWhen) {
        List<CaseWhen.Branch> branches = caseWhen.branches().stream()
                .map(branch -> new CaseWhen.Branch(copy(branch.condition()), copy(branch.result())))
                .toList();
        return change.apply(new CaseWhen(branches, copyIfAny(caseWhen.otherwise())));
    }

    @Override
    public Expression visitCast(Cast cast) {
        return change.apply(new Cast(copy(cast.operand()), cast.type()));
    }

    @Override
    public Expression visitTryCast(TryCast tryCast) {
        return change.apply(new TryCast(copy(tryCast.operand()), tryCast.type()));
    }

    @Override
    public Expression visitCall(Call call) {
        return change.apply(new Call(call.function(), copies(call.arguments())));
    }

    @Override
    public Expression visitBucketed(Bucketed bucketed) {
        return change.apply(new Bucketed(bucketed.bucket(), copy(bucketed.operand())));
    }

    @Override
    public Expression visitAggregateCall(AggregateCall call) {
        Aggregate aggregate = call.aggregate();
        return change.apply(new AggregateCall(new Aggregate(
                aggregate.function(),
                copyIfAny(aggregate.argument()),
                aggregate.distinct(),
                copyIfAny(aggregate.filter()))));
    }
}
