package io.medallion.spec;

/** What happens when a source arrives with other columns than before. */
public enum DriftPolicy {
    /** New columns are added, missing ones become NULL; each change is recorded. The default. */
    EVOLVE,
    /** New columns are ignored and missing ones become NULL; each change is recorded. */
    FREEZE,
    /** The load fails and nothing is written. */
    FAIL
}
