package io.medallion.spec;

/** What happens to upper and lower case letters. */
public enum TextCase {
    /** Left as they are. */
    KEEP,
    /** {@code "A@X.org"} to {@code "a@x.org"}. */
    LOWER,
    /** {@code "de"} to {@code "DE"}. */
    UPPER
}
