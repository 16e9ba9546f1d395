package io.medallion.route;

import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.QueryBuilder;
import io.medallion.expression.Relation;
import io.medallion.semantic.ResolvedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what every layer's query has in common: columns, condition on groups, order, limit. */
final class AnswerShape {

    private final ResolvedQuery query;
    private final Map<String, Expression> groupings;
    private final Map<String, Expression> measures;

    /** @param groupings what gives each grouping, by name in order; likewise {@code measures} */
    AnswerShape(ResolvedQuery query, Map<String, Expression> groupings, Map<String, Expression> measures) {
        this.query = query;
        this.groupings = groupings;
        this.measures = measures;
    }

    /** The rows of groups that are there already. */
    Query projected(Relation from, List<Expression> conditions) {
        List<Expression> all = new ArrayList<>(conditions);
        Expression having = having();
        if (having != null) {
            all.add(having);
        }
        return finished(from).where(Conjuncts.joined(all)).build();
    }

    /** The groups made from rows. */
    Query aggregated(Relation from, List<Query.Join> joins, List<Expression> conditions) {
        return finished(from)
                .join(joins)
                .where(Conjuncts.joined(conditions))
                .groupBy(List.copyOf(groupings.values()))
                .having(having())
                .build();
    }

    private QueryBuilder finished(Relation from) {
        List<Query.Order> order = query.order().stream()
                .map(key -> new Query.Order(ColumnRef.of(key.name()), key.descending()))
                .toList();
        return Query.from(from).select(select()).orderBy(order).limit(query.limit());
    }

    private List<Query.Selected> select() {
        List<Query.Selected> select = new ArrayList<>();
        groupings.forEach((name, expression) -> select.add(new Query.Selected(expression, name)));
        measures.forEach((name, expression) -> select.add(new Query.Selected(expression, name)));
        return select;
    }

    private @Nullable Expression having() {
        Expression having = query.having();
        return having == null
                ? null
                : having.mapColumns(c -> groupings.containsKey(c.column())
                        ? groupings.get(c.column())
                        : measures.getOrDefault(c.column(), c));
    }
}
