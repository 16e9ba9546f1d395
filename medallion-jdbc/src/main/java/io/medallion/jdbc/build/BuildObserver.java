package io.medallion.jdbc.build;

/** Hears how far a build got, on the building thread. */
@FunctionalInterface
public interface BuildObserver {

    /**
     * A statement is about to run.
     *
     * @param what what it does, in a few words
     * @param done how many statements ran before it
     * @param total how many there are
     */
    void step(String what, long done, long total);
}
