package io.medallion.semantic;

import io.medallion.expression.Expression;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import io.medallion.spec.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A semantic query with every name resolved: columns in groupings, measures and filter are qualified with their Silver table.
 *
 * @param inputs the Silver tables it needs; the rows of the first one are aggregated
 * @param joins how each further table is found from those before it, many rows to at most one
 * @param groupings what makes a group
 * @param measures what is computed per group
 * @param filter which rows count; null for all
 * @param having which groups count, over the names of groupings and measures; null for all
 * @param order the order of the result by names of groupings and measures; total, every grouping is in it
 * @param limit at most so many rows; null for all
 */
public record ResolvedQuery(
        List<GoldInput> inputs,
        List<Relationship> joins,
        List<Grouping> groupings,
        List<Measure> measures,
        @Nullable Expression filter,
        @Nullable Expression having,
        List<SemanticQuery.OrderKey> order,
        @Nullable Long limit) {

    public ResolvedQuery {
        inputs = List.copyOf(inputs);
        joins = List.copyOf(joins);
        groupings = List.copyOf(groupings);
        measures = List.copyOf(measures);
        order = List.copyOf(order);
    }

    /** The Silver table whose rows are aggregated. */
    public String base() {
        return inputs.get(0).table();
    }
}
