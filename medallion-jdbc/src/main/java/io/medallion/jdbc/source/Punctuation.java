package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/**
 * The characters that divide a file into records and fields.
 *
 * @param delimiter, quote, escape as in {@link CsvFormat}; {@link #NONE} where there is none
 * @param paddedQuotes whether blanks between a delimiter and a quote belong to neither
 */
record Punctuation(int delimiter, int quote, int escape, boolean paddedQuotes) {

    static final int NONE = -1;

    Punctuation {
        if (escape == quote) {
            // a quote that escapes itself is a doubled quote
            escape = NONE;
        }
    }

    static Punctuation of(CsvFormat format) {
        return new Punctuation(
                code(format.delimiter()), code(format.quote()), code(format.escape()), format.blanksAroundQuotes());
    }

    static int code(@Nullable Character character) {
        return character == null ? NONE : character;
    }

    Punctuation withPaddedQuotes() {
        return new Punctuation(delimiter, quote, escape, true);
    }

    /** The text of a field without its escapes and doubled quotes. */
    String unescaped(char[] buffer, int begin, int end, boolean inQuotes) {
        StringBuilder text = new StringBuilder(end - begin);
        for (int i = begin; i < end; i++) {
            char c = buffer[i];
            if (i + 1 < end && escapes(c, buffer[i + 1], inQuotes)) {
                i++;
                if (buffer[i] == '\r' && i + 1 < end && buffer[i + 1] == '\n') {
                    text.append(buffer[i++]);
                }
            }
            text.append(buffer[i]);
        }
        return text.toString();
    }

    private boolean escapes(char c, char following, boolean inQuotes) {
        if (c == escape) {
            boolean always = following == quote || following == escape;
            return always || !inQuotes && (following == delimiter || following == '\n' || following == '\r');
        }
        return inQuotes && c == quote && following == quote;
    }
}
