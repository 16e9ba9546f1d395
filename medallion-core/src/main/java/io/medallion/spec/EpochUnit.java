package io.medallion.spec;

/** What an epoch counts since 1970-01-01T00:00Z. */
public enum EpochUnit {
    SECONDS,
    MILLISECONDS
}
