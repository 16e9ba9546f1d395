package io.medallion.jdbc.source;

import java.util.Objects;

/**
 * A column of a source.
 *
 * @param name usable in Bronze: never empty, unique without regard to case, none of the metadata columns; not shortened to what a database allows
 * @param original the header as in the source; empty where the source has none
 * @param position 0-based
 */
public record SourceColumn(String name, String original, int position) {

    public SourceColumn {
        Objects.requireNonNull(original, "original");
        if (name.isEmpty() || position < 0) {
            throw new IllegalArgumentException("a column has a name and a position: '" + name + "', " + position);
        }
    }
}
