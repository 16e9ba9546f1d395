package io.medallion.jdbc.source;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Divides characters into records and fields: the definition of a record for this library.
 *
 * <ul>
 *   <li>A record ends with \n, \r\n or \r, or with the text. A field begins with a quote or is plain.
 *   <li>In a quoted field a doubled quote is a quote, an escaped quote or escape is that character, everything else is itself, row ends too (RFC
 *       4180). An escape before anything else stays as it is.
 *   <li>In a plain field quotes are ordinary. An escaped delimiter, quote, escape or row end is that character.
 *   <li>Text between a closing quote and the next delimiter is a {@link Flaw}; the record ends where it would without.
 *   <li>A plain empty field is missing (null), a quoted one is empty.
 * </ul>
 *
 * <p>One record at a time is held in memory, as one stretch of one buffer.
 */
final class CsvTokenizer {

    /** Records longer than this are refused: a quote was opened and not closed, or this is no text. */
    static final int RECORD_LIMIT = 1 << 24;

    private final CharSource source;
    private final Punctuation punctuation;
    private final int delimiter;
    private final int quote;
    private final int escape;
    private final boolean paddedQuotes;
    private final boolean[] special = new boolean[128];

    private char[] buffer = new char[1 << 16];
    private int start;
    private int next;
    private int limit;
    private boolean ended;

    private final FieldBounds fields = new FieldBounds();
    private final Utf8Writer encoded = new Utf8Writer();

    private long line = 1;
    private long recordLine = 1;
    private long quoteLine;
    private int recordEnd;
    private boolean unterminated;
    private boolean textAfterQuote;
    private boolean nul;
    private boolean multiLine;
    private @Nullable RowEnds rowEnds;

    CsvTokenizer(CharSource source, Punctuation punctuation) {
        this.source = source;
        this.punctuation = punctuation;
        this.delimiter = punctuation.delimiter();
        this.quote = punctuation.quote();
        this.escape = punctuation.escape();
        this.paddedQuotes = punctuation.paddedQuotes();
        for (int c : new int[] {delimiter, quote, escape, '\n', '\r', 0}) {
            if (c >= 0 && c < 128) {
                special[c] = true;
            }
        }
    }

    /** Goes over lines without looking at quotes. */
    void skipLines(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            start = next;
            while (has() && !rowEnd(buffer[next])) {
                next++;
                start = next;
            }
        }
        rowEnds = null;
    }

    /** Goes to the next record; false at the end of the text. */
    boolean next() throws IOException {
        start = next;
        fields.clear();
        recordLine = line;
        unterminated = false;
        textAfterQuote = false;
        nul = false;
        if (!has()) {
            return false;
        }
        boolean more = true;
        while (more) {
            more = has() && buffer[next] == quote ? quotedField() : plainField();
        }
        return true;
    }

    int fields() {
        return fields.count();
    }

    /** The line the record begins on. */
    long line() {
        return recordLine;
    }

    /** The line of the last quote that was opened. */
    long quoteLine() {
        return quoteLine;
    }

    /** Whether the text ended within quotes. */
    boolean unterminated() {
        return unterminated;
    }

    /** Whether the record goes on after a row end. */
    boolean goesOverLines() {
        int end = Stretch.endOfLine(buffer, start, start + recordEnd);
        return Stretch.afterRowEnd(buffer, end, limit) < start + recordEnd;
    }

    /** Whether the record is an empty line, or one of blanks only. */
    boolean blank() {
        return fields.count() == 1
                && fields.kind(0) == FieldBounds.PLAIN
                && Stretch.onlyBlanks(buffer, start + fields.from(0), start + fields.to(0));
    }

    /** Whether the record is an empty line. */
    boolean empty() {
        return recordEnd == 0;
    }

    /** The first reason not to take the record, but for its number of fields. */
    @Nullable
    Flaw flaw(boolean lossy) {
        if (textAfterQuote) {
            return Flaw.TEXT_AFTER_QUOTE;
        }
        if (lossy && firstLost() >= 0) {
            return Flaw.UNDECODABLE;
        }
        return nul ? Flaw.NUL : null;
    }

    /** The row ends of all records so far, null before the first. */
    @Nullable
    RowEnds rowEnds() {
        return rowEnds;
    }

    /** Whether any record so far goes over more than one line. */
    boolean multiLine() {
        return multiLine;
    }

    boolean quoted(int field) {
        return (fields.kind(field) & FieldBounds.QUOTED) != 0;
    }

    @Nullable
    String value(int field) {
        int length = fields.to(field) - fields.from(field);
        if (length == 0 && !quoted(field)) {
            return null;
        }
        int begin = start + fields.from(field);
        return (fields.kind(field) & FieldBounds.ESCAPED) == 0
                ? new String(buffer, begin, length)
                : punctuation.unescaped(buffer, begin, begin + length, quoted(field));
    }

    /** The values encoded, so many of them; call it only where there is no flaw. */
    Utf8Record utf8(int count) {
        encoded.begin(count);
        for (int i = 0; i < Math.min(count, fields.count()); i++) {
            int begin = start + fields.from(i);
            int end = start + fields.to(i);
            if (begin == end && !quoted(i)) {
                encoded.missing();
            } else if ((fields.kind(i) & FieldBounds.ESCAPED) == 0) {
                encoded.value(buffer, begin, end);
            } else {
                char[] text =
                        punctuation.unescaped(buffer, begin, end, quoted(i)).toCharArray();
                encoded.value(text, 0, text.length);
            }
        }
        return encoded.end();
    }

    /** The length of the record with its row end, in characters. */
    int length() {
        return next - start;
    }

    /**
     * Ends the record after its first line, where a quote took the next one in that has the expected number of fields: the quote is a stray one, and what
     * follows are rows again.
     */
    boolean endAtFirstLine(int columns) {
        if (!(unterminated || textAfterQuote && columns > 2) || !goesOverLines()) {
            return false;
        }
        int end = Stretch.endOfLine(buffer, start, limit);
        int after = Stretch.afterRowEnd(buffer, end, limit);
        if (Stretch.fields(buffer, after, next, punctuation) != columns) {
            return false;
        }
        unterminated = false;
        textAfterQuote = true;
        recordEnd = end - start;
        next = after;
        line = recordLine + 1;
        return true;
    }

    /** The record as it was written, without its row end. */
    String raw() {
        return new String(buffer, start, recordEnd);
    }

    /** The line and the column of the first byte that is not text; call it only where the flaw says that there is one. */
    long[] lostPosition() {
        long[] position = Stretch.position(buffer, start, firstLost());
        return new long[] {recordLine + position[0], position[1]};
    }

    private boolean plainField() throws IOException {
        int begin = next - start;
        int flags = FieldBounds.PLAIN;
        while (hasSpecial()) {
            char c = buffer[next];
            if (c == delimiter) {
                fields.add(begin, next - start, flags);
                next++;
                return true;
            } else if (c == '\n' || c == '\r') {
                fields.add(begin, next - start, flags);
                recordEnd = next - start;
                rowEnd(c);
                return false;
            } else if (c == escape) {
                flags |= escapedCharacter() ? FieldBounds.ESCAPED : FieldBounds.PLAIN;
            } else if (c == quote && paddedQuotes && Stretch.onlyBlanks(buffer, start + begin, next)) {
                return quotedField();
            } else {
                nul |= c == 0;
                next++;
            }
        }
        fields.add(begin, next - start, flags);
        recordEnd = next - start;
        return false;
    }

    /** Goes over an escape in a plain field, and over what it escapes. */
    private boolean escapedCharacter() throws IOException {
        next++;
        if (!has()) {
            return false;
        }
        char c = buffer[next];
        if (c == '\n' || c == '\r') {
            rowEnd(c);
            return true;
        }
        if (c == delimiter || c == quote || c == escape) {
            next++;
            return true;
        }
        return false;
    }

    private boolean quotedField() throws IOException {
        quoteLine = line;
        next++;
        int begin = next - start;
        int flags = FieldBounds.QUOTED;
        while (hasSpecial()) {
            char c = buffer[next];
            if (c == escape && escape >= 0) {
                next++;
                if (has() && (buffer[next] == quote || buffer[next] == escape)) {
                    next++;
                    flags |= FieldBounds.ESCAPED;
                }
            } else if (c == quote) {
                next++;
                if (!has() || buffer[next] != quote) {
                    return afterQuote(begin, flags);
                }
                next++;
                flags |= FieldBounds.ESCAPED;
            } else {
                nul |= c == 0;
                if (c == '\r' || c == '\n' && (next == start || buffer[next - 1] != '\r')) {
                    line++;
                    multiLine = true;
                }
                next++;
            }
        }
        unterminated = true;
        fields.add(begin, next - start, flags);
        recordEnd = next - start;
        return false;
    }

    private boolean afterQuote(int begin, int flags) throws IOException {
        int end = next - start - 1;
        while (has()) {
            char c = buffer[next];
            if (c == delimiter) {
                fields.add(begin, end, flags);
                next++;
                return true;
            }
            if (c == '\n' || c == '\r') {
                fields.add(begin, end, flags);
                recordEnd = next - start;
                rowEnd(c);
                return false;
            }
            textAfterQuote |= !(paddedQuotes && (c == ' ' || c == '\t'));
            nul |= c == 0;
            next++;
        }
        fields.add(begin, end, flags);
        recordEnd = next - start;
        return false;
    }

    /** Goes over a row end and counts it; false when the character is none. */
    private boolean rowEnd(char c) throws IOException {
        if (c != '\n' && c != '\r') {
            return false;
        }
        next++;
        RowEnds found = c == '\n' ? RowEnds.LF : RowEnds.CR;
        if (c == '\r' && has() && buffer[next] == '\n') {
            next++;
            found = RowEnds.CRLF;
        }
        line++;
        rowEnds = rowEnds == null || rowEnds == found ? found : RowEnds.MIXED;
        return true;
    }

    private int firstLost() {
        return LossyReader.firstLost(buffer, start, start + recordEnd);
    }

    /** Goes to the next character that may mean something; false when there is none. */
    private boolean hasSpecial() throws IOException {
        do {
            int i = next;
            while (i < limit && (buffer[i] < 128 ? !special[buffer[i]] : buffer[i] != delimiter)) {
                i++;
            }
            next = i;
        } while (next == limit && has());
        return next < limit;
    }

    /** Whether there is a character at {@code next}; moves the record to the front of the buffer and reads on where needed. */
    private boolean has() throws IOException {
        return next < limit || !ended && fill();
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            next -= start;
            limit -= start;
            start = 0;
        }
        if (buffer.length - limit < 2) {
            if (buffer.length >= RECORD_LIMIT) {
                throw new RecordTooLongException(recordLine, quoteLine);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = source.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(count, 0);
        return !ended;
    }
}
