package io.medallion.jdbc;

/**
 * Hears what a pipeline does. Called on the working thread, between its statements: be quick. An exception from a listener is
 * logged and changes nothing.
 *
 * <p>The work holds its connection meanwhile. A listener that asks the pipeline for something, its status or an answer, takes a second one: from a pool
 * of one connection it waits in vain until the pool gives up. It must not write to the pipeline at work, which is busy. What it sees is what readers
 * see at that moment.
 */
@FunctionalInterface
public interface MedallionListener {

    /** Something happened. */
    void on(Event event);

    /** This listener, then the other. An exception from this one keeps the other from hearing. */
    default MedallionListener and(MedallionListener other) {
        return event -> {
            on(event);
            other.on(event);
        };
    }

    /** A listener that does nothing: the default. */
    static MedallionListener silent() {
        return event -> {};
    }
}
