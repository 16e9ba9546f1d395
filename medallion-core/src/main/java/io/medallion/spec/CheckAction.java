package io.medallion.spec;

/** What happens when a row does not pass a check. */
public enum CheckAction {
    /** The row is kept in the rejects instead of Silver. The default. */
    REJECT,
    /** The row is kept in Silver and counted in the build log. */
    WARN,
    /** The build fails and the last good version stays. */
    FAIL
}
