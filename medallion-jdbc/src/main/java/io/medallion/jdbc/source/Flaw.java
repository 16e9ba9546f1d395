package io.medallion.jdbc.source;

/** Why a record cannot be taken as it is, apart from its number of fields. */
enum Flaw {
    /** Text between the closing quote of a field and the next delimiter: what the value should be is a guess. */
    TEXT_AFTER_QUOTE("has text after a closing quote"),
    /** A quote that is opened in the last line of the file and never closed. */
    OPEN_QUOTE("has a quote that is never closed"),
    /** Bytes that are not text in the encoding of the file. */
    UNDECODABLE("holds bytes that are not text in the encoding of the file"),
    /** U+0000, which not every database can hold in a text. */
    NUL("holds a NUL character");

    private final String reason;

    Flaw(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
