package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns an aggregate can name: qualifies references and reports those that name nothing. */
final class GoldScope {

    private final List<GoldInput> inputs;
    private final SpecChecks wrong;
    private final Scope scope;

    private GoldScope(List<GoldInput> inputs, SpecChecks wrong) {
        this.inputs = inputs;
        this.wrong = wrong;
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        inputs.forEach(input -> types.put(input.table(), input.types()));
        this.scope = Scope.ofTables(types);
    }

    static GoldScope of(List<GoldInput> inputs, List<Relationship> joins, SpecChecks wrong) {
        if (inputs.isEmpty()) {
            wrong.problem("inputs", "are missing.").accept("Name the Silver table with from(..).");
        }
        wrong.names("inputs", inputs.stream().map(GoldInput::table).toList());
        GoldScope scope = new GoldScope(inputs, wrong);
        if (!inputs.isEmpty() && joins.size() != inputs.size() - 1) {
            wrong.problem("joins", "are " + joins.size() + " for " + inputs.size() + " inputs.")
                    .accept("Each input after the first needs one relationship.");
            return scope;
        }
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (i > 0) {
                scope.join(inputs.get(i), joins.get(i - 1), reached);
            }
            reached.add(inputs.get(i).table());
        }
        return scope;
    }

    private void join(GoldInput target, Relationship relationship, Set<String> reached) {
        if (!reached.contains(relationship.fromTable())
                || !relationship.toTable().equals(target.table())) {
            wrong.problem(
                            "join of '" + target.table() + "'",
                            "is described from '" + relationship.fromTable() + "' to '" + relationship.toTable() + "'.")
                    .accept("It has to lead from a table before it to '" + target.table() + "'.");
            return;
        }
        relationship.from().forEach(this::qualified);
        List<String> to = relationship.to().stream()
                .map(c -> ((ColumnRef) qualified(c)).column())
                .toList();
        if (!Set.copyOf(to).containsAll(target.key()) || target.key().isEmpty()) {
            wrong.problem(
                            "join of '" + target.table() + "'",
                            "is not known to find at most one row: " + to + " does not cover the key " + target.key()
                                    + ".")
                    .accept("Declare the key of '" + target.table() + "' in its Silver spec; otherwise sums would be"
                            + " multiplied.");
        }
    }

    List<Grouping> groupings(List<Grouping> groupings) {
        List<Grouping> qualified = new ArrayList<>();
        for (Grouping grouping : groupings) {
            Expression expression = qualify(grouping.expression());
            qualified.add(new Grouping(grouping.name(), expression));
            typed("grouping '" + grouping.name() + "'", expression);
        }
        return List.copyOf(qualified);
    }

    List<Measure> measures(List<Measure> measures) {
        List<Measure> qualified = new ArrayList<>();
        for (Measure measure : measures) {
            Aggregate aggregate = measure.aggregate().mapColumns(this::qualified);
            qualified.add(new Measure(measure.name(), aggregate));
            wrong.collect(() -> aggregate.typeIn(scope));
        }
        return List.copyOf(qualified);
    }

    Expression filter(Expression filter) {
        Expression qualified = qualify(filter);
        typed("filter", qualified);
        return qualified;
    }

    void derived(List<Grouping> groupings, List<Measure> measures, List<DerivedColumn> derived) {
        List<String> names = new ArrayList<>();
        groupings.forEach(g -> names.add(g.name()));
        measures.forEach(m -> names.add(m.name()));
        for (DerivedColumn column : derived) {
            column.expression()
                    .columns()
                    .forEach(c -> wrong.known("derived column " + column.name() + ":", c.column(), names));
            names.add(column.name());
        }
        wrong.names("columns", names);
        if (names.isEmpty()) {
            wrong.problem("columns", "are missing.").accept("State a grouping or a measure.");
        }
    }

    private void typed(String where, Expression expression) {
        if (expression.columns().stream().allMatch(c -> scope.type(c).isPresent())) {
            wrong.collect(() -> expression.typeIn(scope));
        }
    }

    private Expression qualify(Expression expression) {
        return expression.mapColumns(this::qualified);
    }

    /** The reference with its table, or as it was after reporting why it names nothing. */
    private Expression qualified(ColumnRef column) {
        List<ColumnRef> found = inputs.stream()
                .filter(i -> column.table() == null || i.table().equals(column.table()))
                .filter(i -> i.types().containsKey(column.column()))
                .map(i -> new ColumnRef(i.table(), column.column()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names = inputs.stream()
                    .flatMap(
                            i -> i.types().keySet().stream().map(n -> column.table() == null ? n : i.table() + "." + n))
                    .toList();
            String name = column.table() == null ? column.column() : column.table() + "." + column.column();
            wrong.problem("column '" + name + "'", "is not there.").accept(SpecChecks.nearest(name, names));
        } else {
            wrong.problem("column '" + column.column() + "'", "is in several inputs.")
                    .accept("Write " + found.get(0).text() + " or "
                            + found.get(1).text() + ".");
        }
        return column;
    }
}
