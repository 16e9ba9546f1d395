package io.medallion.jdbc.source;

/** Produces all rows of a {@link Source#rows(String, java.util.List, RowProducer) source of rows}, in order. */
@FunctionalInterface
public interface RowProducer {

    /**
     * Hands every row to the sink and returns. Called again for every load.
     *
     * @throws Exception for whatever went wrong; the load fails with it as the cause and nothing is kept
     */
    void produce(RowSink sink) throws Exception;
}
