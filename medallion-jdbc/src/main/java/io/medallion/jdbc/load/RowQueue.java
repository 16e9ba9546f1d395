package io.medallion.jdbc.load;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few batches of records between the thread that reads them and the one that writes them. */
final class RowQueue {

    private static final int BATCHES = 4;
    private static final long PAUSE_MILLIS = 50;

    private final BlockingQueue<RowBatch> between = new ArrayBlockingQueue<>(BATCHES);
    private volatile boolean ended;

    /** Hands a batch over if there is room for it soon. */
    boolean offer(RowBatch batch) throws InterruptedException {
        return between.offer(batch, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says that no batch will follow. */
    void end() {
        ended = true;
    }

    /** Waits for the next batch; null after the last one. */
    @Nullable
    RowBatch next() throws InterruptedException {
        while (true) {
            // asked before the queue is: what was handed over before the end is still in it
            boolean last = ended;
            RowBatch next = between.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null || last) {
                return next;
            }
        }
    }
}
