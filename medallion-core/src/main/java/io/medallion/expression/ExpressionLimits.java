package io.medallion.expression;

/** How large a text may be before it is refused unread. */
final class ExpressionLimits {

    /** Characters of a text. */
    static final int MAX_LENGTH = 10_000;

    /** Levels of parentheses, calls, CASE and prefix operators inside one another. */
    static final int MAX_DEPTH = 64;

    /** Nodes of the tree, each name and literal counted. */
    static final int MAX_NODES = 2_000;

    /** Binary operators: a chain of them makes a tree as deep as the chain is long, which walks must survive. */
    static final int MAX_OPERATORS = 400;

    private ExpressionLimits() {}
}
