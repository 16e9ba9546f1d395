package io.medallion.jdbc.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a part has been read before, and how far it is read now, by the values of a column that only grow. Not thread-safe; told where to begin
 * before the part is read, and asked how far it came after.
 */
public interface Watermark {

    /** The column, as in the source. */
    String column();

    /** Reads on from a value that an earlier read reached, less the look-back; null for everything. */
    void since(@Nullable String reached);

    /** The greatest value of the column when the last read began, in its canonical text; empty where there was none. */
    Optional<String> reached();
}
