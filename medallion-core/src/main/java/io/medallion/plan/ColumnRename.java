package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.ColumnRef;
import java.util.Objects;

/**
 * Another name for a Silver column, so that the same thing is called the same in every table.
 *
 * @param column the column as it is called now, with its table
 * @param name what it would be called
 */
public record ColumnRename(
        @JsonProperty(required = true) ColumnRef column, @JsonProperty(required = true) String name) {

    public ColumnRename {
        Objects.requireNonNull(column.table(), "table");
        Objects.requireNonNull(name, "name");
    }

    /** The table of the column. */
    String table() {
        return Objects.requireNonNull(column.table());
    }

    /** What it is called in a plan: {@code rename:orders.user_id}. */
    String id() {
        return "rename:" + table() + "." + column.column();
    }
}
