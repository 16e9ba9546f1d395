package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT as a tree: what the router produces and what SQL is rendered from. Immutable; goes to JSON and back.
 *
 * <p>The query works on groups when {@code groupBy} is not empty or an aggregate is used; then every column outside an
 * aggregate must be part of an expression of {@code groupBy}. An unqualified name in {@code orderBy} that is the alias of a
 * selected expression means that expression.
 *
 * @param select what is returned, at least one, each with an alias of its own
 * @param from the first relation
 * @param joins further relations in order
 * @param where which rows count; null for all
 * @param groupBy what makes a group; may be empty
 * @param having which groups count; null for all
 * @param orderBy the order of the result, NULLs always last; may be empty
 * @param limit at most so many rows; null for all
 * @param offset so many rows are left out first; null for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Query(
        List<Selected> select,
        Relation from,
        List<Join> joins,
        @Nullable Expression where,
        List<Expression> groupBy,
        @Nullable Expression having,
        List<Order> orderBy,
        @Nullable Long limit,
        @Nullable Long offset) {

    /**
     * One column of the result.
     *
     * @param expression its value
     * @param alias its name, unique in the query
     */
    public record Selected(Expression expression, String alias) {
        public Selected {
            Names.check("alias", alias);
        }

        /** The column {@code column} under its own name. */
        public static Selected of(ColumnRef column) {
            return new Selected(column, column.column());
        }
    }

    /**
     * One key of the order, NULLs always last.
     *
     * @param expression the key
     * @param descending whether the greatest comes first
     */
    public record Order(Expression expression, boolean descending) {

        /** The smallest first. */
        public static Order ascending(Expression expression) {
            return new Order(expression, false);
        }

        /** The greatest first. */
        public static Order descending(Expression expression) {
            return new Order(expression, true);
        }
    }

    /** How a join treats rows without a partner. */
    public enum JoinKind {
        /** Rows without a partner are left out. */
        INNER,
        /** Rows of the left side without a partner stay, with NULLs. */
        LEFT
    }

    /**
     * One more relation.
     *
     * @param kind what happens to rows without a partner
     * @param relation the relation joined
     * @param on which rows are partners
     */
    public record Join(JoinKind kind, Relation relation, Expression on) {}

    public Query {
        select = List.copyOf(select);
        joins = joins == null ? List.of() : List.copyOf(joins);
        groupBy = groupBy == null ? List.of() : List.copyOf(groupBy);
        orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
        QueryRules.check(select, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    /** {@code SELECT select FROM from}. */
    public static Query of(Relation from, List<Selected> select) {
        return from(from).select(select).build();
    }

    /** A query that reads from {@code relation}, to be completed. */
    public static QueryBuilder from(Relation relation) {
        return new QueryBuilder(relation);
    }

    /** A copy of this query, to be changed. */
    public QueryBuilder toBuilder() {
        return new QueryBuilder(this);
    }

    /** This query over the rows where {@code where} is true, instead of its own condition; null for all rows. */
    public Query where(@Nullable Expression where) {
        return toBuilder().where(where).build();
    }

    /** This query in the order of {@code orderBy} instead of its own. */
    public Query orderedBy(List<Order> orderBy) {
        return toBuilder().orderBy(orderBy).build();
    }

    /** This query with at most {@code limit} rows after the first {@code offset}; null for all and for none. */
    public Query limited(@Nullable Long limit, @Nullable Long offset) {
        return toBuilder().limit(limit).offset(offset).build();
    }

    /** All relations: the first and the joined ones. */
    public Stream<Relation> relations() {
        return Stream.concat(Stream.of(from), joins.stream().map(Join::relation));
    }

    /** Whether the query works on groups of rows: it groups, or it uses an aggregate. */
    public boolean aggregates() {
        return QueryRules.aggregates(select, groupBy, having, orderBy);
    }
}
