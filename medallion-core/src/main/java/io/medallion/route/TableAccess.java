package io.medallion.route;

import io.medallion.expression.Expression;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see of one Silver table.
 *
 * @param hiddenColumns Silver columns that must not take part in any way
 * @param rows only rows for which this is true are seen, over the table's Silver columns; null for all
 */
public record TableAccess(Set<String> hiddenColumns, @Nullable Expression rows) {

    /** All columns of all rows. */
    public static final TableAccess ALL = new TableAccess(Set.of(), null);

    public TableAccess {
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** All rows without these columns. */
    public static TableAccess hiding(String... columns) {
        return new TableAccess(Set.of(columns), null);
    }

    /** The rows for which the predicate is true, with all columns. */
    public static TableAccess where(String predicate) {
        return new TableAccess(Set.of(), Expression.parse(predicate));
    }

    /** Whether nothing is kept from the caller. */
    public boolean isAll() {
        return hiddenColumns.isEmpty() && rows == null;
    }
}
