package io.medallion.jdbc.load;

/** Is told how far a load is, now and then, on the loading thread. What it throws ends the load. */
@FunctionalInterface
public interface LoadProgress {

    /** Tells nobody. */
    LoadProgress NONE = (table, file, done, total) -> {};

    /**
     * The load is this far.
     *
     * @param table the logical name of the table
     * @param file the name of the file, or of the source
     * @param done bytes of the file that are in the table; rows where the source is no file
     * @param total bytes of the file; 0 where the source is no file
     */
    void at(String table, String file, long done, long total);
}
