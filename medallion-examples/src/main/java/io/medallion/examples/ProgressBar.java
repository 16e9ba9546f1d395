package io.medallion.examples;

import io.medallion.jdbc.Event;
import io.medallion.jdbc.MedallionListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Shows how far long work is, on one line that is written over. Work of less than a second shows nothing. */
final class ProgressBar implements MedallionListener {

    private static final int WIDTH = 40;
    private static final Duration LONG = Duration.ofSeconds(1);

    private final PrintStream out;
    private Instant started = Instant.MAX;
    private boolean shown;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started) {
            started = event.at();
        } else if (event instanceof Event.Progress progress) {
            show(progress);
        } else if (shown) {
            out.println();
            shown = false;
        }
    }

    private void show(Event.Progress progress) {
        Long total = progress.total();
        if (total == null
                || total == 0
                || Duration.between(started, progress.at()).compareTo(LONG) < 0) {
            return;
        }
        int done = (int) Math.min(WIDTH, WIDTH * progress.done() / total);
        out.printf(
                Locale.ROOT,
                "\r[%s%s] %3d %% %s",
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                100 * progress.done() / total,
                progress.what());
        out.flush();
        shown = true;
    }
}
