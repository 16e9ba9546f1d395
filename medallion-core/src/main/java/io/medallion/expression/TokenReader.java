package io.medallion.expression;

import io.medallion.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The tokens of a text one after the other, and errors that name the place. */
final class TokenReader {

    private static final int EXCERPT = 60;

    private final String text;
    private final List<Token> tokens;
    private int next;

    TokenReader(String text) {
        this.text = text;
        this.tokens = Tokenizer.tokens(text);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The next token; the end is given again and again. */
    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeSymbol(String symbol) {
        boolean there = peek().isSymbol(symbol);
        if (there) {
            take();
        }
        return there;
    }

    boolean takeWord(String word) {
        boolean there = peek().isWord(word);
        if (there) {
            take();
        }
        return there;
    }

    boolean atWord(Set<String> words) {
        return words.contains(peek().word());
    }

    void needSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw expected("'" + symbol + "'");
        }
    }

    void needWord(String word) {
        if (!takeWord(word)) {
            throw expected(word);
        }
    }

    Token need(Token.Kind kind, String description) {
        if (peek().kind() != kind) {
            throw expected(description);
        }
        return take();
    }

    /** The error that {@code what} should stand where the next token is. */
    ExpressionException expected(String what) {
        return refuse(peek(), "expected " + what + " but found " + peek().description() + ".", advice(peek()));
    }

    private static String advice(Token found) {
        return switch (found.word()) {
            case "ILIKE" -> "Use lower(name) LIKE 'pattern in lower case'.";
            case "RLIKE", "REGEXP", "SIMILAR", "GLOB" -> "Use regexp_matches(name, 'pattern').";
            case "SELECT", "WITH", "VALUES", "EXISTS" -> "Subqueries are not part of expressions.";
            case "OVER" -> "Windows are not part of expressions.";
            case "COLLATE" -> "Text is always compared by code points.";
            default ->
                Names.isReserved(found.word())
                        ? "'" + found.text() + "' is reserved; put it in double quotes where it is a name."
                        : "";
        };
    }

    ExpressionException refuse(Token at, String message, String advice) {
        return refusal(text, at.start(), message, advice);
    }

    /** What {@code node} gives; an error in it gets the place of {@code at}. */
    <T> T located(Token at, Supplier<T> node) {
        try {
            return node.get();
        } catch (ExpressionException e) {
            if (e.position().isPresent()) {
                throw e;
            }
            Problem problem = e.problems().get(0);
            throw refuse(at, problem.path() + " " + problem.message(), problem.advice());
        }
    }

    static ExpressionException refusal(String text, int index, String message, String advice) {
        String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 3) + "...";
        String path = "expression \"" + excerpt + "\", column " + (index + 1);
        String sentence = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return new ExpressionException(new Problem(path, sentence, advice), index + 1);
    }
}
