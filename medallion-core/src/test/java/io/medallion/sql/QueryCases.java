package io.medallion.sql;

import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;

import io.medallion.Layer;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Query.Join;
import io.medallion.expression.Query.JoinKind;
import io.medallion.expression.Query.Order;
import io.medallion.expression.Query.Selected;
import io.medallion.expression.Relation;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.Relationship;
import java.util.List;

/** Query trees over orders and customers, with and without their types. */
final class QueryCases {

    private static final PipelineSpec PIPELINE =
            PipelineSpec.empty("shop").with(GoldCases.ORDERS).with(GoldCases.CUSTOMERS);

    private QueryCases() {}

    static List<GoldenCase> all() {
        return List.of(
                typed("query/top", topSegments()).returns("small | 30.50 | 2", "LARGE | 5.00 | 1"),
                untyped("query/top_untyped", topSegments()).returns("small | 30.50 | 2", "LARGE | 5.00 | 1"),
                typed("query/middle", middles()).returns("small | 15.25", "LARGE | 5.0"),
                untyped("query/middle_untyped", middles()).returns("small | 15.25", "LARGE | 5.0"),
                typed("query/middle_of_all", Query.of(orders(), List.of(selected("MEDIAN(weight) + 1", "middle"))))
                        .returns("3.0"),
                typed("query/join", bigOrders()).returns("1 | 10.00 | small", "2 | 20.50 | small"),
                typed("query/subquery", ofSubquery()).returns("3 | 30.50"),
                typed("query/union", ofUnion()).returns("1", "2", "3", "1"),
                typed("query/page", page()).returns("3 | paid", "4 | null"),
                over(GoldenCase.of("query/inclusion", sql -> SqlScript.of(List.of(inclusion(sql)))))
                        .returns("0 | 5 | 4 | 3 | 3 | 2 | 2", "1 | 5 | 3 | 0 | 3 | 2 | 2"),
                typed("query/hostile_literals", hostile()).returns("it's \\ ' ? {0} -- ; /* | 5"));
    }

    private static GoldenCase typed(String name, Query query) {
        return over(GoldenCase.of(name, sql -> SqlScript.of(List.of(sql.query(query, PIPELINE)))));
    }

    private static GoldenCase untyped(String name, Query query) {
        return over(GoldenCase.of(name, sql -> SqlScript.of(List.of(sql.query(query)))));
    }

    private static GoldenCase over(GoldenCase golden) {
        return golden.tables(GoldCases.ORDERS, GoldCases.CUSTOMERS).given(GoldCases.ROWS);
    }

    private static SqlStatement inclusion(SqlGenerator sql) {
        return sql.inclusion(List.of(
                Relationship.manyToOne("orders.customer_id", "customers.id"),
                new Relationship(
                        List.of(ColumnRef.of("orders", "customer_id"), ColumnRef.of("orders", "status")),
                        List.of(ColumnRef.of("customers", "id"), ColumnRef.of("customers", "segment")))));
    }

    private static Relation orders() {
        return Relation.table(Layer.SILVER, "orders");
    }

    private static Join customers(JoinKind kind) {
        return new Join(
                kind, Relation.table(Layer.SILVER, "customers"), Expression.parse("orders.customer_id = customers.id"));
    }

    private static Selected selected(String expression, String alias) {
        return new Selected(Expression.parse(expression), alias);
    }

    private static Query topSegments() {
        return new Query(
                List.of(
                        selected("customers.segment", "segment"),
                        new Selected(sum("orders.amount").aggregate().call(), "revenue"),
                        new Selected(count().aggregate().call(), "orders")),
                orders(),
                List.of(customers(JoinKind.LEFT)),
                null,
                List.of(Expression.parse("customers.segment")),
                Expression.parse("SUM(orders.amount) > 1"),
                List.of(Order.descending(ColumnRef.of("revenue")), Order.ascending(ColumnRef.of("segment"))),
                10L,
                null);
    }

    private static Query middles() {
        return new Query(
                List.of(
                        selected("customers.segment", "segment"),
                        new Selected(Expression.parse("MEDIAN(orders.amount)"), "middle")),
                orders(),
                List.of(customers(JoinKind.LEFT)),
                Expression.parse("orders.id < 100"),
                List.of(Expression.parse("customers.segment")),
                Expression.parse("MEDIAN(orders.amount) > 1"),
                List.of(Order.descending(Expression.parse("MEDIAN(orders.amount)"))),
                10L,
                null);
    }

    static Query bigOrders() {
        return new Query(
                List.of(
                        selected("orders.id", "id"),
                        selected("orders.amount", "amount"),
                        selected("customers.segment", "segment")),
                orders(),
                List.of(customers(JoinKind.INNER)),
                Expression.parse("amount >= 10"),
                List.of(),
                null,
                List.of(Order.ascending(ColumnRef.of("id"))),
                null,
                null);
    }

    private static Query ofSubquery() {
        Query months = new Query(
                List.of(selected("date_bucket('MONTH', ordered_on)", "month"), selected("SUM(amount)", "revenue")),
                orders(),
                List.of(),
                null,
                List.of(Expression.parse("date_bucket('MONTH', ordered_on)")),
                null,
                List.of(),
                null,
                null);
        return Query.of(
                new Relation.SubqueryRelation(months, "months"),
                List.of(selected("COUNT(*)", "months"), selected("MAX(revenue)", "best")));
    }

    private static Query ofUnion() {
        Query paid = Query.of(orders(), List.of(selected("id", "id"))).where(Expression.parse("id <= 3"));
        Query first = Query.of(orders(), List.of(selected("id", "id"))).where(Expression.parse("id = 1"));
        return Query.of(new Relation.UnionRelation(List.of(paid, first), "both"), List.of(selected("id", "id")));
    }

    private static Query page() {
        return Query.of(orders(), List.of(selected("id", "id"), selected("status", "status")))
                .orderedBy(List.of(Order.ascending(Expression.parse("id + 0"))))
                .limited(2L, 2L);
    }

    private static Query hostile() {
        return Query.of(
                orders(), List.of(selected("'it''s \\ '' ? {0} -- ; /*'", "te`xt\" ?"), selected("COUNT(*)", "n")));
    }
}
