package io.medallion.route;

import io.medallion.Layer;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The query over the rows of Silver: the answer by which every other one is measured. */
final class SilverAnswer {

    private SilverAnswer() {}

    static Query of(SeenQuery seen) {
        ResolvedQuery query = seen.query();
        Map<String, Expression> groupings = new LinkedHashMap<>();
        query.groupings().forEach(g -> groupings.put(g.name(), g.expression()));
        Map<String, Expression> measures = new LinkedHashMap<>();
        query.measures().forEach(m -> measures.put(m.name(), m.aggregate().call()));
        List<Query.Join> joins = query.joins().stream().map(j -> join(j, seen)).toList();
        List<Expression> conditions = Stream.concat(
                        Stream.ofNullable(seen.baseRows()), Stream.ofNullable(query.filter()))
                .toList();
        return new AnswerShape(query, groupings, measures)
                .aggregated(Relation.table(Layer.SILVER, query.base()), joins, conditions);
    }

    /** Rows of a joined table that may not be seen are as good as missing; the row that refers to them stays. */
    private static Query.Join join(Relationship relationship, SeenQuery seen) {
        List<Expression> on = new ArrayList<>();
        for (int i = 0; i < relationship.from().size(); i++) {
            on.add(new Binary(
                    BinaryOperator.EQUAL,
                    relationship.from().get(i),
                    relationship.to().get(i)));
        }
        Stream.ofNullable(seen.rows().get(relationship.toTable())).forEach(on::add);
        Relation table = Relation.table(Layer.SILVER, relationship.toTable());
        return new Query.Join(Query.JoinKind.LEFT, table, Expression.allOf(on));
    }
}
