package io.medallion.route;

import static io.medallion.route.RefusalReason.EXPR;
import static io.medallion.route.RefusalReason.MISSING_DIM;
import static io.medallion.route.RefusalReason.MISSING_MEASURE;
import static io.medallion.route.Route.How.DIRECT;
import static io.medallion.route.Route.How.ROLLUP;
import static io.medallion.route.Routing.REVENUE;
import static io.medallion.route.Routing.assertAnswers;
import static io.medallion.route.Routing.assertRefuses;
import static io.medallion.route.Routing.orders;
import static io.medallion.route.Routing.own;
import static io.medallion.route.Routing.route;
import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.day;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.GoldSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingGrainTest {

    private final GoldSpec daily = orders().by(dimension("region"), day("ordered_at"))
            .measure(REVENUE, count().named("n"))
            .build();

    @Test
    void the_same_groups_are_shown_as_they_are() {
        Route route = route(measure(REVENUE).by(dimension("region"), day("ordered_at")), daily);

        assertAnswers(route, DIRECT, "g.region", "g.ordered_at_day", "g.revenue");
        assertThat(route.query().groupBy()).isEmpty();
    }

    @Test
    void the_order_of_groupings_does_not_matter() {
        assertAnswers(route(measure(REVENUE).by(day("ordered_at"), dimension("region")), daily), DIRECT, "g.revenue");
    }

    @Test
    void counts_of_finer_groups_are_added_up_and_stay_bigint() {
        assertAnswers(
                route(measure(own("COUNT(*)")).by(dimension("orders.region")), daily),
                ROLLUP,
                "CAST(coalesce(SUM(g.n), 0) AS BIGINT)");
    }

    @Test
    void a_sum_of_nothing_is_null() {
        assertAnswers(route(measure(REVENUE).where("region = 'nowhere'"), daily), ROLLUP, "SUM(g.revenue)");
    }

    @Test
    void a_count_of_values_is_no_count_of_rows() {
        assertRefuses(route(measure(own("COUNT(orders.amount)")).by(day("ordered_at")), daily), MISSING_MEASURE);
    }

    @Test
    void a_count_of_values_that_are_never_missing_is_a_count_of_rows() {
        assertAnswers(
                route(measure(own("COUNT(orders.order_id)")).by(dimension("region"), day("ordered_at")), daily),
                DIRECT,
                "g.n");
    }

    @Test
    void a_missing_grouping_is_refused() {
        assertRefuses(route(measure(REVENUE).by("region", "orders.status"), daily), MISSING_DIM);
    }

    @Test
    void a_single_row_answers_only_what_is_about_everything() {
        GoldSpec total = orders().measure(REVENUE, count().named("n")).build();

        assertAnswers(route(measure(REVENUE, own("COUNT(*)")), total), DIRECT, "g.revenue", "g.n");
        assertRefuses(route(measure(REVENUE).by("region"), total), MISSING_DIM);
    }

    @Test
    void the_smallest_of_several_answers() {
        GoldSpec monthly = GoldSpec.builder("monthly")
                .from(ShopModel.ORDERS)
                .by(dimension("region"), month("ordered_at"))
                .measure(REVENUE)
                .build();
        RouteRequest request = RouteRequest.of(
                measure(REVENUE).by(dimension("region"), month("ordered_at")),
                ShopModel.SHOP,
                List.of(daily, monthly),
                List.of(
                        Routing.silver().get(0),
                        Routing.silver().get(1),
                        Routing.built(daily, 1_000_000),
                        Routing.built(monthly, 30_000)));

        Route route = QueryRouter.exact().route(request);

        assertThat(route.table()).isEqualTo("monthly");
        assertThat(route.alternatives()).containsExactly("g");
    }

    @Test
    void members_of_a_dimension_need_no_measure() {
        assertAnswers(route(SemanticQuery.members(dimension("region")), daily), ROLLUP, "g.region");
    }

    @Test
    void a_free_query_never_answers() {
        Query all = Query.of(
                io.medallion.expression.Relation.table(Layer.SILVER, "orders"),
                List.of(new Query.Selected(Expression.parse("orders.region"), "region")));
        GoldSpec free = io.medallion.spec.QueryGoldSpec.of(
                "free", all, List.of(io.medallion.spec.GoldInput.of(ShopModel.ORDERS)));

        assertRefuses(route(SemanticQuery.members(dimension("region")), free), EXPR);
    }

    private final GoldSpec regional =
            orders().by(dimension("region"), day("ordered_at")).measure(REVENUE).build();

    @Test
    void groups_are_made_before_they_are_ordered_and_limited() {
        Route route = route(measure(REVENUE).by("region").limit(3), regional);

        assertAnswers(route, ROLLUP, "SUM(g.revenue)");
        assertThat(route.query().groupBy()).containsExactly(Expression.parse("g.region"));
        assertThat(route.query().limit()).isEqualTo(3);
        assertThat(route.query().orderBy())
                .extracting(o -> o.expression().text() + (o.descending() ? " desc" : ""))
                .containsExactly("revenue desc", "region");
    }

    @Test
    void silver_has_the_same_order() {
        Route silver = route(measure(REVENUE).by("region").limit(3));
        Route fromGold = route(measure(REVENUE).by("region").limit(3), regional);

        assertThat(silver.query().orderBy()).isEqualTo(fromGold.query().orderBy());
        assertThat(silver.columns()).isEqualTo(fromGold.columns());
    }
}
