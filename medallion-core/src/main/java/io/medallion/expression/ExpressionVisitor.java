package io.medallion.expression;

/**
 * One method per kind of expression, so that the compiler lists what a new kind needs.
 *
 * @param <R> what a visit gives
 */
public interface ExpressionVisitor<R> {

    R visitColumn(ColumnRef column);

    R visitLiteral(Literal literal);

    R visitNegate(Negate negate);

    R visitNot(Not not);

    R visitBinary(Binary binary);

    R visitBetween(Between between);

    R visitInList(InList inList);

    R visitLike(Like like);

    R visitIsNull(IsNull isNull);

    R visitIsDistinctFrom(IsDistinctFrom isDistinctFrom);

    R visitCaseWhen(CaseWhen caseWhen);

    R visitCast(Cast cast);

    R visitTryCast(TryCast tryCast);

    R visitCall(Call call);

    R visitBucketed(Bucketed bucketed);

    R visitAggregateCall(AggregateCall aggregateCall);
}
