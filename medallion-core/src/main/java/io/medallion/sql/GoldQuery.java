package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.expression.Aggregate;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Query.Join;
import io.medallion.expression.Query.JoinKind;
import io.medallion.expression.Query.Selected;
import io.medallion.expression.Relation;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.DerivedColumn;
import io.medallion.spec.Grouping;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An aggregate spec as one query: grouped rows, and around them what is derived from the measures. */
final class GoldQuery {

    private static final String GROUPED = "grouped";

    private GoldQuery() {}

    static Query of(AggregateGoldSpec spec) {
        Query grouped = grouped(spec);
        if (spec.derived().isEmpty()) {
            return grouped;
        }
        List<Selected> selected = new ArrayList<>();
        spec.groupings().forEach(g -> selected.add(Selected.of(ColumnRef.of(GROUPED, g.name()))));
        spec.measures().forEach(m -> selected.add(Selected.of(ColumnRef.of(GROUPED, m.name()))));
        Map<String, Expression> derived = new HashMap<>();
        for (DerivedColumn column : spec.derived()) {
            Expression expression = column.expression().mapColumns(c -> {
                Expression earlier = derived.get(c.column());
                return earlier == null ? ColumnRef.of(GROUPED, c.column()) : earlier;
            });
            derived.put(column.name(), expression);
            selected.add(new Selected(expression, column.name()));
        }
        return Query.of(new Relation.SubqueryRelation(grouped, GROUPED), selected);
    }

    private static Query grouped(AggregateGoldSpec spec) {
        List<Selected> selected = new ArrayList<>();
        spec.groupings().forEach(g -> selected.add(new Selected(g.expression(), g.name())));
        spec.measures().forEach(m -> selected.add(new Selected(m.aggregate().call(), m.name())));
        if (selected.isEmpty()) {
            selected.add(new Selected(Aggregate.count().call(), "_rows"));
        }
        return new Query(
                selected,
                Relation.table(Layer.SILVER, spec.inputs().get(0).table()),
                spec.joins().stream().map(GoldQuery::join).toList(),
                spec.filter(),
                spec.groupings().stream().map(Grouping::expression).toList(),
                null,
                List.of(),
                null,
                null);
    }

    private static Join join(Relationship relationship) {
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i < relationship.from().size(); i++) {
            pairs.add(new Binary(
                    BinaryOperator.EQUAL,
                    relationship.from().get(i),
                    relationship.to().get(i)));
        }
        return new Join(JoinKind.LEFT, Relation.table(Layer.SILVER, relationship.toTable()), Expression.allOf(pairs));
    }
}
