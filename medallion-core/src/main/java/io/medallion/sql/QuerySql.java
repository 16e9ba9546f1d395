package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.expression.RelationVisitor;
import io.medallion.expression.Scope;
import io.medallion.sql.SqlScript.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectGroupByStep;
import org.jooq.SelectHavingStep;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Query trees as SELECTs. */
final class QuerySql {

    private final Rendering rendering;
    private final TableTypes tables;

    QuerySql(Rendering rendering, TableTypes tables) {
        this.rendering = rendering;
        this.tables = tables;
    }

    SqlStatement statement(Query query) {
        return rendering.statement(Step.QUERY, "query", select(query));
    }

    Select<Record> select(Query query) {
        Names names = new Names(query);
        ExpressionSql rows = new ExpressionSql(rendering, names::field, names);
        RankedRows ranked = RankedRows.of(query, rows, names, rendering);
        ExpressionSql expressions = ranked == null ? rows : ranked.expressions();
        List<SelectField<?>> selected = query.select().stream()
                .<SelectField<?>>map(s -> expressions.output(s.expression()).as(rendering.columnName(s.alias())))
                .toList();
        List<Field<?>> groups = query.groupBy().stream()
                .<Field<?>>map(g -> group(g, expressions))
                .toList();
        Condition having = query.having() == null ? DSL.noCondition() : expressions.condition(query.having());
        List<SortField<?>> order = order(query, expressions);
        SelectGroupByStep<Record> from = ranked == null
                ? from(query, selected, rows)
                : rendering.dsl().select(selected).from(ranked.table(fields -> from(query, fields, rows)));
        SelectHavingStep<Record> grouped = groups.isEmpty() ? from : from.groupBy(groups);
        var ordered = (query.having() == null ? grouped : grouped.having(having)).orderBy(order);
        var limited = query.limit() == null ? ordered : ordered.limit(DSL.inline(query.limit()));
        if (query.offset() == null || query.offset() == 0) {
            return limited;
        }
        return query.limit() == null
                ? ordered.offset(DSL.inline(query.offset()))
                : ordered.limit(DSL.inline(query.limit())).offset(DSL.inline(query.offset()));
    }

    /** The rows that a query works on, before they are grouped. */
    private SelectGroupByStep<Record> from(Query query, List<SelectField<?>> selected, ExpressionSql expressions) {
        SelectJoinStep<Record> from = rendering.dsl().select(selected).from(relation(query.from()));
        for (Query.Join join : query.joins()) {
            Table<?> joined = relation(join.relation());
            from = switch (join.kind()) {
                case INNER -> from.join(joined).on(expressions.condition(join.on()));
                case LEFT -> from.leftJoin(joined).on(expressions.condition(join.on()));
            };
        }
        return query.where() == null ? from : from.where(expressions.condition(query.where()));
    }

    /** A bare constant would be read as the number of a column. */
    private Field<?> group(Expression expression, ExpressionSql expressions) {
        Field<?> value = expressions.field(expression);
        return expression instanceof Literal literal
                ? ColumnTypes.cast(value, literal.type(), rendering.dialect())
                : value;
    }

    private List<SortField<?>> order(Query query, ExpressionSql expressions) {
        return query.orderBy().stream()
                .filter(order -> !(meant(query, order.expression()) instanceof Literal))
                .<SortField<?>>map(order -> {
                    Field<?> key = expressions.field(meant(query, order.expression()));
                    return (order.descending() ? key.desc() : key.asc()).nullsLast();
                })
                .toList();
    }

    /** An alias stands for what is selected; MariaDB cannot compute with it, as NULLs last need. */
    private static Expression meant(Query query, Expression expression) {
        if (expression instanceof ColumnRef column && column.table() == null) {
            return query.select().stream()
                    .filter(s -> s.alias().equals(column.column()))
                    .map(Query.Selected::expression)
                    .findFirst()
                    .orElse(expression);
        }
        return expression;
    }

    private Table<?> relation(Relation relation) {
        Table<?> table = relation.accept(new RelationVisitor<Table<?>>() {
            @Override
            public Table<?> visitTable(Relation.TableRelation table) {
                return rendering.table(rendering.naming().table(table.layer(), table.table()));
            }

            @Override
            public Table<?> visitSubquery(Relation.SubqueryRelation subquery) {
                return DSL.table(select(subquery.query()));
            }

            @Override
            public Table<?> visitUnion(Relation.UnionRelation union) {
                return DSL.table(union.queries().stream()
                        .map(QuerySql.this::select)
                        .reduce((a, b) -> a.unionAll(b))
                        .orElseThrow());
            }
        });
        return table.as(rendering.columnName(relation.alias()));
    }

    /** The columns a query can name, as far as they are known, and how they are written. */
    private final class Names implements Scope {

        private final Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        private final Scope scope;

        private Names(Query query) {
            query.relations().forEach(relation -> types.put(relation.alias(), tables.columns(relation, QuerySql.this)));
            scope = Scope.ofTables(types);
        }

        Field<?> field(ColumnRef column) {
            String table = column.table();
            if (table != null) {
                return rendering.field(rendering.column(table), column.column());
            }
            List<String> owners = types.size() == 1
                    ? List.copyOf(types.keySet())
                    : types.keySet().stream()
                            .filter(alias -> types.get(alias).containsKey(column.column()))
                            .toList();
            return owners.size() == 1
                    ? rendering.field(rendering.column(owners.get(0)), column.column())
                    : rendering.field(column.column());
        }

        @Override
        public Optional<ColumnType> type(ColumnRef column) {
            return scope.type(column);
        }

        @Override
        public Collection<String> names() {
            return scope.names();
        }
    }

    /** The types of what a query selects, as far as they are known. */
    Map<String, ColumnType> types(Query query) {
        Names names = new Names(query);
        ExpressionSql expressions = new ExpressionSql(rendering, names::field, names);
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (Query.Selected selected : query.select()) {
            ColumnType type = selected.expression() instanceof Literal literal
                    ? literal.type()
                    : expressions.type(selected.expression());
            if (type != null) {
                types.put(selected.alias(), type);
            }
        }
        return types;
    }
}
