package io.medallion.expression;

import io.medallion.ColumnType;
import java.util.Set;

/** Tells expressions that can be true or false from those that never can, without knowing the types of columns. */
final class Conditions implements ExpressionVisitor<Boolean> {

    private static final Conditions INSTANCE = new Conditions();

    private static final Set<ResultRule> POSSIBLE = Set.of(ResultRule.BOOLEAN, ResultRule.COMMON, ResultRule.FIRST);

    private Conditions() {}

    static boolean isPossible(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public Boolean visitColumn(ColumnRef column) {
        return true;
    }

    @Override
    public Boolean visitLiteral(Literal literal) {
        return literal.kind() == Literal.Kind.BOOLEAN;
    }

    @Override
    public Boolean visitNegate(Negate negate) {
        return false;
    }

    @Override
    public Boolean visitNot(Not not) {
        return true;
    }

    @Override
    public Boolean visitBinary(Binary binary) {
        return binary.operator().isLogical() || binary.operator().isComparison();
    }

    @Override
    public Boolean visitBetween(Between between) {
        return true;
    }

    @Override
    public Boolean visitInList(InList inList) {
        return true;
    }

    @Override
    public Boolean visitLike(Like like) {
        return true;
    }

    @Override
    public Boolean visitIsNull(IsNull isNull) {
        return true;
    }

    @Override
    public Boolean visitIsDistinctFrom(IsDistinctFrom distinct) {
        return true;
    }

    @Override
    public Boolean visitCaseWhen(CaseWhen caseWhen) {
        return true;
    }

    @Override
    public Boolean visitCast(Cast cast) {
        return cast.type().equals(ColumnType.BOOLEAN);
    }

    @Override
    public Boolean visitTryCast(TryCast tryCast) {
        return tryCast.type().equals(ColumnType.BOOLEAN);
    }

    @Override
    public Boolean visitCall(Call call) {
        return POSSIBLE.contains(call.scalarFunction().signature().result());
    }

    @Override
    public Boolean visitBucketed(Bucketed bucketed) {
        return false;
    }

    @Override
    public Boolean visitAggregateCall(AggregateCall call) {
        return false;
    }
}
