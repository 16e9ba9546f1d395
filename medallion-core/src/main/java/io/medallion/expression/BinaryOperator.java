package io.medallion.expression;

/** The operators between two operands. All but AND and OR give NULL for a NULL operand. */
public enum BinaryOperator {
    /** Either is true. */
    OR("OR", Precedence.OR),
    /** Both are true. */
    AND("AND", Precedence.AND),
    /** Equal; text by code points, a date equals the timestamp of its midnight. */
    EQUAL("=", Precedence.PREDICATE),
    /** Not equal; also read from {@code !=}. */
    NOT_EQUAL("<>", Precedence.PREDICATE),
    /** Smaller; text by code points. */
    LESS("<", Precedence.PREDICATE),
    /** Smaller or equal. */
    LESS_OR_EQUAL("<=", Precedence.PREDICATE),
    /** Greater. */
    GREATER(">", Precedence.PREDICATE),
    /** Greater or equal. */
    GREATER_OR_EQUAL(">=", Precedence.PREDICATE),
    /** Two texts one after the other. */
    CONCAT("||", Precedence.CONCAT),
    /** Sum: BIGINT for integers, exact for decimals. */
    ADD("+", Precedence.SUM),
    /** Difference, typed like a sum. */
    SUBTRACT("-", Precedence.SUM),
    /** Product: BIGINT for integers, exact for decimals. */
    MULTIPLY("*", Precedence.PRODUCT),
    /**
     * Quotient, always DOUBLE: {@code 1 / 2} is {@code 0.5}, never an integer division. Division by zero gives NULL. For an
     * exact result multiply by a decimal.
     */
    DIVIDE("/", Precedence.PRODUCT),
    /** Remainder of exact numbers with the sign of the dividend, as {@code %} in Java; by zero NULL. */
    REMAINDER("%", Precedence.PRODUCT);

    private final String symbol;
    private final int level;

    BinaryOperator(String symbol, int level) {
        this.symbol = symbol;
        this.level = level;
    }

    /** How the operator is written. */
    public String symbol() {
        return symbol;
    }

    /** How tightly the operator binds, see {@link Precedence}. */
    int level() {
        return level;
    }

    /** Whether this compares two values: {@code = <> < <= > >=}. */
    public boolean isComparison() {
        return level == Precedence.PREDICATE;
    }

    /** Whether this is AND or OR. */
    public boolean isLogical() {
        return this == AND || this == OR;
    }

    /** Whether this computes with numbers: {@code + - * / %}. */
    public boolean isArithmetic() {
        return level >= Precedence.SUM;
    }
}
