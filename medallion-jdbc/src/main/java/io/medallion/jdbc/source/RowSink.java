package io.medallion.jdbc.source;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a {@link RowProducer}. Not thread-safe. */
@FunctionalInterface
public interface RowSink {

    /**
     * One row, a value per column in order; null is missing, "" is the empty text.
     *
     * @throws SourceException when the number of values is not the number of columns
     */
    void row(@Nullable String... values);
}
