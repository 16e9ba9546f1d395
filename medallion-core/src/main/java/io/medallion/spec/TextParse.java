package io.medallion.spec;

import io.medallion.ColumnType;

/**
 * Text.
 *
 * @param trim whether surrounding white space is removed: {@code " a "} to {@code "a"}
 * @param letters what happens to upper and lower case
 * @param blankIsMissing whether a blank cell is missing; otherwise empty and missing stay apart
 */
public record TextParse(boolean trim, TextCase letters, boolean blankIsMissing) implements Parse {

    /** The same, without surrounding white space. */
    public TextParse trimmed() {
        return new TextParse(true, letters, blankIsMissing);
    }

    /** The same in lower case. */
    public TextParse lowerCase() {
        return new TextParse(trim, TextCase.LOWER, blankIsMissing);
    }

    /** The same in upper case. */
    public TextParse upperCase() {
        return new TextParse(trim, TextCase.UPPER, blankIsMissing);
    }

    /** The same, a blank cell read as missing. */
    public TextParse blankAsMissing() {
        return new TextParse(trim, letters, true);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.text(this);
    }
}
