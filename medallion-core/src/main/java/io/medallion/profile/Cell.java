package io.medallion.profile;

import java.util.List;

/**
 * A value with its surrounding white space removed, and how many rows hold it.
 *
 * @param text never empty
 * @param rows at least 1
 * @param raw the value as it stands in the table
 */
record Cell(String text, long rows, ValueCount raw) {

    static List<Cell> of(List<ValueCount> values) {
        return values.stream()
                .map(v -> new Cell(strip(v.value()), v.rows(), v))
                .filter(c -> !c.text.isEmpty())
                .toList();
    }

    /** Without white space at both ends, blanks that do not break lines included. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\u2007' || c == '\u3000';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static long rows(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::rows).sum();
    }
}
