package io.medallion.expression;

/** The short form in which a check of one column is written, with the column left out. */
public final class CheckFragment {

    private CheckFragment() {}

    /**
     * Reads a check of {@code subject}: {@code NOT NULL}, {@code >= 0}, {@code BETWEEN 1 AND 5}, {@code IN ('a', 'b')},
     * {@code LIKE '%@%'}, {@code IS NOT NULL}, and these joined by AND, OR, NOT and parentheses; {@code subject} stands
     * wherever a predicate has no left side. A condition that names its columns is read as it is.
     *
     * <pre>{@code
     * CheckFragment.parse(">= 0 AND < 100", ColumnRef.of("age"))   // age >= 0 AND age < 100
     * }</pre>
     *
     * @return the whole condition
     * @throws ExpressionException when the text is not of the grammar, or not a condition
     */
    public static Expression parse(String text, ColumnRef subject) {
        return new ExpressionParser(text, subject).wholeCondition();
    }
}
