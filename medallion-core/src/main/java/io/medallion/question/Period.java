package io.medallion.question;

import io.medallion.ColumnType;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of days.
 *
 * @param from the first day; null for no beginning
 * @param until the day after the last one; null for no end
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** The condition that a date or timestamp lies in the span. */
    Expression holds(ColumnRef column, ColumnType type) {
        List<Expression> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(new Binary(BinaryOperator.GREATER_OR_EQUAL, column, start(from, type)));
        }
        if (until != null) {
            bounds.add(new Binary(BinaryOperator.LESS, column, start(until, type)));
        }
        return Expression.allOf(bounds);
    }

    private static Literal start(LocalDate day, ColumnType type) {
        return type.kind() == ColumnType.Kind.TIMESTAMPTZ
                ? Literal.of(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                : Literal.of(day);
    }

    /** The condition that a year, stored as a number, lies in the span; null when the span is not of whole years. */
    @Nullable
    Expression holdsForYear(ColumnRef year) {
        boolean whole = (from == null || from.getDayOfYear() == 1) && (until == null || until.getDayOfYear() == 1);
        if (!whole) {
            return null;
        }
        if (from != null && until != null && until.equals(from.plusYears(1))) {
            return new Binary(BinaryOperator.EQUAL, year, Literal.of(from.getYear()));
        }
        List<Expression> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(new Binary(BinaryOperator.GREATER_OR_EQUAL, year, Literal.of(from.getYear())));
        }
        if (until != null) {
            bounds.add(new Binary(BinaryOperator.LESS, year, Literal.of(until.getYear())));
        }
        return Expression.allOf(bounds);
    }
}
