package io.medallion.expression;

import io.medallion.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a query tree one that can be run. All problems are reported at once. */
final class QueryRules {

    private final List<Problem> problems = new ArrayList<>();

    private QueryRules() {}

    static void check(
            List<Query.Selected> select,
            Relation from,
            List<Query.Join> joins,
            @Nullable Expression where,
            List<Expression> groupBy,
            @Nullable Expression having,
            List<Query.Order> orderBy,
            @Nullable Long limit,
            @Nullable Long offset) {
        QueryRules rules = new QueryRules();
        if (select.isEmpty()) {
            rules.refuse("select", "is empty.");
        }
        Set<String> outputs = rules.unique("select", select.stream().map(Query.Selected::alias));
        Set<String> tables = rules.unique(
                "from",
                Stream.concat(Stream.of(from), joins.stream().map(Query.Join::relation))
                        .map(Relation::alias));
        rules.rowsOnly("where", Stream.ofNullable(where), tables);
        rules.rowsOnly("groupBy", groupBy.stream(), tables);
        rules.rowsOnly("joins", joins.stream().map(Query.Join::on), tables);
        rules.outputs(select, groupBy, having, orderBy, tables, outputs);
        rules.notNegative("limit", limit);
        rules.notNegative("offset", offset);
        if (!rules.problems.isEmpty()) {
            throw new ExpressionException(rules.problems);
        }
    }

    static boolean aggregates(
            List<Query.Selected> select,
            List<Expression> groupBy,
            @Nullable Expression having,
            List<Query.Order> orderBy) {
        Stream<Expression> over = Stream.of(
                        select.stream().map(Query.Selected::expression),
                        Stream.ofNullable(having),
                        orderBy.stream().map(Query.Order::expression))
                .flatMap(s -> s);
        return !groupBy.isEmpty()
                || having != null
                || over.anyMatch(e -> !e.aggregates().isEmpty());
    }

    private void outputs(
            List<Query.Selected> select,
            List<Expression> groupBy,
            @Nullable Expression having,
            List<Query.Order> orderBy,
            Set<String> tables,
            Set<String> outputs) {
        boolean grouped = aggregates(select, groupBy, having, orderBy);
        select.forEach(s -> output("select '" + s.alias() + "'", s.expression(), grouped, groupBy, tables));
        if (having != null) {
            output("having", having, true, groupBy, tables);
        }
        for (Query.Order order : orderBy) {
            boolean byAlias = order.expression() instanceof ColumnRef column
                    && column.table() == null
                    && outputs.contains(column.column());
            if (!byAlias) {
                output("orderBy", order.expression(), grouped, groupBy, tables);
            }
        }
    }

    private void output(
            String place, Expression expression, boolean grouped, List<Expression> groupBy, Set<String> tables) {
        knownTables(place, expression, tables);
        if (grouped && !fixedInGroup(expression, groupBy)) {
            refuse(place, "'" + expression.text() + "' is neither grouped nor aggregated.");
        }
    }

    private static boolean fixedInGroup(Expression expression, List<Expression> groupBy) {
        if (expression instanceof AggregateCall || groupBy.contains(expression)) {
            return true;
        }
        return !(expression instanceof ColumnRef)
                && expression.children().stream().allMatch(child -> fixedInGroup(child, groupBy));
    }

    private void rowsOnly(String place, Stream<Expression> expressions, Set<String> tables) {
        expressions.forEach(expression -> {
            knownTables(place, expression, tables);
            if (!expression.aggregates().isEmpty()) {
                refuse(place, "'" + expression.text() + "' holds an aggregate, which needs a group of rows.");
            }
        });
    }

    private void knownTables(String place, Expression expression, Set<String> tables) {
        for (ColumnRef column : expression.columns()) {
            String table = column.table();
            if (table != null && !tables.contains(table)) {
                problems.add(Problem.at(place, "'" + column.text() + "' names a table that is not in the query.")
                        .advise(NearestName.advice(table, tables)));
            }
        }
    }

    private Set<String> unique(String place, Stream<String> aliases) {
        Set<String> seen = new HashSet<>();
        aliases.forEach(alias -> {
            if (!seen.add(alias)) {
                refuse(place, "The alias '" + alias + "' is used twice.");
            }
        });
        return seen;
    }

    private void notNegative(String place, @Nullable Long value) {
        if (value != null && value < 0) {
            refuse(place, "is negative.");
        }
    }

    private void refuse(String place, String message) {
        problems.add(Problem.at(place, message));
    }
}
