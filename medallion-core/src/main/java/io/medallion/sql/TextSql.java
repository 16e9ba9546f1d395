package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.PortableRegex;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Functions of text, counted in code points. */
final class TextSql {

    /** Longer texts than any database holds. */
    private static final int MOST = 1_000_000_000;

    private final ExpressionSql expressions;
    private final Rendering rendering;
    private final Dialect dialect;

    TextSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.rendering = expressions.rendering();
        this.dialect = expressions.dialect();
    }

    /** {@code ||}: NULL when one side is. */
    Field<?> joined(Field<?> left, Field<?> right) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("({0} || {1})", left, right);
            case MARIADB, MYSQL -> Templates.field("concat({0}, {1})", left, right);
        };
    }

    /** LOWER and UPPER. Text of ours compares by code point in PostgreSQL, where such a collation knows only ASCII letters. */
    Field<?> letters(String function, Field<?> text) {
        return letters(function, text, rendering);
    }

    /** LOWER of a text that is no expression of ours. */
    static Field<?> lower(Field<?> text, Rendering rendering) {
        return letters("lower", text, rendering);
    }

    private static Field<?> letters(String function, Field<?> text, Rendering rendering) {
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> Templates.field(function + "({0})", text);
            case POSTGRES ->
                Templates.field(
                        "(" + function + "({0} collate {1}) collate \"C\")",
                        text,
                        DSL.name(rendering.version() >= 17 ? "pg_c_utf8" : "default"));
        };
    }

    /** TRIM and its halves, of spaces only. */
    Field<?> trim(String side, Field<?> text) {
        return switch (dialect) {
            case DUCKDB -> {
                String function = side.equals("both") ? "trim" : side.equals("leading") ? "ltrim" : "rtrim";
                yield Templates.field(function + "({0}, ' ')", text);
            }
            case POSTGRES, MARIADB, MYSQL -> Templates.field("trim(" + side + " ' ' from {0})", text);
        };
    }

    Field<?> length(Field<?> text) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("cast(length({0}) as integer)", text);
            case POSTGRES, MARIADB, MYSQL -> Templates.field("char_length({0})", text);
        };
    }

    Field<?> substring(List<Expression> operands) {
        Field<?> text = expressions.field(operands.get(0));
        Field<?> start = atLeast(1, operands.get(1));
        return operands.size() < 3
                ? Templates.field("substring({0}, {1})", text, start)
                : Templates.field("substring({0}, {1}, {2})", text, start, atLeast(0, operands.get(2)));
    }

    /** LEFT and RIGHT. */
    Field<?> end(String function, List<Expression> operands) {
        return Templates.field(
                function + "({0}, {1})", expressions.field(operands.get(0)), atLeast(0, operands.get(1)));
    }

    /** A count as INTEGER, which PostgreSQL wants; NULL stays NULL, which GREATEST would not keep. */
    private Field<?> atLeast(int least, Expression count) {
        if (count instanceof Literal.Number number) {
            BigDecimal bounded = number.value().max(BigDecimal.valueOf(least)).min(BigDecimal.valueOf(MOST));
            return Templates.number(bounded.longValue());
        }
        Field<?> bounded = Templates.field(
                "case when {0} < {1} then {1} when {0} > {2} then {2} else {0} end",
                expressions.field(count), Templates.number(least), Templates.number(MOST));
        return ColumnTypes.cast(bounded, ColumnType.INTEGER, dialect);
    }

    Field<?> replace(List<Expression> operands, List<Field<?>> values) {
        Field<?> replaced = NumberSql.call("replace", values);
        if (operands.get(1) instanceof Literal.Text what && !what.value().isEmpty()) {
            return replaced;
        }
        return Templates.field(
                "case when {1} = '' then case when {2} is not null then {0} end else {3} end",
                values.get(0), values.get(1), values.get(2), replaced);
    }

    Field<?> concat(List<Field<?>> texts) {
        List<Field<?>> parts =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> texts;
                    case MARIADB, MYSQL ->
                        texts.stream()
                                .<Field<?>>map(t -> Templates.field("coalesce({0}, '')", t))
                                .toList();
                };
        return NumberSql.call("concat", parts);
    }

    Field<?> leftPad(List<Expression> operands, List<Field<?>> values) {
        Field<?> length = atLeast(0, operands.get(1));
        Field<?> padded = Templates.field("lpad({0}, {1}, {2})", values.get(0), length, values.get(2));
        if (operands.get(2) instanceof Literal.Text fill && !fill.value().isEmpty()) {
            return padded;
        }
        return Templates.field(
                "case when {2} = '' then left({0}, {1}) else {3} end", values.get(0), length, values.get(2), padded);
    }

    Field<?> part(List<Expression> operands, List<Field<?>> values) {
        Field<?> cut = cut(values.get(0), values.get(1), atLeast(1, operands.get(2)));
        boolean plain = operands.get(1) instanceof Literal.Text separator
                && !separator.value().isEmpty()
                && operands.get(2) instanceof Literal.Number number
                && number.value().signum() > 0;
        return plain
                ? cut
                : Templates.field(
                        "case when {1} = '' and {2} = 1 then {0} when {1} = '' or {2} < 1 then left({0}, 0) else {3} end",
                        values.get(0), values.get(1), values.get(2), cut);
    }

    private Field<?> cut(Field<?> text, Field<?> separator, Field<?> number) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("split_part({0}, {1}, {2})", text, separator, number);
            case MARIADB, MYSQL ->
                Templates.field(
                        "case when (char_length({0}) - char_length(replace({0}, {1}, ''))) / char_length({1}) + 1 < {2}"
                                + " then '' else substring_index(substring_index({0}, {1}, {2}), {1}, -1) end",
                        text, separator, number);
        };
    }

    Field<?> startsWith(Field<?> text, Field<?> prefix) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("starts_with({0}, {1})", text, prefix);
            case MARIADB, MYSQL -> Templates.condition("left({0}, char_length({1})) = {1}", text, prefix);
        };
    }

    Field<?> endsWith(Field<?> text, Field<?> suffix) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("ends_with({0}, {1})", text, suffix);
            case POSTGRES, MARIADB, MYSQL -> Templates.condition("right({0}, char_length({1})) = {1}", text, suffix);
        };
    }

    Field<?> contains(Field<?> text, Field<?> part) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("contains({0}, {1})", text, part);
            case POSTGRES -> Templates.condition("strpos({0}, {1}) > 0", text, part);
            case MARIADB, MYSQL -> Templates.condition("locate({1}, {0}) > 0", text, part);
        };
    }

    Field<?> matches(Field<?> text, Literal pattern) {
        return RegexSql.found(text, new PortableRegex(String.valueOf(pattern.value())), dialect);
    }

    Field<?> md5(Field<?> text) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("md5({0})", text);
            case MARIADB, MYSQL -> Templates.field("md5(convert({0} using utf8mb4))", text);
        };
    }
}
