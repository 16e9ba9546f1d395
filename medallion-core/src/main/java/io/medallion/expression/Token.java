package io.medallion.expression;

import java.util.Locale;

/**
 * A piece of text the grammar knows.
 *
 * @param kind what it is
 * @param text what was written; for names in double quotes and text in single quotes what the quotes hold
 * @param start the index of its first character
 * @param end the index after its last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** The word in upper case; empty for anything else. */
    String word() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }

    String description() {
        return switch (kind) {
            case WORD, NUMBER, SYMBOL -> "'" + shortened() + "'";
            case QUOTED_NAME -> "the name \"" + shortened() + "\"";
            case TEXT -> "a text literal";
            case END -> "the end";
        };
    }

    private String shortened() {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
