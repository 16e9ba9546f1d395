package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.ColumnRef;
import java.util.List;

/**
 * A column of a dimension.
 *
 * @param name what it is called
 * @param from the Silver columns it comes from, each with its table, at most one of a table; the first goes before the others
 */
public record DimensionColumn(
        @JsonProperty(required = true) String name, @JsonProperty(required = true) List<ColumnRef> from) {
    public DimensionColumn {
        from = List.copyOf(from);
    }
}
