package io.medallion.jdbc.source;

/** How the rows of a file end. */
public enum RowEnds {
    /** Line feed, as on Unix. */
    LF,
    /** Carriage return and line feed, as on Windows. */
    CRLF,
    /** Carriage return alone, as on old Macs. */
    CR,
    /** More than one of them. */
    MIXED
}
