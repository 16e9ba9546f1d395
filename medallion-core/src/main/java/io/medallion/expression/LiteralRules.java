package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** What a constant may be, its narrowest type, and how times are written. */
final class LiteralRules {

    static final DateTimeFormatter DATE = formatter("uuuu-MM-dd");

    static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private LiteralRules() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static void checkText(String value) {
        if (!Names.isWritable(value)) {
            throw new ExpressionException(Problem.at(
                    "text literal", "holds a NUL character or half a surrogate pair, which no database keeps."));
        }
    }

    static BigDecimal plainNumber(BigDecimal value) {
        if (Math.max(value.precision(), value.scale()) > ColumnType.MAX_PRECISION
                || value.precision() - value.scale() > ColumnType.MAX_PRECISION) {
            throw new ExpressionException(
                    Problem.at("number", "has more than " + ColumnType.MAX_PRECISION + " digits."));
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    static void checkYear(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new ExpressionException(Problem.at("date", "is outside the years 0001 to 9999."));
        }
    }

    static void checkMicroseconds(int nanoseconds) {
        if (nanoseconds % 1_000 != 0) {
            throw new ExpressionException(Problem.at("time", "is finer than microseconds."));
        }
    }

    static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static ColumnType type(Literal literal) {
        return switch (literal.kind()) {
            case TEXT, NULL -> ColumnType.TEXT;
            case NUMBER -> numberType((BigDecimal) literal.value());
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case TIME -> ColumnType.TIME;
            case TIMESTAMP -> ColumnType.TIMESTAMP;
            case TIMESTAMPTZ -> ColumnType.TIMESTAMPTZ;
        };
    }

    private static ColumnType numberType(BigDecimal number) {
        if (number.scale() > 0) {
            return ColumnType.decimal(Math.max(number.precision(), number.scale()), number.scale());
        }
        int bits = number.toBigInteger().bitLength();
        if (bits < Integer.SIZE) {
            return ColumnType.INTEGER;
        }
        return bits < Long.SIZE ? ColumnType.BIGINT : ColumnType.decimal(number.precision(), 0);
    }
}
