package io.medallion.expression;

import io.medallion.Problem;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into tokens and refuses every character the grammar has no use for. */
final class Tokenizer {

    private static final List<String> SYMBOLS =
            List.of("::", "<>", "!=", "<=", ">=", "||", "(", ")", ",", ".", "+", "-", "*", "/", "%", "=", "<", ">");

    private final String text;
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        if (text.length() > ExpressionLimits.MAX_LENGTH) {
            throw new ExpressionException(
                    Problem.at("expression", "is longer than " + ExpressionLimits.MAX_LENGTH + " characters."));
        }
        return new Tokenizer(text).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            tokens.add(token());
            skipSpace();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Token token() {
        char c = text.charAt(at);
        if (isLetter(c)) {
            return word();
        }
        if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            return number();
        }
        return switch (c) {
            case '\'' -> quoted(Token.Kind.TEXT, c);
            case '"' -> quoted(Token.Kind.QUOTED_NAME, c);
            default -> symbol();
        };
    }

    private Token word() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(start, at), start, at);
    }

    private Token number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        boolean endsInPoint = text.charAt(at - 1) == '.';
        boolean runsOn = at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '.');
        if (endsInPoint || runsOn) {
            throw refuse(
                    start,
                    "'" + text.substring(start, Math.min(at + 1, text.length())) + "' begins no number.",
                    "Write numbers with digits and one decimal point, like 1200 or 0.5.");
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start, at);
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Token quoted(Token.Kind kind, char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return checked(new Token(kind, value.toString(), start, at));
            }
        }
        throw refuse(start, "the quote " + quote + " is not closed.", "Double a quote that is part of the text.");
    }

    private Token checked(Token token) {
        if (!Names.isWritable(token.text())) {
            throw refuse(token.start(), "the quotes hold a NUL character or half a surrogate pair.", "");
        }
        if (token.kind() == Token.Kind.QUOTED_NAME && token.text().isEmpty()) {
            throw refuse(token.start(), "the name is empty.", "");
        }
        return token;
    }

    private Token symbol() {
        if (text.startsWith("--", at) || text.startsWith("/*", at) || text.startsWith("*/", at)) {
            throw refuse(at, "comments are not part of expressions.", "Separate two minus signs by a space.");
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length(), at);
            }
        }
        throw unknownCharacter();
    }

    private ExpressionException unknownCharacter() {
        int character = text.codePointAt(at);
        String name = character > ' ' && character < 127
                ? "'" + Character.toString(character) + "'"
                : String.format("the character U+%04X", character);
        String advice =
                switch (character) {
                    case ';' -> "An expression is one value, without statements.";
                    case '`', '[', ']' -> "Put names in double quotes.";
                    case '?', '$', ':', '@' -> "Write the value itself; there are no parameters.";
                    case '~', '^', '&', '|', '#', '!' -> "The operators are OR AND NOT = <> < <= > >= || + - * / %.";
                    default -> Character.isLetter(character) ? "Put names with such letters in double quotes." : "";
                };
        return refuse(at, name + " is not part of the grammar.", advice);
    }

    private ExpressionException refuse(int position, String message, String advice) {
        return TokenReader.refusal(text, position, message, advice);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
