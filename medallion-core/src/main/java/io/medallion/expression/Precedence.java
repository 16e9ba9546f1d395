package io.medallion.expression;

/** How tightly things bind, loosest first; the reader and the writer of text share it. */
final class Precedence {

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int PREDICATE = 4;
    static final int CONCAT = 5;
    static final int SUM = 6;
    static final int PRODUCT = 7;
    static final int SIGN = 8;
    static final int CAST = 9;
    static final int ATOM = 10;

    private Precedence() {}
}
