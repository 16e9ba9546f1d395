package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.DoubleParse;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Doubles. Refused are exponents of more than three digits, numbers that round to infinity, and numbers that are not zero but
 * round to it.
 */
final class DoubleParseSql implements ParseSql {

    /** Halfway between the greatest double and 2^1024; what is below rounds to a finite double. */
    private static final String OVERFLOW = "1.79769313486231580793728971405e308";

    /** Half of the least double, 2^-1075; what is above does not round to zero. */
    private static final String UNDERFLOW = "2.47032822920623272088284396434e-324";

    /** The digits of both. */
    private static final int EDGE = 30;

    private static final String EXPONENT = "(?:[eE][+-]?0*[0-9]{1,3})?";

    /** Digits that cannot leave the range without an exponent. */
    private static final int HARMLESS = 300;

    private final NumberText text;
    private final Dialect dialect;

    DoubleParseSql(DoubleParse parse, Dialect dialect) {
        this.text = new NumberText(parse.format(), dialect);
        this.dialect = dialect;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> value) {
        return text.isPlain()
                ? text.fast(value, 20, 20, positiveZero(ColumnTypes.cast(value, ColumnType.DOUBLE, dialect)))
                : null;
    }

    /** Minus zero is zero: it equals it, but is another text and other bits. */
    private static Field<?> positiveZero(Field<?> number) {
        return Templates.field("({0} + 0)", number);
    }

    @Override
    public List<Field<?>> shaped(Field<?> value) {
        Field<?> cleaned = text.isPlain() ? value : text.cleaned(value);
        return List.of(
                Templates.field("case when {0} then {1} end", text.matches(value, "[0-9]+", true, EXPONENT), cleaned));
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        Field<?> number = text.minusFirst(shaped.get(0));
        return switch (dialect) {
            case DUCKDB -> List.of(Templates.field("try_cast({0} as double)", number), number);
            case POSTGRES, MARIADB, MYSQL -> List.of(number);
        };
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        return switch (dialect) {
            case DUCKDB ->
                Templates.field(
                        "case when isfinite({0}) and ({0} <> 0 or {1}) then ({0} + 0) end",
                        arranged.get(0), isZero(arranged.get(1)));
            case POSTGRES, MARIADB, MYSQL -> {
                Field<?> number = arranged.get(0);
                yield Templates.field(
                        "case when {0} then {1} when {2} then {1} end",
                        harmless(number),
                        positiveZero(ColumnTypes.cast(number, ColumnType.DOUBLE, dialect)),
                        inRange(number));
            }
        };
    }

    private Condition isZero(Field<?> number) {
        return ShapeSql.whole(number, "[+-]?[0.]+(?:[eE].*)?", dialect);
    }

    /**
     * MariaDB raises an error for what is beyond its range, or reads it as the greatest double: the magnitude is told by the text, as
     * 0.DIGITS times a power of ten, and on the edges the digits decide.
     */
    private static Condition inRangeByDigits(Field<?> number) {
        Field<?> mantissa = Templates.field("substring_index(lower({0}), 'e', 1)", number);
        Field<?> exponent = Templates.field(
                "cast(case when locate('e', lower({0})) > 0 then substring_index(lower({0}), 'e', -1) else '0' end as signed)",
                number);
        Field<?> whole =
                Templates.field("char_length(regexp_replace(substring_index({0}, '.', 1), '^[+-]?0*', ''))", mantissa);
        Field<?> digits = Templates.field("regexp_replace(replace({0}, '.', ''), '^[+-]?0*', '')", mantissa);
        Field<?> zeros =
                Templates.field("(char_length(substring_index({0}, '.', -1)) - char_length({1}))", mantissa, digits);
        Field<?> magnitude =
                Templates.field("({0} + case when {1} > 0 then {1} else - {2} end)", exponent, whole, zeros);
        Field<?> edge = Templates.field("rpad({0}, " + EDGE + ", '0')", digits);
        return Templates.condition(
                "({0} between -322 and 308 or {0} = 309 and {1} < '" + digits(OVERFLOW) + "' or {0} = -323 and {1} > '"
                        + digits(UNDERFLOW) + "')",
                magnitude,
                edge);
    }

    private static String digits(String number) {
        return number.substring(0, number.indexOf('e')).replace(".", "");
    }

    private Condition harmless(Field<?> number) {
        String has =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> "strpos({0}, 'e') > 0 or strpos({0}, 'E') > 0";
                    case MARIADB, MYSQL -> "locate('e', lower({0})) > 0";
                };
        return Templates.condition("char_length({0}) <= " + HARMLESS + " and not (" + has + ")", number);
    }

    private Condition inRange(Field<?> number) {
        return switch (dialect) {
            case DUCKDB, POSTGRES ->
                DSL.or(
                        isZero(number),
                        Templates.condition(
                                "abs(cast({0} as numeric)) > " + UNDERFLOW + " and abs(cast({0} as numeric)) < "
                                        + OVERFLOW,
                                number));
            case MARIADB, MYSQL -> DSL.or(isZero(number), inRangeByDigits(number));
        };
    }
}
