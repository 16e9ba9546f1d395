package io.medallion.expression;

import io.medallion.ColumnType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What to do about a problem of types. */
final class TypeAdvice {

    private TypeAdvice() {}

    static String forColumn(ColumnRef column, Collection<String> names) {
        String written = column.table() == null ? column.column() : column.table() + "." + column.column();
        List<String> elsewhere = names.stream()
                .filter(name -> name.endsWith("." + column.column()))
                .toList();
        if (elsewhere.size() > 1 && column.table() == null) {
            return "Say which: " + String.join(" or ", elsewhere) + ".";
        }
        return NearestName.advice(written, names);
    }

    static String toBecome(ArgumentKind kind, ColumnType type) {
        return switch (kind) {
            case TEXT, PATTERN -> "Use CAST(... AS TEXT).";
            case NUMBER, INTEGER, DIGITS ->
                type.isTemporal()
                        ? "Use add_days or days_between to compute with dates."
                        : "Use CAST or TRY_CAST to a number.";
            case DATE -> "Use CAST(... AS DATE).";
            case CALENDAR, CLOCK -> "Use CAST or TRY_CAST to a date or timestamp.";
            case CONDITION -> "Compare it with something.";
            case ANY -> "";
        };
    }

    static String toCompare(
            Expression left, @Nullable ColumnType leftType, Expression right, @Nullable ColumnType rightType) {
        if (right instanceof Literal.Text && leftType != null) {
            return toWrite(leftType);
        }
        if (left instanceof Literal.Text && rightType != null) {
            return toWrite(rightType);
        }
        return "Cast one of them.";
    }

    private static String toWrite(ColumnType type) {
        return switch (type.kind()) {
            case DATE -> "Write the date as DATE '2024-12-31'.";
            case TIME -> "Write the time as TIME '23:59:59'.";
            case TIMESTAMP -> "Write the timestamp as TIMESTAMP '2024-12-31 23:59:59'.";
            case TIMESTAMPTZ -> "Write the instant as TIMESTAMPTZ '2024-12-31 23:59:59Z'.";
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> "Write the number without quotes.";
            case BOOLEAN -> "Write TRUE or FALSE.";
            case TEXT, JSON -> "Cast one of them.";
        };
    }

    static String toAggregate(ColumnType argument) {
        return argument.kind() == ColumnType.Kind.TEXT ? "Use TRY_CAST to a number first, or count it." : "Count it.";
    }

    /** The number of digits {@code argument} stands for, when it is a whole number literal from 0 to 38. */
    static OptionalInt digits(Expression argument) {
        if (!(argument instanceof Literal.Number number) || number.value().scale() > 0) {
            return OptionalInt.empty();
        }
        boolean inRange = number.value().signum() >= 0
                && number.value().compareTo(BigDecimal.valueOf(ColumnType.MAX_PRECISION)) <= 0;
        return inRange ? OptionalInt.of(number.value().intValue()) : OptionalInt.empty();
    }
}
