package io.medallion.expression;

import io.medallion.expression.Query.Join;
import io.medallion.expression.Query.JoinKind;
import io.medallion.expression.Query.Order;
import io.medallion.expression.Query.Selected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Query} together; nothing is checked before {@link #build()}. Not thread-safe. */
public final class QueryBuilder {

    private final Relation from;
    private final List<Selected> select = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private @Nullable Expression where;
    private final List<Expression> groupBy = new ArrayList<>();
    private @Nullable Expression having;
    private List<Order> orderBy = List.of();
    private @Nullable Long limit;
    private @Nullable Long offset;

    QueryBuilder(Relation from) {
        this.from = from;
    }

    QueryBuilder(Query query) {
        this.from = query.from();
        this.select.addAll(query.select());
        this.joins.addAll(query.joins());
        this.where = query.where();
        this.groupBy.addAll(query.groupBy());
        this.having = query.having();
        this.orderBy = query.orderBy();
        this.limit = query.limit();
        this.offset = query.offset();
    }

    /** One more column of the result. */
    public QueryBuilder select(Expression expression, String alias) {
        select.add(new Selected(expression, alias));
        return this;
    }

    /** More columns of the result. */
    public QueryBuilder select(List<Selected> selected) {
        select.addAll(selected);
        return this;
    }

    /** One more relation. */
    public QueryBuilder join(JoinKind kind, Relation relation, Expression on) {
        joins.add(new Join(kind, relation, on));
        return this;
    }

    /** More relations. */
    public QueryBuilder join(List<Join> more) {
        joins.addAll(more);
        return this;
    }

    /** Which rows count, instead of what was said before; null for all. */
    public QueryBuilder where(@Nullable Expression condition) {
        where = condition;
        return this;
    }

    /** More expressions that make a group. */
    public QueryBuilder groupBy(List<? extends Expression> expressions) {
        groupBy.addAll(expressions);
        return this;
    }

    /** Which groups count, instead of what was said before; null for all. */
    public QueryBuilder having(@Nullable Expression condition) {
        having = condition;
        return this;
    }

    /** The order, instead of what was said before. */
    public QueryBuilder orderBy(List<Order> order) {
        orderBy = List.copyOf(order);
        return this;
    }

    /** At most so many rows; null for all. */
    public QueryBuilder limit(@Nullable Long rows) {
        limit = rows;
        return this;
    }

    /** So many rows are left out first; null for none. */
    public QueryBuilder offset(@Nullable Long rows) {
        offset = rows;
        return this;
    }

    /**
     * The query.
     *
     * @throws ExpressionException with everything that is wrong with it
     */
    public Query build() {
        return new Query(select, from, joins, where, groupBy, having, orderBy, limit, offset);
    }
}
