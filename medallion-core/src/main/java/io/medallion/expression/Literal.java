package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.medallion.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant. Its {@link #value()} is a plain Java value of the class that belongs to its {@link #kind()}. */
public sealed interface Literal extends Expression {

    /** The kinds of constants. */
    enum Kind {
        /** {@code 'text'}, a {@link String}. */
        TEXT,
        /** {@code 12.50}, a {@link BigDecimal} that keeps its scale. */
        NUMBER,
        /** {@code TRUE} or {@code FALSE}, a {@link Boolean}. */
        BOOLEAN,
        /** {@code NULL}. */
        NULL,
        /** {@code DATE '2024-12-31'}, a {@link LocalDate}. */
        DATE,
        /** {@code TIME '23:59:59.5'}, a {@link LocalTime}. */
        TIME,
        /** {@code TIMESTAMP '2024-12-31 23:59:59'}, a {@link LocalDateTime}. */
        TIMESTAMP,
        /** {@code TIMESTAMPTZ '2024-12-31 23:59:59Z'}, an {@link Instant}. */
        TIMESTAMPTZ
    }

    /** Text of any length, without NUL and half surrogate pairs (see {@link #canHold(String)}). */
    record Text(String value) implements Literal {
        public Text {
            LiteralRules.checkText(value);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** An exact number of at most 38 digits; the scale is kept, so {@code 1.50} and {@code 1.5} are two literals. */
    record Number(BigDecimal value) implements Literal {
        public Number {
            value = LiteralRules.plainNumber(value);
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A truth value. */
    record Bool(boolean truth) implements Literal {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }

        @Override
        public Boolean value() {
            return truth;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** No value. */
    record Null() implements Literal {
        @Override
        public Kind kind() {
            return Kind.NULL;
        }

        @Override
        public @Nullable Object value() {
            return null;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A calendar date of the years 0001 to 9999. */
    record Date(LocalDate value) implements Literal {
        public Date {
            LiteralRules.checkYear(value);
        }

        @Override
        public Kind kind() {
            return Kind.DATE;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A time of day with at most microseconds. */
    record Time(LocalTime value) implements Literal {
        public Time {
            LiteralRules.checkMicroseconds(value.getNano());
        }

        @Override
        public Kind kind() {
            return Kind.TIME;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A date and time without zone, years 0001 to 9999, at most microseconds. */
    record Timestamp(LocalDateTime value) implements Literal {
        public Timestamp {
            LiteralRules.checkYear(value.toLocalDate());
            LiteralRules.checkMicroseconds(value.getNano());
        }

        @Override
        public Kind kind() {
            return Kind.TIMESTAMP;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A point in time, years 0001 to 9999 in UTC, at most microseconds. */
    record Moment(Instant value) implements Literal {
        public Moment {
            LiteralRules.checkYear(LiteralRules.inUtc(value).toLocalDate());
            LiteralRules.checkMicroseconds(value.getNano());
        }

        @Override
        public Kind kind() {
            return Kind.TIMESTAMPTZ;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The text {@code value}. */
    static Text of(String value) {
        return new Text(value);
    }

    /** The whole number {@code value}. */
    static Number of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** The exact number {@code value}. */
    static Number of(BigDecimal value) {
        return new Number(value);
    }

    /** {@code TRUE} or {@code FALSE}. */
    static Bool of(boolean value) {
        return new Bool(value);
    }

    /** The date {@code value}. */
    static Date of(LocalDate value) {
        return new Date(value);
    }

    /** The time of day {@code value}. */
    static Time of(LocalTime value) {
        return new Time(value);
    }

    /** The date and time {@code value}. */
    static Timestamp of(LocalDateTime value) {
        return new Timestamp(value);
    }

    /** The point in time {@code value}. */
    static Moment of(Instant value) {
        return new Moment(value);
    }

    /** {@code NULL}. */
    static Null ofNull() {
        return new Null();
    }

    /**
     * Reads a literal of any kind.
     *
     * @throws ExpressionException when the text is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Literal parse(String text) {
        return new ExpressionParser(text).wholeLiteral();
    }

    /** Whether {@code value} can be a text literal: it holds no NUL character and no half of a surrogate pair. */
    static boolean canHold(String value) {
        return Names.isWritable(value);
    }

    /** What kind of constant this is. */
    Kind kind();

    /** The constant as a plain Java value, of the class named at its {@link Kind}; null for {@code NULL}. */
    @Nullable
    Object value();

    /** The narrowest type that holds the constant; TEXT for {@code NULL}. */
    default ColumnType type() {
        return LiteralRules.type(this);
    }

    @Override
    default <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLiteral(this);
    }

    @Override
    default List<Expression> children() {
        return List.of();
    }
}
