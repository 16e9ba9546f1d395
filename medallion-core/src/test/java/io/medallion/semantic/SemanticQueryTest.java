package io.medallion.semantic;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.semantic.ShopModel.SHOP;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.average;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.spec.Measure;
import io.medallion.spec.Relationship;
import org.junit.jupiter.api.Test;

class SemanticQueryTest {

    private static ResolvedQuery resolved(SemanticQuery query) {
        return SHOP.resolve(query);
    }

    @Test
    void is_the_same_after_json() {
        SemanticQuery query = measure("revenue")
                .and(count())
                .by(month("ordered_at"))
                .by("segment")
                .where("region = 'EU'")
                .having("revenue > 10")
                .orderBy("ordered_at_month")
                .limit(5);

        assertThat(SemanticQuery.fromJson(query.toJson())).isEqualTo(query);
    }

    @Test
    void json_with_an_unknown_field_is_refused_with_its_path() {
        assertThatThrownBy(() ->
                        SemanticQuery.fromJson("{\"measures\":[{\"name\":\"revenue\",\"agregate\":\"COUNT(*)\"}]}"))
                .hasMessageContaining("$.measures[0].agregate is not a known field. Did you mean 'aggregate'?");
    }

    @Test
    void asking_for_nothing_is_refused() {
        assertThatThrownBy(() -> SemanticQuery.fromJson("{}"))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("asks for nothing");
    }

    @Test
    void names_and_synonyms_become_qualified_columns() {
        ResolvedQuery query = resolved(measure("Sales").by("segment").where("region = 'EU'"));

        assertThat(query.measures()).containsExactly(sum("orders.amount").named("amount"));
        assertThat(query.groupings()).containsExactly(dimension("customers.segment"));
        assertThat(String.valueOf(query.filter())).isEqualTo("orders.region = 'EU'");
        assertThat(query.joins())
                .containsExactly(Relationship.manyToOne("orders.customer_id", "customers.customer_id"));
    }

    @Test
    void the_first_measure_decides_the_order_and_groupings_break_ties() {
        assertThat(resolved(measure("revenue").by("region", "segment")).order())
                .containsExactly(
                        new SemanticQuery.OrderKey("amount", true),
                        new SemanticQuery.OrderKey("region", false),
                        new SemanticQuery.OrderKey("segment", false));
    }

    @Test
    void a_stated_order_may_use_the_word_the_measure_was_asked_by() {
        assertThat(resolved(measure("revenue").by("region").orderBy("revenue")).order())
                .startsWith(new SemanticQuery.OrderKey("amount", false));
    }

    @Test
    void an_order_by_something_else_is_refused() {
        assertThatThrownBy(() -> resolved(measure("revenue").by("region").orderBy("regin")))
                .hasMessage("query: order by 'regin' names no column of the answer: amount, region. Did you mean"
                        + " 'region'?");
    }

    @Test
    void an_unknown_measure_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> resolved(measure("revenu").by("region")))
                .hasMessage("query: measure 'revenu' is not in the model. Did you mean 'revenue'?");
    }

    @Test
    void every_unknown_name_is_reported_at_once() {
        assertThatThrownBy(() -> resolved(measure("revenu").by("regionn").where("colour = 'red' AND shape = 'round'")))
                .isInstanceOfSatisfying(
                        MedallionException.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void a_name_of_several_tables_has_to_be_qualified() {
        assertThatThrownBy(() -> resolved(measure("revenue").by("status")))
                .hasMessageContaining(
                        "grouping 'status' is in several tables. Write orders.status or customers.status.");
    }

    @Test
    void a_count_beside_another_measure_counts_its_table() {
        assertThat(resolved(measure("revenue", "count").by("segment")).base()).isEqualTo("orders");
        assertThat(resolved(measure(sum("orders.amount"), count()).by("customers.segment"))
                        .base())
                .isEqualTo("orders");
    }

    @Test
    void a_count_alone_is_ambiguous() {
        assertThatThrownBy(() -> resolved(measure("count").by("segment")))
                .hasMessageContaining("Write orders.count or customers.count or payments.count.");
    }

    @Test
    void measures_of_two_tables_are_refused() {
        assertThatThrownBy(() -> resolved(measure("revenue", "paid").by("region")))
                .hasMessageContaining("are of several tables, [orders, payments]");
    }

    @Test
    void a_table_that_is_not_related_is_refused_with_what_to_declare() {
        SemanticModel apart = SemanticModel.derivedFrom(java.util.List.of(ShopModel.ORDERS, ShopModel.CUSTOMERS));

        assertThatThrownBy(() -> apart.resolve(measure("amount").by("segment")))
                .hasMessageContaining("table 'customers' cannot be reached from 'orders', many rows to one.")
                .hasMessageContaining("manyToOne(\"orders.<column>\", \"customers.<key>\")");
    }

    @Test
    void keys_are_never_added_up() {
        assertThatThrownBy(() -> resolved(measure(sum("orders.order_id")).by("region")))
                .hasMessageContaining("computes SUM of 'orders.order_id', which identifies rows");
        assertThatThrownBy(() -> resolved(measure(average("customer_id")).by("region")))
                .hasMessageContaining("is in several tables");
        assertThatThrownBy(() -> resolved(measure(average("orders.customer_id")).by("region")))
                .hasMessageContaining("identifies rows");
    }

    @Test
    void rates_are_never_added_up() {
        assertThatThrownBy(() -> resolved(measure(sum("discount_rate")).by("region")))
                .hasMessageContaining("computes SUM of 'orders.discount_rate', for which only AVG");
    }

    @Test
    void text_is_never_added_up() {
        assertThatThrownBy(() -> resolved(measure(sum("region"))))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("TEXT");
    }

    @Test
    void two_columns_of_one_name_are_refused() {
        assertThatThrownBy(
                        () -> resolved(measure(Measure.count().named("region")).by("region")))
                .hasMessageContaining("column 'region' would be in the answer twice");
    }

    @Test
    void a_filter_has_to_be_a_condition() {
        assertThatThrownBy(() -> resolved(measure("revenue").where("quantity + 1")))
                .hasMessageContaining("filter");
    }
}
