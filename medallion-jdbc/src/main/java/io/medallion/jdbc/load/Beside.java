package io.medallion.jdbc.load;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own, beside the one that waits for it. Closing waits for its end. */
final class Beside<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    private Beside(Callable<T> work, String name) {
        this.task = new FutureTask<>(work);
        this.thread = new Thread(task, name);
    }

    static <T> Beside<T> start(String name, Callable<T> work) {
        Beside<T> beside = new Beside<>(work, name);
        beside.thread.setDaemon(true);
        beside.thread.start();
        return beside;
    }

    /** Waits a while; true when the work is over, well or not. */
    boolean isDoneWithin(long millis) throws InterruptedException {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CancellationException e) {
            return true;
        }
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Waits for the result; what the work threw is thrown here. */
    T result() throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Asks the work to stop where it waits. */
    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void close() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
