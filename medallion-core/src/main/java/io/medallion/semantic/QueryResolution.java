package io.medallion.semantic;

import io.medallion.expression.Aggregate;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.ExpressionTypes;
import io.medallion.expression.Scope;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up the names of one query and decides whose rows it aggregates. */
final class QueryResolution {

    private final SemanticModel model;
    private final ModelNames names;
    private final ModelProblems wrong = new ModelProblems("query");
    private final List<Measure> measures = new ArrayList<>();
    private final Set<String> measureTables = new LinkedHashSet<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private @Nullable Expression filter;

    QueryResolution(SemanticModel model) {
        this.model = model;
        this.names = new ModelNames(model);
    }

    ResolvedQuery resolve(SemanticQuery query) {
        query.measures().forEach(choice -> wrong.collect("", () -> unambiguous(choice)));
        query.measures().forEach(choice -> wrong.collect("", () -> measure(choice)));
        query.groupings().forEach(choice -> wrong.collect("", () -> grouping(choice)));
        if (query.filter() != null) {
            Expression condition = query.filter();
            wrong.collect("filter", () -> filter = new ModelNames(model).qualify(condition));
        }
        wrong.done();
        distinctNames();
        String base = base();
        wrong.done();
        List<Relationship> joins =
                new TablePaths(model.relationships()).joins(Objects.requireNonNull(base), columnTables(), wrong);
        wrong.done();
        List<GoldInput> inputs = Stream.concat(Stream.of(base), joins.stream().map(Relationship::toTable))
                .map(table -> model.table(table).orElseThrow().input())
                .toList();
        checkTypes(inputs);
        List<SemanticQuery.OrderKey> order = new ResultOrder(query, groupings, measures, wrong).total();
        wrong.collect("having", () -> checkHaving(query, inputs));
        wrong.done();
        return new ResolvedQuery(inputs, joins, groupings, measures, filter, query.having(), order, query.limit());
    }

    /** Measures that one table has decide which table is meant by those that several have. */
    private void unambiguous(SemanticQuery.MeasureChoice choice) {
        if (choice.aggregate() == null) {
            List<ModelNames.Named<SemanticMeasure>> found = names.measures(choice.name());
            if (found.size() == 1) {
                measureTables.add(found.get(0).table());
            }
        } else {
            Collection<String> tables = QueryBase.tables(qualified(choice.aggregate()));
            if (!tables.isEmpty()) {
                measureTables.add(new QueryBase(model).of(qualified(choice.aggregate()), choice.name()));
            }
        }
    }

    private Aggregate qualified(Aggregate aggregate) {
        ModelNames fresh = new ModelNames(model);
        return fresh.whole(() -> aggregate.mapColumns(fresh::column));
    }

    private void measure(SemanticQuery.MeasureChoice choice) {
        if (choice.aggregate() != null) {
            Aggregate aggregate = qualified(choice.aggregate());
            measures.add(new Measure(choice.name(), aggregate));
            AggregationRules.check(model, aggregate, choice.name());
            return;
        }
        List<ModelNames.Named<SemanticMeasure>> found = names.measures(choice.name());
        List<ModelNames.Named<SemanticMeasure>> here =
                found.stream().filter(m -> measureTables.contains(m.table())).toList();
        ModelNames.Named<SemanticMeasure> one =
                here.size() == 1 ? here.get(0) : names.one("measure", choice.name(), names.measures());
        measureTables.add(one.table());
        measures.add(new Measure(one.name(), one.value().aggregate()));
    }

    private void grouping(SemanticQuery.GroupingChoice choice) {
        ModelNames fresh = new ModelNames(model);
        if (choice.expression() != null) {
            groupings.add(new Grouping(choice.name(), fresh.qualify(choice.expression())));
            return;
        }
        ModelNames.Named<ColumnRef> found = names.one("grouping", choice.name(), names.columns());
        boolean taken = groupings.stream().anyMatch(g -> g.name().equals(found.name()));
        groupings.add(new Grouping(taken ? found.table() + "_" + found.name() : found.name(), found.value()));
    }

    private void distinctNames() {
        Set<String> seen = new LinkedHashSet<>();
        Stream.concat(groupings.stream().map(Grouping::name), measures.stream().map(Measure::name))
                .filter(name -> !seen.add(name))
                .forEach(name -> wrong.add(
                        "column '" + name + "'",
                        "would be in the answer twice.",
                        "Rename one of them with named(..)."));
    }

    private @Nullable String base() {
        if (measureTables.size() > 1) {
            wrong.add(
                    "measures",
                    "are of several tables, " + measureTables + "; their rows cannot be counted together.",
                    "Ask one question per table.");
            return null;
        }
        if (measureTables.size() == 1) {
            return measureTables.iterator().next();
        }
        Collection<String> tables = columnTables();
        if (tables.isEmpty() && model.tables().size() == 1) {
            return model.tables().get(0).table();
        }
        String base = new QueryBase(model).from(tables).orElse(null);
        if (base == null) {
            wrong.add(
                    "measures",
                    "do not say which table's rows are counted.",
                    "Write the name of a measure of the model, such as "
                            + model.tables().get(0).table() + ".count.");
        }
        return base;
    }

    /** Every table that a column is of. */
    private Collection<String> columnTables() {
        Set<String> tables = new LinkedHashSet<>();
        measures.forEach(m -> tables.addAll(QueryBase.tables(m.aggregate())));
        Stream.concat(groupings.stream().map(Grouping::expression), Stream.ofNullable(filter))
                .flatMap(e -> e.columns().stream())
                .map(ColumnRef::table)
                .filter(Objects::nonNull)
                .forEach(tables::add);
        return tables;
    }

    private void checkTypes(List<GoldInput> inputs) {
        Map<String, Map<String, io.medallion.ColumnType>> types = new LinkedHashMap<>();
        inputs.forEach(input -> types.put(input.table(), input.types()));
        Scope scope = Scope.ofTables(types);
        groupings.forEach(g ->
                wrong.collect("grouping '" + g.name() + "'", () -> ExpressionTypes.overRows(g.expression(), scope)));
        measures.forEach(m ->
                wrong.collect("measure '" + m.name() + "'", () -> m.aggregate().typeIn(scope)));
        if (filter != null) {
            Expression condition = filter;
            wrong.collect("filter", () -> ExpressionTypes.requireCondition(condition, scope));
        }
    }

    private void checkHaving(SemanticQuery query, List<GoldInput> inputs) {
        if (query.having() == null || !wrong.none()) {
            return;
        }
        Map<String, Map<String, io.medallion.ColumnType>> types = new LinkedHashMap<>();
        inputs.forEach(input -> types.put(input.table(), input.types()));
        Scope rows = Scope.ofTables(types);
        Map<String, io.medallion.ColumnType> columns = new LinkedHashMap<>();
        groupings.forEach(g -> columns.put(g.name(), g.expression().typeIn(rows)));
        measures.forEach(m -> columns.put(m.name(), m.aggregate().typeIn(rows)));
        ExpressionTypes.requireCondition(query.having(), Scope.of(columns));
    }
}
