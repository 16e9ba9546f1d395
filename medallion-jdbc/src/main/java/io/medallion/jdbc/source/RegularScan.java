package io.medallion.jdbc.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the bytes of a file that is hoped to be regular, as fast as they come. It knows nothing of exceptions from the rule: at the first one it
 * stops, and the caller lets {@link CsvReader} tell what it was. So the two can only disagree on files that are regular.
 *
 * <p>Regular means: UTF-8, no lines to skip, one kind of row end, every record with exactly the expected fields, no empty lines, no NUL, quotes only around whole
 * fields and doubled within, no escape, no row that repeats the header.
 */
final class RegularScan {

    private static final int ORDINARY = 0;
    private static final int HIGH = 1;
    private static final int DELIMITER = 2;
    private static final int QUOTE = 3;
    private static final int LINE_FEED = 4;
    private static final int RETURN = 5;
    private static final int REFUSED = 6;

    /** Where in a record the next byte is. */
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_RETURN
    }

    private final byte[] kinds = new byte[256];
    private final Utf8Check utf8 = new Utf8Check();
    private final int columns;
    private final HeaderBytes header;

    private State state = State.FIELD_START;
    private int field = 1;
    private boolean begun;
    private long records;
    private long recordStart;
    private long longest;
    private long offset;
    private @Nullable RowEnds rowEnds;
    private boolean high;
    private boolean multiLine;
    private @Nullable String irregularity;

    RegularScan(Punctuation punctuation, int columns, boolean repeatedHeaders) {
        this.columns = columns;
        this.header = new HeaderBytes(repeatedHeaders);
        for (int b = 128; b < 256; b++) {
            kinds[b] = HIGH;
        }
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = RETURN;
        kinds[0] = REFUSED;
        // in a file of one column this stands in for the delimiter that a strict reader has to be given
        kinds[CsvScan.NO_DELIMITER] = REFUSED;
        if (punctuation.delimiter() >= 0) {
            kinds[punctuation.delimiter()] = DELIMITER;
        }
        if (punctuation.quote() >= 0) {
            kinds[punctuation.quote()] = QUOTE;
        }
    }

    /** Why a file of this format is not worth a try, empty when it is. */
    static Optional<String> unfit(CsvFormat format) {
        if (!format.charset().name().equals("UTF-8")) {
            return Optional.of("the encoding is " + format.charset());
        }
        if (format.escape() != null || format.blanksAroundQuotes()) {
            return Optional.of(
                    format.escape() != null ? "quotes are escaped, not doubled" : "blanks stand around quotes");
        }
        if (format.shortRows() || format.preambleLines() > 0) {
            return Optional.of(format.shortRows() ? "rows may leave out fields" : "lines are skipped before the table");
        }
        if (format.headerRows() > 1 || format.footerRows() > 0) {
            return Optional.of(format.headerRows() > 1 ? "the header has several rows" : "the last rows are no data");
        }
        Punctuation punctuation = Punctuation.of(format);
        boolean ascii = punctuation.delimiter() < 128
                && punctuation.quote() < 128
                && punctuation.delimiter() != 0
                && punctuation.quote() != 0;
        return ascii ? Optional.empty() : Optional.of("the delimiter or quote is no ASCII character");
    }

    /** Takes the next bytes; false at the first exception from the rule. */
    boolean accept(byte[] bytes, int from, int to) {
        high = false;
        header.chunk(bytes, from, offset);
        if (!walk(bytes, from, to)) {
            return false;
        }
        offset += to - from;
        if ((high || !utf8.complete()) && !utf8.accept(bytes, from, to)) {
            irregularity = "some bytes are no text in the encoding";
            return false;
        }
        return true;
    }

    /** Takes the end of the file; false when it ends amid something. */
    boolean end() {
        if (state == State.QUOTED || !utf8.complete()) {
            irregularity = "the file ends amid a value";
            return false;
        }
        if (state == State.AFTER_RETURN) {
            return endOfRow(RowEnds.CR, offset, 1);
        }
        return !begun || endOfRow(rowEnds == null ? RowEnds.LF : rowEnds, offset, 0);
    }

    /** All records, the header included. */
    long records() {
        return records;
    }

    long longestRecord() {
        return longest;
    }

    boolean multiLine() {
        return multiLine;
    }

    RowEnds rowEnds() {
        return rowEnds == null ? RowEnds.LF : rowEnds;
    }

    String irregularity() {
        return irregularity == null ? "it is regular" : irregularity;
    }

    private boolean walk(byte[] bytes, int from, int to) {
        byte[] kind = kinds;
        int i = from;
        while (i < to) {
            switch (state) {
                case PLAIN -> {
                    while (i < to && kind[bytes[i] & 0xFF] == ORDINARY) {
                        i++;
                    }
                    if (i < to && !plain(kind[bytes[i] & 0xFF], offset + i - from)) {
                        return false;
                    }
                    i++;
                }
                case QUOTED -> {
                    while (i < to && kind[bytes[i] & 0xFF] == ORDINARY) {
                        i++;
                    }
                    if (i < to && !quoted(kind[bytes[i] & 0xFF])) {
                        return false;
                    }
                    i++;
                }
                case FIELD_START -> {
                    if (!fieldStart(kind[bytes[i] & 0xFF], offset + i - from)) {
                        return false;
                    }
                    i++;
                }
                case QUOTE_IN_QUOTED -> {
                    if (!afterQuote(kind[bytes[i] & 0xFF], offset + i - from)) {
                        return false;
                    }
                    i++;
                }
                case AFTER_RETURN -> {
                    boolean lineFeed = bytes[i] == '\n';
                    i += lineFeed ? 1 : 0;
                    if (!endOfRow(lineFeed ? RowEnds.CRLF : RowEnds.CR, offset + i - from, lineFeed ? 2 : 1)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean fieldStart(int kind, long at) {
        if (kind == QUOTE) {
            state = State.QUOTED;
            begun = true;
            return true;
        }
        if (!begun && (kind == LINE_FEED || kind == RETURN)) {
            return refuse("there are empty lines");
        }
        begun = true;
        state = State.PLAIN;
        return plain(kind, at);
    }

    private boolean plain(int kind, long at) {
        switch (kind) {
            case ORDINARY:
                return true;
            case HIGH:
                high = true;
                return true;
            case DELIMITER:
                field++;
                state = State.FIELD_START;
                return true;
            case LINE_FEED:
                return endOfRow(RowEnds.LF, at + 1, 1);
            case RETURN:
                state = State.AFTER_RETURN;
                return true;
            default:
                return refuse(kind == QUOTE ? "a quote stands within a plain field" : "there are control characters");
        }
    }

    private boolean quoted(int kind) {
        if (kind == QUOTE) {
            state = State.QUOTE_IN_QUOTED;
        }
        high |= kind == HIGH;
        multiLine |= kind == LINE_FEED || kind == RETURN;
        return kind != REFUSED || refuse("there are control characters");
    }

    private boolean afterQuote(int kind, long at) {
        switch (kind) {
            case QUOTE:
                state = State.QUOTED;
                return true;
            case DELIMITER, LINE_FEED, RETURN:
                return plain(kind, at);
            default:
                return refuse(Flaw.TEXT_AFTER_QUOTE.reason());
        }
    }

    private boolean endOfRow(RowEnds found, long end, int rowEndLength) {
        if (field != columns) {
            return refuse("a record has " + field + " fields, expected " + columns);
        }
        if (header.repeatedBy(recordStart, end - rowEndLength)) {
            return refuse("a row repeats the header");
        }
        if (rowEnds != null && rowEnds != found) {
            return refuse("rows end in different ways");
        }
        rowEnds = found;
        records++;
        longest = Math.max(longest, end - recordStart);
        recordStart = end;
        field = 1;
        begun = false;
        state = State.FIELD_START;
        return true;
    }

    private boolean refuse(String why) {
        irregularity = why;
        return false;
    }
}
