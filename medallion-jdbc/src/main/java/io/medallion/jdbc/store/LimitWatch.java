package io.medallion.jdbc.store;

import io.medallion.jdbc.store.DatabaseException.Kind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches the limits of one operation beside it and cancels its session when one is reached. */
final class LimitWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 50;

    private final Limits limits;
    private final Session session;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Kind reached;

    private LimitWatch(Limits limits, Session session) {
        this.limits = limits;
        this.session = session;
        this.thread = new Thread(this::watch, "medallion-limits");
    }

    static LimitWatch start(Limits limits, Session session) {
        LimitWatch watch = new LimitWatch(limits, session);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** Which limit ended the operation, null for none. */
    @Nullable
    Kind reached() {
        return reached;
    }

    private void watch() {
        long end = System.nanoTime() + limits.timeout().toNanos();
        try {
            while (!done.await(waitFor(end), TimeUnit.NANOSECONDS)) {
                boolean late = !limits.timeout().isZero() && System.nanoTime() - end >= 0;
                if (late || limits.cancelled().getAsBoolean()) {
                    reached = late ? Kind.TIMEOUT : Kind.CANCELLED;
                    session.cancel();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long waitFor(long end) {
        long period = TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        return limits.timeout().isZero() ? period : Math.max(1, Math.min(period, end - System.nanoTime()));
    }

    @Override
    public void close() {
        done.countDown();
    }
}
