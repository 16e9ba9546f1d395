package io.medallion.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by operator precedence (Pratt): a prefix, then operators as long as they bind tightly enough. A parser
 * of larger texts hands in its own tokens and calls {@link #expression()} where one stands.
 */
final class ExpressionParser {

    private static final Set<String> NEGATABLE = Set.of("LIKE", "IN", "BETWEEN");
    private static final Set<String> PREDICATES = Set.of("LIKE", "IN", "BETWEEN", "IS");

    private final TokenReader tokens;
    private final SpecialForms forms;
    private @Nullable ColumnRef subject;
    private int depth;
    private int nodes;
    private int operators;

    ExpressionParser(String text) {
        this(new TokenReader(text));
    }

    ExpressionParser(String text, ColumnRef subject) {
        this(text);
        this.subject = subject;
    }

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
        this.forms = new SpecialForms(tokens, this);
    }

    Expression wholeExpression() {
        return whole(this::expression, "an operator or the end");
    }

    Expression wholeCondition() {
        Token first = tokens.peek();
        Expression condition = wholeExpression();
        if (!Conditions.isPossible(condition)) {
            throw tokens.refuse(
                    first,
                    "'" + condition.text() + "' is not a condition.",
                    "Write a check like NOT NULL, >= 0 or LIKE '%@%'.");
        }
        return condition;
    }

    ColumnRef wholeColumn() {
        return whole(this::column, "the end of the name");
    }

    Literal wholeLiteral() {
        Token first = tokens.peek();
        if (wholeExpression() instanceof Literal literal) {
            return literal;
        }
        throw tokens.refuse(first, "a literal is expected.", "");
    }

    private <T> T whole(Supplier<T> read, String otherwise) {
        T result = read.get();
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.expected(otherwise);
        }
        return result;
    }

    /** Any expression. */
    Expression expression() {
        return expression(Precedence.OR);
    }

    /** Any expression in which every predicate has its left side. */
    Expression argument() {
        ColumnRef outside = subject;
        subject = null;
        Expression argument = nested(this::expression);
        subject = outside;
        return argument;
    }

    private Expression expression(int floor) {
        Expression left = prefix(floor);
        boolean predicate = false;
        while (true) {
            int level = operatorLevel();
            if (level < floor) {
                return left;
            }
            if (level == Precedence.PREDICATE && predicate) {
                throw tokens.refuse(
                        tokens.peek(),
                        "two predicates in a row have no agreed meaning.",
                        "Put the first or the second in parentheses.");
            }
            predicate = level == Precedence.PREDICATE;
            left = operator(left, level);
        }
    }

    /** How tightly the next token binds as an operator; 0 when it is none. */
    private int operatorLevel() {
        Token token = tokens.peek();
        if (token.isSymbol("::")) {
            return Precedence.CAST;
        }
        if (PREDICATES.contains(token.word())) {
            return Precedence.PREDICATE;
        }
        if (token.isWord("NOT")) {
            Token second = tokens.peekSecond();
            boolean predicate = NEGATABLE.contains(second.word()) || subject != null && second.isWord("NULL");
            return predicate ? Precedence.PREDICATE : 0;
        }
        BinaryOperator operator = binaryOperator(token);
        return operator == null ? 0 : operator.level();
    }

    private static @Nullable BinaryOperator binaryOperator(Token token) {
        if (token.isSymbol("!=")) {
            return BinaryOperator.NOT_EQUAL;
        }
        for (BinaryOperator operator : BinaryOperator.values()) {
            boolean matches =
                    operator.isLogical() ? token.isWord(operator.symbol()) : token.isSymbol(operator.symbol());
            if (matches) {
                return operator;
            }
        }
        return null;
    }

    private Expression operator(Expression left, int level) {
        Token token = tokens.take();
        count(token, ++operators <= ExpressionLimits.MAX_OPERATORS);
        if (level == Precedence.CAST) {
            return new Cast(left, forms.type());
        }
        BinaryOperator binary = binaryOperator(token);
        return binary == null ? predicate(left, token) : new Binary(binary, left, expression(level + 1));
    }

    private Expression predicate(Expression left, Token first) {
        boolean negated = first.isWord("NOT");
        Token token = negated ? tokens.take() : first;
        return switch (token.word()) {
            case "LIKE" -> new Like(left, operand(), escape(), negated);
            case "BETWEEN" -> between(left, negated);
            case "IN" -> new InList(left, forms.list(), negated);
            case "IS" -> forms.is(left, this::operand);
            default -> new IsNull(left, negated);
        };
    }

    private Expression operand() {
        return expression(Precedence.CONCAT);
    }

    private Expression between(Expression left, boolean negated) {
        Expression low = operand();
        tokens.needWord("AND");
        return new Between(left, low, operand(), negated);
    }

    private @Nullable String escape() {
        if (!tokens.takeWord("ESCAPE")) {
            return null;
        }
        Token token = tokens.need(Token.Kind.TEXT, "one character in single quotes");
        if (token.text().codePointCount(0, token.text().length()) != 1) {
            throw tokens.refuse(token, "ESCAPE takes one character.", "");
        }
        return token.text();
    }

    private Expression prefix(int floor) {
        if (subject != null && floor <= Precedence.PREDICATE && atPredicateWithoutSubject()) {
            return subject;
        }
        Token token = tokens.peek();
        count(token, true);
        return switch (token.kind()) {
            case NUMBER -> number(tokens.take());
            case TEXT -> Literal.of(tokens.take().text());
            case QUOTED_NAME -> column();
            case WORD -> word(token, floor);
            case SYMBOL -> symbol(token);
            case END -> throw tokens.expected("an expression");
        };
    }

    private boolean atPredicateWithoutSubject() {
        BinaryOperator operator = binaryOperator(tokens.peek());
        return operator == null ? operatorLevel() == Precedence.PREDICATE : operator.isComparison();
    }

    private Literal number(Token token) {
        return tokens.located(token, () -> Literal.of(new BigDecimal(token.text())));
    }

    private Expression symbol(Token token) {
        return switch (token.text()) {
            case "(" -> group();
            case "-" -> negative();
            case "+" -> {
                tokens.take();
                yield nested(() -> expression(Precedence.SIGN));
            }
            default -> throw tokens.expected("an expression");
        };
    }

    private Expression group() {
        tokens.take();
        Expression inside = nested(this::expression);
        tokens.needSymbol(")");
        return inside;
    }

    private Expression negative() {
        tokens.take();
        boolean number = tokens.peek().kind() == Token.Kind.NUMBER;
        Expression operand = nested(() -> expression(Precedence.SIGN));
        return number && operand instanceof Literal.Number literal
                ? Literal.of(literal.value().negate())
                : new Negate(operand);
    }

    private Expression word(Token token, int floor) {
        return switch (token.word()) {
            case "NOT" -> not(token, floor);
            case "TRUE" -> constant(Literal.of(true));
            case "FALSE" -> constant(Literal.of(false));
            case "NULL" -> constant(Literal.ofNull());
            case "CASE" -> forms.caseWhen();
            case "CAST", "TRY_CAST" -> forms.cast();
            default -> named(token);
        };
    }

    private Expression named(Token token) {
        if (Names.isReserved(token.text())) {
            throw tokens.expected("an expression");
        }
        if (tokens.peekSecond().isSymbol("(")) {
            return forms.call();
        }
        boolean typed = tokens.peekSecond().kind() == Token.Kind.TEXT;
        return typed ? forms.typedLiteral() : column();
    }

    private Literal constant(Literal literal) {
        tokens.take();
        return literal;
    }

    private Expression not(Token token, int floor) {
        if (floor > Precedence.NOT) {
            throw tokens.refuse(token, "NOT binds less tightly than the operator before it.", "Put it in parentheses.");
        }
        tokens.take();
        return new Not(nested(() -> expression(Precedence.NOT)));
    }

    private ColumnRef column() {
        String first = name();
        return tokens.takeSymbol(".") ? ColumnRef.of(first, name()) : ColumnRef.of(first);
    }

    private String name() {
        Token token = tokens.peek();
        boolean bare = token.kind() == Token.Kind.WORD && !Names.isReserved(token.text());
        if (!bare && token.kind() != Token.Kind.QUOTED_NAME) {
            throw tokens.expected("a name");
        }
        return tokens.take().text();
    }

    /** One or more expressions separated by commas. */
    List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(argument());
        } while (tokens.takeSymbol(","));
        return arguments;
    }

    private <T> T nested(Supplier<T> read) {
        if (++depth > ExpressionLimits.MAX_DEPTH) {
            throw tokens.refuse(
                    tokens.peek(), "more than " + ExpressionLimits.MAX_DEPTH + " levels are nested.", "Split it up.");
        }
        T result = read.get();
        depth--;
        return result;
    }

    /** Counts the nodes that a form writes once and means several times. */
    void countAgain(Token at, Expression repeated) {
        ExpressionWalk.each(repeated, part -> count(at, true));
    }

    private void count(Token at, boolean withinLimit) {
        if (++nodes > ExpressionLimits.MAX_NODES || !withinLimit) {
            throw tokens.refuse(
                    at,
                    "the expression has more than " + ExpressionLimits.MAX_NODES + " parts or "
                            + ExpressionLimits.MAX_OPERATORS + " operators.",
                    "Split it up, or use IN for a long list of values.");
        }
    }
}
