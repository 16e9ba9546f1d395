package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.Layer;
import io.medallion.expression.Query.Join;
import io.medallion.expression.Query.JoinKind;
import io.medallion.expression.Query.Order;
import io.medallion.expression.Query.Selected;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Relation ORDERS = new Relation.TableRelation(Layer.SILVER, "orders", "o");
    private static final Relation CUSTOMERS = new Relation.TableRelation(Layer.SILVER, "customers", "c");

    private static Selected selected(String text, String alias) {
        return new Selected(Expression.parse(text), alias);
    }

    private static List<Expression> expressions(String... texts) {
        return List.of(texts).stream().map(Expression::parse).toList();
    }

    private static Query revenueBySegment() {
        return Query.from(ORDERS)
                .select(List.of(selected("c.segment", "segment"), selected("SUM(o.amount)", "revenue")))
                .join(JoinKind.LEFT, CUSTOMERS, Expression.parse("c.id = o.customer_id"))
                .where(Expression.parse("o.status = 'paid'"))
                .groupBy(expressions("c.segment"))
                .having(Expression.parse("COUNT(*) > 1"))
                .orderBy(List.of(Order.descending(ColumnRef.of("revenue"))))
                .limit(10L)
                .build();
    }

    @Test
    void goes_to_json_and_back() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Query inner = revenueBySegment();
        Query outer = Query.from(new Relation.SubqueryRelation(inner, "s"))
                .select(ColumnRef.of("s", "revenue"), "r")
                .join(
                        JoinKind.INNER,
                        new Relation.UnionRelation(List.of(inner, inner), "u"),
                        Expression.parse("s.segment = u.segment"))
                .build();

        assertThat(mapper.writeValueAsString(inner))
                .isEqualTo("{\"select\":[{\"expression\":\"c.segment\",\"alias\":\"segment\"},"
                        + "{\"expression\":\"SUM(o.amount)\",\"alias\":\"revenue\"}],"
                        + "\"from\":{\"kind\":\"table\",\"layer\":\"SILVER\",\"table\":\"orders\",\"alias\":\"o\"},"
                        + "\"joins\":[{\"kind\":\"LEFT\",\"relation\":{\"kind\":\"table\",\"layer\":\"SILVER\","
                        + "\"table\":\"customers\",\"alias\":\"c\"},\"on\":\"c.id = o.customer_id\"}],"
                        + "\"where\":\"o.status = 'paid'\",\"groupBy\":[\"c.segment\"],\"having\":\"COUNT(*) > 1\","
                        + "\"orderBy\":[{\"expression\":\"revenue\",\"descending\":true}],\"limit\":10}");
        assertThat(mapper.readValue(mapper.writeValueAsString(inner), Query.class))
                .isEqualTo(inner);
        assertThat(mapper.readValue(mapper.writeValueAsString(outer), Query.class))
                .isEqualTo(outer);
    }

    @Test
    void reads_a_query_of_the_least_parts() throws Exception {
        Query query = new ObjectMapper()
                .readValue(
                        "{\"select\":[{\"expression\":\"a\",\"alias\":\"a\"}],"
                                + "\"from\":{\"kind\":\"table\",\"layer\":\"GOLD\",\"table\":\"t\",\"alias\":\"t\"}}",
                        Query.class);

        assertThat(query).isEqualTo(Query.of(Relation.table(Layer.GOLD, "t"), List.of(Selected.of(ColumnRef.of("a")))));
        assertThat(query.aggregates()).isFalse();
        assertThat(revenueBySegment().aggregates()).isTrue();
    }

    @Test
    void reports_every_problem() {
        assertThatThrownBy(() -> new Query(
                        List.of(),
                        ORDERS,
                        List.of(new Join(JoinKind.INNER, ORDERS, Expression.parse("oo.id = 1"))),
                        Expression.parse("SUM(o.amount) > 1"),
                        List.of(),
                        null,
                        List.of(),
                        -1L,
                        -2L))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("select is empty.")
                .hasMessageContaining("from: The alias 'o' is used twice.")
                .hasMessageContaining("joins: 'oo.id' names a table that is not in the query. Did you mean 'o'?")
                .hasMessageContaining("where: 'SUM(o.amount) > 1' holds an aggregate, which needs a group of rows.")
                .hasMessageContaining("limit is negative.")
                .hasMessageContaining("offset is negative.");
    }

    @Test
    void refuses_a_column_that_is_neither_grouped_nor_aggregated() {
        Query grouped = Query.of(ORDERS, List.of(selected("SUM(amount)", "s")));

        assertThatThrownBy(() -> Query.of(ORDERS, List.of(selected("region", "r"), selected("SUM(amount)", "s"))))
                .hasMessage("select 'r': 'region' is neither grouped nor aggregated.");
        assertThatThrownBy(() -> grouped.orderedBy(List.of(Order.ascending(ColumnRef.of("region")))))
                .hasMessage("orderBy: 'region' is neither grouped nor aggregated.");
        assertThatThrownBy(() -> grouped.toBuilder()
                        .having(Expression.parse("region = 'x'"))
                        .build())
                .hasMessage("having: 'region = 'x'' is neither grouped nor aggregated.");
        assertThatThrownBy(() ->
                        grouped.toBuilder().groupBy(expressions("MAX(region)")).build())
                .hasMessageContaining("groupBy: 'MAX(region)' holds an aggregate");
    }

    @Test
    void takes_computations_over_grouped_expressions_aggregates_and_literals() {
        Query grouped = Query.from(ORDERS)
                .select(Expression.parse("2 * SUM(amount) / COUNT(*) + 1"), "a")
                .select(Expression.parse("upper(region || '!')"), "b")
                .select(Expression.parse("year(DATE_BUCKET('MONTH', at))"), "c")
                .select(Literal.of("x"), "d")
                .groupBy(expressions("region", "DATE_BUCKET('MONTH', at)"))
                .build();

        assertThat(grouped.select()).hasSize(4);
    }

    @Test
    void refuses_equal_aliases_and_uneven_unions() {
        assertThatThrownBy(() -> Query.of(ORDERS, List.of(selected("a", "x"), selected("b", "x"))))
                .hasMessage("select: The alias 'x' is used twice.");
        Query one = Query.of(ORDERS, List.of(selected("a", "x")));
        Query two = Query.of(ORDERS, List.of(selected("a", "x"), selected("b", "y")));
        assertThatThrownBy(() -> new Relation.UnionRelation(List.of(one, two), "u"))
                .hasMessage("union 'u' needs two or more queries with equally many columns.");
    }
}
