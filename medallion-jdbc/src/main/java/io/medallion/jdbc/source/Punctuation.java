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
}
