package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/** What a cell looks like, as far as it tells a well-divided table from a badly divided one and a header from data. */
enum CellShape {
    EMPTY(0.9),
    /** Digits with the signs of numbers, dates and times. */
    FIGURE(1),
    /** Words as people write them. */
    WORDS(0.9),
    /** Words with marks that look like a delimiter. */
    MARKED(0.7),
    /** A cell that was probably cut in the wrong place. */
    ODD(0.3),
    /** A quote at one end. */
    QUOTE(0.1);

    private static final String FIGURE_MARKS = "+-.,/:%$€£¥()' ";

    private final double sense;

    CellShape(double sense) {
        this.sense = sense;
    }

    /** How much sense a table of such cells makes, 0 to 1. */
    double sense() {
        return sense;
    }

    static CellShape of(@Nullable String cell) {
        String text = cell == null ? "" : cell.strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (isQuote(first) != isQuote(last) || first == '"') {
            return QUOTE;
        }
        if (isFigure(text)) {
            return FIGURE;
        }
        return words(text);
    }

    static boolean isFigure(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (FIGURE_MARKS.indexOf(c) < 0 && !(digits > 0 && "eETZ".indexOf(c) >= 0)) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Whether the text holds a usual delimiter; a comma before a blank is one of language. */
    static boolean holdsDelimiter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '|' || c == '\t' || c == ',' && i + 1 < text.length() && text.charAt(i + 1) != ' ') {
                return true;
            }
        }
        return false;
    }

    private static CellShape words(String text) {
        if (holdsDelimiter(text) || text.chars().anyMatch(c -> c == '^' || c == '~' || c < ' ')) {
            return ODD;
        }
        return text.indexOf('"') >= 0 || text.indexOf(',') >= 0 || text.indexOf(':') >= 0 ? MARKED : WORDS;
    }
}
