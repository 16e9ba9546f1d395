package io.medallion.jdbc.source;

import java.io.IOException;

/** A record that does not fit into memory. */
final class RecordTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final long quoteLine;

    RecordTooLongException(long line, long quoteLine) {
        this.line = line;
        this.quoteLine = quoteLine;
    }

    long line() {
        return line;
    }

    /** The line of the last quote that was opened; before {@link #line()} when none was opened in this record. */
    long quoteLine() {
        return quoteLine;
    }
}
