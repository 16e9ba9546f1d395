package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.ColumnType;
import io.medallion.expression.Expression;
import java.util.List;

/**
 * How the text of a Bronze column becomes a typed value.
 *
 * <p>Every kind but {@link TextParse} strips surrounding white space first (the characters Unicode calls White_Space, and
 * U+FEFF) and reads a blank cell as missing. A value
 * that does not match the format exactly is refused with a reason; nothing is ever rounded, clamped or guessed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextParse.class, name = "text"),
    @JsonSubTypes.Type(value = IntegerParse.class, name = "integer"),
    @JsonSubTypes.Type(value = DecimalParse.class, name = "decimal"),
    @JsonSubTypes.Type(value = DoubleParse.class, name = "double"),
    @JsonSubTypes.Type(value = BooleanParse.class, name = "boolean"),
    @JsonSubTypes.Type(value = DateParse.class, name = "date"),
    @JsonSubTypes.Type(value = TimeParse.class, name = "time"),
    @JsonSubTypes.Type(value = TimestampParse.class, name = "timestamp"),
    @JsonSubTypes.Type(value = EpochParse.class, name = "epoch"),
    @JsonSubTypes.Type(value = ExpressionParse.class, name = "expression")
})
public sealed interface Parse
        permits TextParse,
                IntegerParse,
                DecimalParse,
                DoubleParse,
                BooleanParse,
                DateParse,
                TimeParse,
                TimestampParse,
                EpochParse,
                ExpressionParse {

    /** The type of the values this yields. */
    ColumnType type();

    /** Calls the visitor's method for this kind. */
    <R> R accept(ParseVisitor<R> visitor);

    /** The text as it is: {@code " A "} stays {@code " A "}. */
    static TextParse text() {
        return new TextParse(false, TextCase.KEEP, false);
    }

    /** A 32-bit integer: {@code "+7"} and {@code "7.0"} to 7; {@code "7.5"}, {@code "1,000"}, {@code "2147483648"} are refused. */
    static IntegerParse integer() {
        return new IntegerParse(ColumnType.INTEGER, NumberFormat.PLAIN);
    }

    /** A 64-bit integer. */
    static IntegerParse bigint() {
        return new IntegerParse(ColumnType.BIGINT, NumberFormat.PLAIN);
    }

    /**
     * An exact decimal. {@code decimal(12, 2)} reads {@code "10.5"} as 10.50; {@code "10.555"} is refused because a digit
     * would be lost, {@code "10.500"} is not.
     */
    static DecimalParse decimal(int precision, int scale) {
        return new DecimalParse(precision, scale, NumberFormat.PLAIN);
    }

    /** A double, with or without an exponent. NaN and infinities are refused. */
    static DoubleParse floating() {
        return new DoubleParse(NumberFormat.PLAIN);
    }

    /** True for one word, false for the other, in any case; every other value is refused. */
    static BooleanParse yesNo(String yes, String no) {
        return new BooleanParse(List.of(yes), List.of(no));
    }

    /** A date in one of these {@linkplain DatePattern patterns}, the first that matches. */
    static DateParse date(String... patterns) {
        return new DateParse(DatePattern.list(patterns), null);
    }

    /** A time of day in one of these patterns. */
    static TimeParse time(String... patterns) {
        return new TimeParse(DatePattern.list(patterns));
    }

    /**
     * A date and time in this pattern: an instant when the pattern holds an offset ({@code XXX}), else a local timestamp.
     */
    static TimestampParse timestamp(String pattern) {
        return new TimestampParse(DatePattern.list(pattern), null, null);
    }

    /** An instant: values without an offset are local to the zone, such as {@code Europe/Berlin} or {@code UTC}. */
    static TimestampParse timestamp(String pattern, String zone) {
        return new TimestampParse(DatePattern.list(pattern), zone, null);
    }

    /** An instant from seconds since 1970-01-01T00:00Z. */
    static EpochParse epochSeconds() {
        return new EpochParse(EpochUnit.SECONDS);
    }

    /** An instant from milliseconds since 1970-01-01T00:00Z. */
    static EpochParse epochMilliseconds() {
        return new EpochParse(EpochUnit.MILLISECONDS);
    }

    /**
     * A value computed from Bronze columns, all of them text: {@code expression("concat(first, ' ', last)", TEXT)}. Values
     * the type cannot hold are refused.
     */
    static ExpressionParse expression(String text, ColumnType type) {
        return new ExpressionParse(Expression.parse(text), type);
    }
}
