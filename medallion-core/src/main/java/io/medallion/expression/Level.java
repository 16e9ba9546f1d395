package io.medallion.expression;

/** How tightly the outermost operator of an expression binds. */
final class Level implements ExpressionVisitor<Integer> {

    private static final Level INSTANCE = new Level();

    private Level() {}

    static int of(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public Integer visitColumn(ColumnRef column) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitLiteral(Literal literal) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitNegate(Negate negate) {
        return Precedence.SIGN;
    }

    @Override
    public Integer visitNot(Not not) {
        return Precedence.NOT;
    }

    @Override
    public Integer visitBinary(Binary binary) {
        return binary.operator().level();
    }

    @Override
    public Integer visitBetween(Between between) {
        return Precedence.PREDICATE;
    }

    @Override
    public Integer visitInList(InList inList) {
        return Precedence.PREDICATE;
    }

    @Override
    public Integer visitLike(Like like) {
        return Precedence.PREDICATE;
    }

    @Override
    public Integer visitIsNull(IsNull isNull) {
        return Precedence.PREDICATE;
    }

    @Override
    public Integer visitIsDistinctFrom(IsDistinctFrom distinct) {
        return Precedence.PREDICATE;
    }

    @Override
    public Integer visitCaseWhen(CaseWhen caseWhen) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitCast(Cast cast) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitTryCast(TryCast tryCast) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitCall(Call call) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitBucketed(Bucketed bucketed) {
        return Precedence.ATOM;
    }

    @Override
    public Integer visitAggregateCall(AggregateCall call) {
        return Precedence.ATOM;
    }
}
