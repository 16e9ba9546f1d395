package io.medallion.spec;

/** What another batch of the same table means for the batches already loaded. */
public enum BatchMode {
    /** The new batch adds its rows; all batches stay in force. Default for sources with a watermark. */
    ADD,
    /** The new batch replaces earlier batches of the same file; other files stay in force. Default for files. */
    REPLACE_SAME_FILE,
    /** The new batch replaces all earlier batches. Default for full extracts of a database. */
    REPLACE_ALL
}
