package io.medallion.expression;

final class ExpressionParser {
    ExpressionParser(String text) {}

    ExpressionParser(String text, ColumnRef subject) {}

    Expression wholeExpression() {
        throw new UnsupportedOperationException();
    }

    ColumnRef wholeColumn() {
        throw new UnsupportedOperationException();
    }

    Literal wholeLiteral() {
        throw new UnsupportedOperationException();
    }

    Expression wholeCondition() {
        throw new UnsupportedOperationException();
    }
}
