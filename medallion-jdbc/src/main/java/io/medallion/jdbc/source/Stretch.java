package io.medallion.jdbc.source;

/** Looks at a stretch of characters: its lines, its blanks, and what a line in it would be as a record. */
final class Stretch {

    private Stretch() {}

    /** The first row end between the positions, else the end. */
    static int endOfLine(char[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        return i;
    }

    /** How many lines after that of the beginning a position is, and its column, 1-based. */
    static long[] position(char[] text, int from, int position) {
        long lines = 0;
        int lineStart = from;
        for (int i = from; i < position; i++) {
            if (text[i] == '\n' || text[i] == '\r' && text[i + 1] != '\n') {
                lines++;
                lineStart = i + 1;
            }
        }
        return new long[] {lines, position - lineStart + 1L};
    }

    /** Whether there are only blanks and tabs between the positions. */
    static boolean onlyBlanks(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The position after a row end. */
    static int afterRowEnd(char[] text, int end, int limit) {
        return end + 1 < limit && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    /** How many fields the line from here has; delimiters within quotes do not count. 0 when it ends within quotes. */
    static int fields(char[] text, int from, int to, Punctuation punctuation) {
        int fields = 1;
        boolean quoted = false;
        int end = endOfLine(text, from, to);
        for (int i = from; i < end; i++) {
            if (text[i] == punctuation.quote()) {
                quoted = !quoted;
            } else if (text[i] == punctuation.delimiter() && !quoted) {
                fields++;
            }
        }
        return quoted ? 0 : fields;
    }
}
