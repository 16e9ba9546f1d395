package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query with, for each median, the value, its rank within its group and how many values the group has: MariaDB has no median of groups,
 * but aggregates over such rows give it, exactly and in one pass. The two values in the middle are halved before they are added: neither their sum nor
 * their difference need be a double.
 *
 * <pre>
 * select k, median(a) from t group by k
 * ->  select k, min(x) * 0.5 + max(x) * 0.5     of the x with n * 2 between c and c + 2
 *     from (select k, a as x, row_number() over (partition by k order by a is null, a) as n, count(a) over (partition by k) as c from t)
 *     group by k
 * </pre>
 */
final class RankedRows {

    private static final String ALIAS = "ranked";

    private final Rendering rendering;
    private final ExpressionSql rows;
    private final Scope scope;
    private final List<Expression> groups;
    private final List<Aggregate> medians;
    private final Map<ColumnRef, String> columns = new LinkedHashMap<>();

    private RankedRows(
            Rendering rendering, ExpressionSql rows, Scope scope, List<Expression> groups, List<Aggregate> medians) {
        this.rendering = rendering;
        this.rows = rows;
        this.scope = scope;
        this.groups = groups;
        this.medians = medians;
    }

    /** Null where the database computes all aggregates of the query itself. */
    static @Nullable RankedRows of(Query query, ExpressionSql rows, Scope scope, Rendering rendering) {
        List<Aggregate> medians =
                switch (rendering.dialect()) {
                    case DUCKDB, POSTGRES -> List.of();
                    case MARIADB, MYSQL -> medians(query);
                };
        return medians.isEmpty() ? null : new RankedRows(rendering, rows, scope, query.groupBy(), medians);
    }

    private static List<Aggregate> medians(Query query) {
        return Stream.of(
                        query.select().stream().map(Query.Selected::expression),
                        query.orderBy().stream().map(Query.Order::expression),
                        Stream.ofNullable(query.having()))
                .flatMap(expressions -> expressions)
                .flatMap(expression -> expression.aggregates().stream())
                .filter(aggregate -> aggregate.function() == AggregateFunction.MEDIAN)
                .distinct()
                .toList();
    }

    /** What computes over these rows. */
    ExpressionSql expressions() {
        return new ExpressionSql(rendering, this::column, scope).withMedians(this::median);
    }

    /**
     * These rows, once all expressions over them are known.
     *
     * @param selecting gives the rows of the query with what is selected from them
     */
    Table<?> table(Function<List<SelectField<?>>, ? extends Select<?>> selecting) {
        List<SelectField<?>> selected = new ArrayList<>();
        columns.forEach((column, name) -> selected.add(rows.field(column).as(DSL.name(name))));
        List<Field<?>> keys = rows.fields(groups);
        String partition = keys.isEmpty() ? "" : "partition by {2} ";
        for (int i = 0; i < medians.size(); i++) {
            Field<?> value = value(medians.get(i));
            selected.add(value.as(DSL.name("x" + i)));
            selected.add(Templates.field(
                            "row_number() over (" + partition + "order by {0} is null, {1})",
                            value,
                            value,
                            DSL.list(keys))
                    .as(DSL.name("n" + i)));
            selected.add(Templates.field("count({0}) over (" + partition + ")", value, value, DSL.list(keys))
                    .as(DSL.name("c" + i)));
        }
        return selecting.apply(selected).asTable(DSL.name(ALIAS));
    }

    private Field<?> column(ColumnRef column) {
        String name = columns.computeIfAbsent(column, c -> "k" + columns.size());
        return DSL.field(DSL.name(ALIAS, name));
    }

    private Field<?> median(Aggregate aggregate) {
        int i = medians.indexOf(aggregate);
        Field<Object> middle = Templates.field(
                "case when {0} * 2 between {1} and {1} + 2 then {2} end",
                named("n" + i), named("c" + i), named("x" + i));
        return Templates.field("(min({0}) * 0.5e0 + max({0}) * 0.5e0)", middle);
    }

    private static Field<Object> named(String name) {
        return DSL.field(DSL.name(ALIAS, name));
    }

    private Field<?> value(Aggregate median) {
        Field<?> value = ColumnTypes.cast(rows.field(median.argument()), ColumnType.DOUBLE, rendering.dialect());
        return median.filter() == null ? value : DSL.when(rows.condition(median.filter()), value.coerce(Object.class));
    }
}
