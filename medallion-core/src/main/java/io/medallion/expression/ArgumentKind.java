package io.medallion.expression;

import io.medallion.ColumnType;

/** What a function takes at one place. NULL fits everywhere. */
public enum ArgumentKind {
    /** Text. */
    TEXT("text"),
    /** A text literal that is a pattern of {@link PortableRegex}. */
    PATTERN("a text literal with a portable regular expression"),
    /** INTEGER or BIGINT. */
    INTEGER("a whole number"),
    /** A whole number literal from 0 to 38. */
    DIGITS("a whole number literal from 0 to 38"),
    /** Any number. */
    NUMBER("a number"),
    /** A date. */
    DATE("a date"),
    /** A date or a timestamp with or without zone. */
    CALENDAR("a date or timestamp"),
    /** A time of day or a timestamp with or without zone. */
    CLOCK("a time or timestamp"),
    /** A condition. */
    CONDITION("a condition"),
    /** Any type; all arguments of this kind must go together. */
    ANY("a value");

    private final String description;

    ArgumentKind(String description) {
        this.description = description;
    }

    /** What is expected, in words. */
    public String description() {
        return description;
    }

    /** Whether a value of {@code type} fits. */
    public boolean accepts(ColumnType type) {
        return switch (this) {
            case TEXT, PATTERN -> type.kind() == ColumnType.Kind.TEXT;
            case INTEGER, DIGITS -> type.kind() == ColumnType.Kind.INTEGER || type.kind() == ColumnType.Kind.BIGINT;
            case NUMBER -> type.isNumeric();
            case DATE -> type.kind() == ColumnType.Kind.DATE;
            case CALENDAR -> type.isTemporal();
            case CLOCK ->
                type.kind() == ColumnType.Kind.TIME || type.isTemporal() && type.kind() != ColumnType.Kind.DATE;
            case CONDITION -> type.kind() == ColumnType.Kind.BOOLEAN;
            case ANY -> true;
        };
    }
}
