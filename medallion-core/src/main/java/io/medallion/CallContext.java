package io.medallion;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call runs, and when it has to stop. Immutable; the cancellation is asked from the running thread.
 *
 * @param project what budgets and audit entries are counted against; by default {@code default}
 * @param principal who calls, as the host names them; by default {@code anonymous}
 * @param deadline when the call gives up, or null for never
 * @param cancelled asked now and then; true ends the call
 */
public record CallContext(String project, String principal, @Nullable Instant deadline, BooleanSupplier cancelled) {

    /** No deadline, never cancelled, project {@code default}, principal {@code anonymous}. */
    public static final CallContext DEFAULT = new CallContext("default", "anonymous", null, () -> false);

    public CallContext {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(cancelled, "cancelled");
    }

    /** The same for another project. */
    public CallContext project(String project) {
        return new CallContext(project, principal, deadline, cancelled);
    }

    /** The same for another principal. */
    public CallContext principal(String principal) {
        return new CallContext(project, principal, deadline, cancelled);
    }

    /** The same, giving up at this instant. */
    public CallContext until(Instant deadline) {
        return new CallContext(project, principal, deadline, cancelled);
    }

    /** The same, ended when this turns true. */
    public CallContext cancelledWhen(BooleanSupplier cancelled) {
        return new CallContext(project, principal, deadline, cancelled);
    }
}
