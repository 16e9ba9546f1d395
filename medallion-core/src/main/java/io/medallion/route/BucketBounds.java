package io.medallion.route;

import io.medallion.ColumnType;
import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Bucketed;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.Not;
import io.medallion.expression.TimeBucket;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns comparisons of a date or timestamp into comparisons of its bucket, where no bucket is cut: {@code ordered_at >=
 * DATE '2024-01-01'} holds for a row exactly if it holds for the month of the row.
 *
 * <p>Every comparison is first written with bounds that include the lower and exclude the upper end. For a DATE the day after
 * is such a bound of {@code <=}; for a timestamp there is none.
 */
final class BucketBounds {

    private final Bucketed bucketed;
    private final ColumnType operandType;
    private final ColumnRef column;

    /** @param column holds the starts of the buckets */
    BucketBounds(Bucketed bucketed, ColumnType operandType, ColumnRef column) {
        this.bucketed = bucketed;
        this.operandType = operandType;
        this.column = column;
    }

    /** The comparison over the bucket; empty when it cuts one, or when it is no comparison of the operand with a constant. */
    Optional<Expression> aligned(Expression comparison) {
        if (bucketed.bucket().zone() != null) {
            return Optional.empty();
        }
        if (comparison instanceof Between between && between.operand().equals(bucketed.operand())) {
            return between(between);
        }
        if (comparison instanceof Binary binary && binary.operator().isComparison()) {
            if (binary.left().equals(bucketed.operand())) {
                return compared(binary.operator(), binary.right());
            }
            if (binary.right().equals(bucketed.operand())) {
                return compared(mirrored(binary.operator()), binary.left());
            }
        }
        return Optional.empty();
    }

    private Optional<Expression> between(Between between) {
        Optional<Expression> low = compared(BinaryOperator.GREATER_OR_EQUAL, between.low());
        Optional<Expression> high = compared(BinaryOperator.LESS_OR_EQUAL, between.high());
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        Expression inside = Expression.allOf(List.of(low.get(), high.get()));
        return Optional.of(between.negated() ? new Not(inside) : inside);
    }

    private Optional<Expression> compared(BinaryOperator operator, Expression constant) {
        LocalDateTime at = moment(constant);
        if (at == null) {
            return Optional.empty();
        }
        boolean dates = operandType.kind() == ColumnType.Kind.DATE;
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDateTime after = dates && midnight && at.getYear() < 9999 ? at.plusDays(1) : null;
        return switch (operator) {
            case GREATER_OR_EQUAL -> bound(BinaryOperator.GREATER_OR_EQUAL, at);
            case LESS -> bound(BinaryOperator.LESS, at);
            case GREATER -> bound(BinaryOperator.GREATER_OR_EQUAL, after);
            case LESS_OR_EQUAL -> bound(BinaryOperator.LESS, after);
            default -> Optional.empty();
        };
    }

    private Optional<Expression> bound(BinaryOperator operator, @Nullable LocalDateTime at) {
        if (at == null || !start(bucketed.bucket(), at).equals(at)) {
            return Optional.empty();
        }
        Literal bound = bucketed.bucket().grain().isDate() ? Literal.of(at.toLocalDate()) : Literal.of(at);
        return Optional.of(new Binary(operator, column, bound));
    }

    private @Nullable LocalDateTime moment(Expression constant) {
        boolean instants = operandType.kind() == ColumnType.Kind.TIMESTAMPTZ;
        if (constant instanceof Literal.Moment moment && instants) {
            return LocalDateTime.ofInstant(moment.value(), ZoneOffset.UTC);
        }
        if (constant instanceof Literal.Date date && !instants) {
            return date.value().atStartOfDay();
        }
        return constant instanceof Literal.Timestamp timestamp && !instants ? timestamp.value() : null;
    }

    private static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    /** The start of the bucket that {@code at} falls into, zones aside. */
    static LocalDateTime start(TimeBucket bucket, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (bucket.grain()) {
            case SECOND -> at.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(bucket.weekStart())).atStartOfDay();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay();
            case QUARTER ->
                LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                        .atStartOfDay();
            case YEAR -> day.withDayOfYear(1).atStartOfDay();
        };
    }
}
