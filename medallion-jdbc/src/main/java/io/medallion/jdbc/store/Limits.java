package io.medallion.jdbc.store;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * When an operation has to stop.
 *
 * @param timeout the longest time from its beginning to its end; zero for no limit
 * @param cancelled asked about twenty times a second while the operation runs, on a thread of its own; true ends it
 */
public record Limits(Duration timeout, BooleanSupplier cancelled) {

    private static final BooleanSupplier NEVER = () -> false;

    /** No limit. */
    public static final Limits NONE = new Limits(Duration.ZERO, NEVER);

    public Limits {
        Objects.requireNonNull(cancelled, "cancelled");
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout is not negative: " + timeout);
        }
    }

    /** Ended when it takes longer than this. */
    public static Limits timeout(Duration timeout) {
        return new Limits(timeout, NEVER);
    }

    boolean isNone() {
        return timeout.isZero() && cancelled == NEVER;
    }
}
