package io.medallion.jdbc.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What the host stated about a file; null is to be found out. {@code noQuote} states that there is none. */
record CsvSettings(
        @Nullable Character delimiter,
        @Nullable Character quote,
        boolean noQuote,
        @Nullable Character escape,
        @Nullable Charset encoding,
        @Nullable Boolean header,
        @Nullable Integer preamble) {

    static final CsvSettings NOTHING = new CsvSettings(null, null, false, null, null, null, null);

    CsvSettings {
        check("delimiter", delimiter);
        check("quote", quote);
        check("escape", escape);
        if (delimiter != null && (delimiter.equals(quote) || delimiter.equals(escape))) {
            throw SourceException.of(
                    "CSV setting 'delimiter'",
                    "The delimiter " + delimiter + " is the quote or escape too.",
                    "State different characters.");
        }
        if (preamble != null && preamble < 0) {
            throw SourceException.of(
                    "CSV setting 'preamble'", preamble + " lines cannot be skipped.", "State 0 or more lines.");
        }
    }

    private static void check(String setting, @Nullable Character value) {
        if (value != null && (value == '\n' || value == '\r' || Character.isSurrogate(value) || value == '\uFEFF')) {
            throw SourceException.of(
                    "CSV setting '" + setting + "'",
                    "A row end or half a character cannot be the " + setting + ".",
                    "State another character.");
        }
    }

    CsvSettings delimiter(char value) {
        return new CsvSettings(value, quote, noQuote, escape, encoding, header, preamble);
    }

    CsvSettings quote(char value) {
        return new CsvSettings(delimiter, value, false, escape, encoding, header, preamble);
    }

    CsvSettings withoutQuote() {
        return new CsvSettings(delimiter, null, true, escape, encoding, header, preamble);
    }

    CsvSettings escape(char value) {
        return new CsvSettings(delimiter, quote, noQuote, value, encoding, header, preamble);
    }

    CsvSettings encoding(Charset value) {
        return new CsvSettings(delimiter, quote, noQuote, escape, value, header, preamble);
    }

    CsvSettings header(boolean value) {
        return new CsvSettings(delimiter, quote, noQuote, escape, encoding, value, preamble);
    }

    CsvSettings preamble(int value) {
        return new CsvSettings(delimiter, quote, noQuote, escape, encoding, header, value);
    }
}
