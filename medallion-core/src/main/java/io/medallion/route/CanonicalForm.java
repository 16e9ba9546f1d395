package io.medallion.route;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateCall;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.Bucketed;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Scope;
import io.medallion.expression.TimeBucket;
import io.medallion.expression.TimeGrain;
import io.medallion.spec.GoldInput;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives expressions of one meaning one form: the day of a date is the date, and counting a column of the base table that is
 * never NULL is counting rows.
 */
final class CanonicalForm {

    private final Scope scope;
    private final Set<ColumnRef> neverNull = new HashSet<>();

    /** @param inputs the tables; the rows of {@code base} are aggregated, those of the others may be missing */
    CanonicalForm(String base, Collection<GoldInput> inputs) {
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        for (GoldInput input : inputs) {
            types.put(input.table(), input.types());
            input.columns().stream()
                    .filter(c -> input.table().equals(base) && !c.nullable())
                    .forEach(c -> neverNull.add(ColumnRef.of(base, c.name())));
        }
        this.scope = Scope.ofTables(types);
    }

    Expression of(Expression expression) {
        return expression instanceof ColumnRef
                ? expression
                : expression.rewrite(node -> isDayOfDate(node) ? ((Bucketed) node).operand() : node);
    }

    Aggregate of(Aggregate aggregate) {
        Aggregate inside = ((AggregateCall) of(aggregate.call())).aggregate();
        boolean countsRows = inside.function() == AggregateFunction.COUNT
                && !inside.distinct()
                && inside.argument() instanceof ColumnRef column
                && neverNull.contains(column);
        return countsRows ? new Aggregate(AggregateFunction.COUNT, null, false, inside.filter()) : inside;
    }

    ColumnType type(Expression expression) {
        return expression.typeIn(scope);
    }

    ColumnType type(Aggregate aggregate) {
        return aggregate.typeIn(scope);
    }

    private boolean isDayOfDate(Expression node) {
        return node instanceof Bucketed bucketed
                && bucketed.bucket().equals(TimeBucket.of(TimeGrain.DAY))
                && type(bucketed.operand()).kind() == ColumnType.Kind.DATE;
    }
}
