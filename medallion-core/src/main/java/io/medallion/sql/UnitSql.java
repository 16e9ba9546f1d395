package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import io.medallion.spec.Units;
import io.medallion.unit.Conversion;
import io.medallion.unit.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A number with its unit taken apart, and the number in another unit. It is computed in whole numbers of at most 38 digits, see
 * {@link Conversion}: the division of decimals is one of DOUBLE on DuckDB, and cut where each database likes elsewhere.
 */
final class UnitSql {

    private final Units units;
    private final ColumnType type;
    private final Conversion conversion;
    private final NumberFormat format;
    private final Dialect dialect;

    UnitSql(Units units, Parse parse, Dialect dialect) {
        this.units = units;
        this.type = parse.type();
        this.conversion = units.conversion(type);
        this.format = parse instanceof IntegerParse integer
                ? integer.format()
                : parse instanceof DecimalParse decimal ? decimal.format() : NumberFormat.PLAIN;
        this.dialect = dialect;
    }

    /** What a text begins with that can be part of a number. */
    Field<?> beginning(Field<?> text) {
        String quotes = format.grouping().equals("'") ? "'\u2019" : "";
        Field<String> regex = ShapeSql.written("^[0-9+\\-\u2212\u2013., \u00A0\u2009\u202F" + quotes + "]*", dialect);
        return switch (dialect) {
            case DUCKDB -> Templates.field("regexp_extract({0}, {1})", text, regex);
            case POSTGRES -> Templates.field("substring({0} from {1})", text, regex);
            case MARIADB, MYSQL -> Templates.field("regexp_substr({0}, {1})", text, regex);
        };
    }

    /** What stands behind the beginning, without a point at its end: {@code "oz."}. */
    Field<?> behind(Field<?> text, Field<?> beginning) {
        Field<?> rest =
                switch (dialect) {
                    case DUCKDB -> Templates.field("substring({0}, length({1}) + 1)", text, beginning);
                    case POSTGRES, MARIADB, MYSQL ->
                        Templates.field("substring({0}, char_length({1}) + 1)", text, beginning);
                };
        return Templates.field("trim(trailing '.' from {0})", WhiteSpaceSql.stripped(rest, dialect));
    }

    /** The code of the unit that is written so; NULL for what is none. */
    Field<?> code(Field<?> written) {
        StringBuilder template = new StringBuilder("case");
        List<Field<?>> parts = new ArrayList<>(List.of(written));
        for (Unit unit : units.units()) {
            when(template, parts, "{0}", unit.symbols(), unit);
            when(template, parts, "lower({0})", unit.words(), unit);
        }
        return Templates.field(template + " end", parts.toArray(Field[]::new));
    }

    private void when(StringBuilder template, List<Field<?>> parts, String operand, List<String> writings, Unit unit) {
        if (!writings.isEmpty()) {
            template.append(" when ")
                    .append(operand)
                    .append(" in ({")
                    .append(parts.size())
                    .append("}) then {")
                    .append(parts.size() + 1)
                    .append('}');
            List<Field<?>> literals = new ArrayList<>();
            writings.forEach(w -> literals.add(LiteralSql.text(w, dialect)));
            parts.add(Templates.field("{0}", DSL.list(literals)));
            parts.add(LiteralSql.text(unit.code(), dialect));
        }
    }

    /** The code of the one unit of all values; NULL beside no value. */
    Field<?> given(Field<?> value) {
        return Templates.field(
                "case when {0} is not null then {1} end",
                value, LiteralSql.text(units.units().get(0).code(), dialect));
    }

    /** The whole number to be divided, of a value and the unit under this alias. */
    Field<?> dividend(Field<?> value, String alias) {
        Field<?> moved = moved(value, conversion.shift());
        boolean offsets = units.units().stream().anyMatch(u -> u.offset().signum() != 0);
        if (offsets) {
            moved = Templates.field("({0} + {1})", moved, moved(factor(alias, "base_offset"), conversion.shift()));
        }
        Field<?> product = Templates.field(
                "({0} * {1} * {2})", moved, whole(factor(alias, "numerator")), whole(conversion.numerator()));
        return conversion.constant().signum() == 0
                ? product
                : Templates.field(
                        "({0} - {1} * {2})",
                        product, whole(factor(alias, "denominator")), whole(conversion.constant()));
    }

    /** The whole number to divide by. */
    Field<?> divisor(String alias) {
        return Templates.field("({0} * {1})", whole(factor(alias, "denominator")), whole(conversion.denominator()));
    }

    /** The quotient of magnitudes, rounded down. */
    Field<?> quotient(Field<?> dividend, Field<?> divisor) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("divide(abs({0}), {1})", dividend, divisor);
            case POSTGRES -> Templates.field("div(abs({0}), {1})", dividend, divisor);
            case MARIADB, MYSQL ->
                Templates.field("cast((abs({0}) - mod(abs({0}), {1})) / {1} as decimal(65, 0))", dividend, divisor);
        };
    }

    /** What the division of magnitudes leaves. */
    Field<?> remainder(Field<?> dividend, Field<?> divisor) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("(abs({0}) % {1})", dividend, divisor);
            case POSTGRES, MARIADB, MYSQL -> Templates.field("mod(abs({0}), {1})", dividend, divisor);
        };
    }

    /** The result, rounded half to even. */
    Field<?> result(Field<?> dividend, Field<?> divisor, Field<?> quotient, Field<?> remainder) {
        Field<?> magnitude = Templates.field(
                "({0} + case when {1} * 2 > {2} or {1} * 2 = {2} and {3} = 1 then 1 else 0 end)",
                quotient, remainder, divisor, remainder(quotient, whole(BigInteger.TWO)));
        Field<?> signed = Templates.field("(case when {0} < 0 then -1 else 1 end * {1})", dividend, magnitude);
        ColumnType result = ColumnType.decimal(conversion.precision(), conversion.scale());
        if (conversion.scale() == 0) {
            return ColumnTypes.cast(signed, result, dialect);
        }
        Field<?> unit = DSL.field(DSL.raw("0." + "0".repeat(conversion.scale() - 1) + "1"));
        Field<?> product =
                switch (dialect) {
                    case DUCKDB -> Templates.field("(cast({0} as decimal(38, 0)) * {1})", signed, unit);
                    case POSTGRES, MARIADB, MYSQL -> Templates.field("({0} * {1})", signed, unit);
                };
        return ColumnTypes.cast(product, result, dialect);
    }

    private static Field<?> factor(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    /** A decimal without its point. */
    private Field<?> moved(Field<?> value, int digits) {
        String power = "1" + "0".repeat(digits);
        return switch (dialect) {
            case DUCKDB ->
                Templates.field(
                        "cast({0} * cast(" + power + " as decimal(" + (digits + 1) + ", 0)) as hugeint)", value);
            case POSTGRES -> Templates.field("trunc({0} * cast(" + power + " as numeric))", value);
            case MARIADB, MYSQL -> Templates.field("cast({0} * " + power + " as decimal(65, 0))", value);
        };
    }

    private Field<?> whole(Field<?> value) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("cast({0} as hugeint)", value);
            case POSTGRES -> Templates.field("cast({0} as numeric)", value);
            case MARIADB, MYSQL -> Templates.field("cast({0} as decimal(65, 0))", value);
        };
    }

    private Field<?> whole(BigInteger value) {
        return whole(DSL.field(DSL.raw(value.toString())));
    }
}
