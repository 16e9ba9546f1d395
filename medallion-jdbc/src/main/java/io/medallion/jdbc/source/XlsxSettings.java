package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/** What the host stated about a workbook; null is to be found out. */
record XlsxSettings(
        @Nullable String sheet,
        @Nullable Integer number,
        @Nullable Boolean header,
        @Nullable Integer preamble,
        @Nullable Integer footer) {

    static final XlsxSettings NOTHING = new XlsxSettings(null, null, null, null, null);

    XlsxSettings {
        if (number != null && number < 1
                || preamble != null && preamble < 0
                || footer != null && (footer < 0 || footer > SheetScan.LAST_ROWS)) {
            throw SourceException.of(
                    "XLSX settings",
                    "Sheets count from 1, rows to leave out from 0, those of a footer to " + SheetScan.LAST_ROWS + ".",
                    "State such a number.");
        }
    }
}
