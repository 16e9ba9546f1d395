package io.medallion.jdbc;

import io.medallion.Layer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's listener about one piece of work. What the listener throws is logged and changes nothing. */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final MedallionListener listener;
    private final Clock clock;
    private final Where where;

    private Announcer(MedallionListener listener, Clock clock, Where where) {
        this.listener = listener;
        this.clock = clock;
        this.where = where;
    }

    static Announcer of(Workspace workspace, String pipeline, @Nullable Layer layer, @Nullable String table) {
        String schema = workspace.database().naming().schema();
        return new Announcer(
                workspace.settings().listener(),
                workspace.database().clock(),
                new Where(schema == null ? "" : schema, pipeline, layer, table));
    }

    void started(String what) {
        tell(new Event.Started(where, clock.instant(), what));
    }

    void progress(String what, long done, @Nullable Long total) {
        tell(new Event.Progress(where, clock.instant(), what, done, total));
    }

    void finished(String what) {
        tell(new Event.Finished(where, clock.instant(), what));
    }

    void failed(String error) {
        tell(new Event.Failed(where, clock.instant(), error));
    }

    private void tell(Event event) {
        try {
            listener.on(event);
        } catch (RuntimeException ofTheHost) {
            LOG.warn("a listener failed on {}", event.toJson(), ofTheHost);
        }
    }
}
