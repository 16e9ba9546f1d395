package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of the grammar that begin with a word of their own: CASE, CAST, calls, typed literals, what follows IS. */
final class SpecialForms {

    private final TokenReader tokens;
    private final ExpressionParser parser;
    private final FunctionCalls calls;

    SpecialForms(TokenReader tokens, ExpressionParser parser) {
        this.tokens = tokens;
        this.parser = parser;
        this.calls = new FunctionCalls(tokens, parser);
    }

    Expression call() {
        return calls.call();
    }

    List<Expression> list() {
        tokens.needSymbol("(");
        List<Expression> values = parser.arguments();
        tokens.needSymbol(")");
        return values;
    }

    Expression is(Expression left, Supplier<Expression> operand) {
        boolean negated = tokens.takeWord("NOT");
        Token token = tokens.take();
        return switch (token.word()) {
            case "NULL", "UNKNOWN" -> new IsNull(left, negated);
            case "TRUE" -> new IsDistinctFrom(left, Literal.of(true), !negated);
            case "FALSE" -> new IsDistinctFrom(left, Literal.of(false), !negated);
            case "DISTINCT" -> {
                tokens.needWord("FROM");
                yield new IsDistinctFrom(left, operand.get(), negated);
            }
            default ->
                throw tokens.refuse(
                        token,
                        "expected NULL, TRUE, FALSE or DISTINCT FROM but found " + token.description() + ".",
                        "");
        };
    }

    CaseWhen caseWhen() {
        Token start = tokens.take();
        Expression operand = tokens.peek().isWord("WHEN") ? null : parser.argument();
        List<CaseWhen.Branch> branches = new ArrayList<>();
        do {
            tokens.needWord("WHEN");
            Expression when = parser.argument();
            tokens.needWord("THEN");
            branches.add(new CaseWhen.Branch(condition(start, operand, when), parser.argument()));
        } while (!tokens.peek().isWord("ELSE") && !tokens.peek().isWord("END"));
        Expression otherwise = tokens.takeWord("ELSE") ? parser.argument() : null;
        tokens.needWord("END");
        return new CaseWhen(branches, otherwise);
    }

    private Expression condition(Token at, @Nullable Expression operand, Expression when) {
        if (operand == null) {
            return when;
        }
        parser.countAgain(at, operand);
        return new Binary(BinaryOperator.EQUAL, operand, when);
    }

    Expression cast() {
        boolean strict = tokens.take().isWord("CAST");
        tokens.needSymbol("(");
        Expression operand = parser.argument();
        tokens.needWord("AS");
        ColumnType type = type();
        tokens.needSymbol(")");
        return strict ? new Cast(operand, type) : new TryCast(operand, type);
    }

    /** A column type, or one of the other names databases have for it. */
    ColumnType type() {
        Token name = tokens.need(Token.Kind.WORD, "a type");
        String canonical =
                switch (name.word()) {
                    case "VARCHAR", "STRING" -> "TEXT";
                    case "INT", "INT4" -> "INTEGER";
                    case "INT8" -> "BIGINT";
                    case "BOOL" -> "BOOLEAN";
                    case "FLOAT8" -> "DOUBLE";
                    case "NUMERIC" -> "DECIMAL";
                    default -> name.word();
                };
        if (canonical.equals("DOUBLE")) {
            tokens.takeWord("PRECISION");
        }
        try {
            return ColumnType.parse(canonical + precision());
        } catch (MedallionException e) {
            Problem problem = e.problems().get(0);
            throw tokens.refuse(name, problem.path() + " " + problem.message(), problem.advice());
        }
    }

    private String precision() {
        if (!tokens.takeSymbol("(")) {
            return "";
        }
        String precision = tokens.need(Token.Kind.NUMBER, "the precision").text();
        String scale = tokens.takeSymbol(",")
                ? tokens.need(Token.Kind.NUMBER, "the scale").text()
                : "0";
        tokens.needSymbol(")");
        return "(" + precision + "," + scale + ")";
    }

    /** {@code DATE '2024-12-31'} and its like. */
    Literal typedLiteral() {
        Token type = tokens.take();
        Token value = tokens.take();
        try {
            return switch (type.word()) {
                case "DATE" -> Literal.of(LocalDate.parse(value.text(), LiteralRules.DATE));
                case "TIME" -> Literal.of(LocalTime.parse(value.text(), LiteralRules.TIME));
                case "TIMESTAMP" -> Literal.of(timestamp(value.text()));
                case "TIMESTAMPTZ" -> Literal.of(instant(value.text()).toInstant(ZoneOffset.UTC));
                case "INTERVAL" ->
                    throw tokens.refuse(type, "intervals are not part of expressions.", "Use add_days(date, days).");
                default -> throw tokens.refuse(value, "expected an operator or the end but found a text literal.", "");
            };
        } catch (DateTimeException e) {
            throw tokens.refuse(
                    value,
                    "this is not a " + type.word() + ".",
                    "Write DATE '2024-12-31', TIME '23:59:59', TIMESTAMP '2024-12-31 23:59:59' or TIMESTAMPTZ "
                            + "'2024-12-31 23:59:59Z'.");
        } catch (ExpressionException e) {
            throw e.position().isPresent()
                    ? e
                    : tokens.refuse(value, e.problems().get(0).toString(), "");
        }
    }

    private static LocalDateTime instant(String text) {
        if (!text.endsWith("Z")) {
            throw new DateTimeException("not in UTC");
        }
        return timestamp(text.substring(0, text.length() - 1));
    }

    private static LocalDateTime timestamp(String text) {
        return LocalDateTime.parse(text.replace('T', ' '), LiteralRules.TIMESTAMP);
    }
}
