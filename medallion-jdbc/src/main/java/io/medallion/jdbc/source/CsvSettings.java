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
        @Nullable Integer headerRows,
        @Nullable Boolean repeatedHeaders,
        @Nullable Integer preamble,
        @Nullable Integer footerRows) {

    static final CsvSettings NOTHING = new CsvSettings(null, null, false, null, null, null, null, null, null);

    private static final int MOST_HEADER_ROWS = 10;
    private static final int MOST_FOOTER_ROWS = 1000;

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
        check("headerRows", headerRows, MOST_HEADER_ROWS);
        check("footer", footerRows, MOST_FOOTER_ROWS);
    }

    private static void check(String setting, @Nullable Integer rows, int most) {
        if (rows != null && (rows < 0 || rows > most)) {
            throw SourceException.of(
                    "CSV setting '" + setting + "'", rows + " rows are not possible.", "State 0 to " + most + " rows.");
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
        return new CsvSettings(
                value, quote, noQuote, escape, encoding, headerRows, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings quote(char value) {
        return new CsvSettings(
                delimiter, value, false, escape, encoding, headerRows, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings withoutQuote() {
        return new CsvSettings(
                delimiter, null, true, escape, encoding, headerRows, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings escape(char value) {
        return new CsvSettings(
                delimiter, quote, noQuote, value, encoding, headerRows, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings encoding(Charset value) {
        return new CsvSettings(
                delimiter, quote, noQuote, escape, value, headerRows, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings headerRows(int value) {
        return new CsvSettings(
                delimiter, quote, noQuote, escape, encoding, value, repeatedHeaders, preamble, footerRows);
    }

    CsvSettings repeatedHeaders(boolean value) {
        return new CsvSettings(delimiter, quote, noQuote, escape, encoding, headerRows, value, preamble, footerRows);
    }

    CsvSettings preamble(int value) {
        return new CsvSettings(
                delimiter, quote, noQuote, escape, encoding, headerRows, repeatedHeaders, value, footerRows);
    }

    CsvSettings footerRows(int value) {
        return new CsvSettings(
                delimiter, quote, noQuote, escape, encoding, headerRows, repeatedHeaders, preamble, value);
    }
}
