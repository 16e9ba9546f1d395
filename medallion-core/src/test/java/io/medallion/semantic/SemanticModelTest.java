package io.medallion.semantic;

import static io.medallion.semantic.ShopModel.SHOP;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Relationship.manyToOne;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.expression.Aggregate;
import io.medallion.spec.Role;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticModelTest {

    private static SemanticTable table(String name) {
        return SHOP.table(name).orElseThrow();
    }

    @Test
    void quantities_are_added_up_and_rates_are_averaged() {
        assertThat(table("orders").measures())
                .extracting(m -> m.name() + " = " + m.aggregate().text())
                .containsExactly(
                        "quantity = SUM(orders.quantity)",
                        "amount = SUM(orders.amount)",
                        "weight = SUM(orders.weight)",
                        "discount_rate = AVG(orders.discount_rate)",
                        "count = COUNT(*)");
    }

    @Test
    void keys_and_codes_are_dimensions_without_annotations() {
        assertThat(table("orders").dimensions())
                .extracting(d -> d.name() + " " + d.role())
                .containsExactly("order_id KEY", "customer_id FOREIGN_KEY", "region DIMENSION", "status DIMENSION");
    }

    @Test
    void a_stated_role_decides_over_the_name() {
        SemanticModel model = SemanticModel.derivedFrom(List.of(SilverSpec.of(
                "rooms",
                column("number").as(integer()).annotated(ShopModel.role(Role.MEASURE)),
                column("area").as(decimal(8, 2)).annotated(ShopModel.role(Role.DIMENSION)))));

        assertThat(model.measures()).extracting(SemanticMeasure::name).containsExactly("number", "count");
    }

    @Test
    void time_columns_are_the_dates_and_timestamps() {
        assertThat(table("orders").timeColumns()).containsExactly("ordered_at", "shipped_on");
    }

    @Test
    void a_table_with_a_column_called_count_is_counted_under_another_name() {
        SemanticModel model = SemanticModel.derivedFrom(
                List.of(SilverSpec.of("visits", column("count").as(integer()))));

        assertThat(model.measures()).extracting(SemanticMeasure::name).containsExactly("count", "row_count");
    }

    @Test
    void is_the_same_after_json() {
        assertThat(SemanticModel.fromJson(SHOP.toJson())).isEqualTo(SHOP);
    }

    @Test
    void json_has_the_published_words() {
        assertThat(SHOP.toJson())
                .contains(
                        "\"grain\":[\"order_id\"]",
                        "\"time_columns\":[\"ordered_at\"",
                        "\"allowed_aggregations\":[\"AVG\"")
                .contains("\"synonyms\":[\"total_amount\",\"revenue\",\"sales\"]", "\"additivity\":\"NON_ADDITIVE\"");
    }

    @Test
    void json_with_an_unknown_column_is_refused_with_path_and_nearest_name() {
        String json = SHOP.toJson().replace("\"column\":\"region\"", "\"column\":\"regio\"");

        assertThatThrownBy(() -> SemanticModel.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining(
                        "table 'orders': dimension 'region': column 'regio' is not a column. Did you mean 'region'?");
    }

    @Test
    void json_with_an_unknown_column_in_a_measure_is_refused() {
        String json = SHOP.toJson().replace("SUM(orders.amount)", "SUM(orders.amout)");

        assertThatThrownBy(() -> SemanticModel.fromJson(json))
                .hasMessageContaining("table 'orders': measure 'amount'")
                .hasMessageContaining("orders.amount");
    }

    @Test
    void a_new_measure_belongs_to_the_table_of_its_columns() {
        SemanticModel model = SHOP.with(sum("payments.paid").named("income"));

        assertThat(model.table("payments").orElseThrow().measures())
                .contains(SemanticMeasure.of("income", Aggregate.parse("SUM(payments.paid)")));
    }

    @Test
    void a_measure_over_two_tables_belongs_to_the_one_that_refers_to_the_other() {
        SemanticModel model = SHOP.with(sum("payments.paid - orders.amount").named("gap"));

        assertThat(model.table("payments").orElseThrow().measures())
                .extracting(SemanticMeasure::name)
                .contains("gap");
    }

    @Test
    void a_count_has_to_say_what_it_counts_where_there_are_several_tables() {
        assertThatThrownBy(() -> SHOP.with(count().named("n")))
                .hasMessage("measure 'n' does not say which table it counts. Write the name of a measure of the model,"
                        + " such as orders.count.");
    }

    @Test
    void a_name_several_tables_have_is_refused_with_the_ways_to_write_it() {
        assertThatThrownBy(() -> SHOP.synonym("status", "state"))
                .hasMessage("name 'status' is in several tables. Write orders.status or customers.status.");
    }

    @Test
    void a_relationship_to_no_key_is_refused() {
        assertThatThrownBy(() -> SHOP.with(manyToOne("orders.region", "customers.segment")))
                .hasMessageContaining("is not known to find at most one row of 'customers'");
    }

    @Test
    void a_relationship_of_unknown_columns_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> SHOP.with(manyToOne("orders.custmer_id", "customers.customer_id")))
                .hasMessageContaining("Did you mean 'orders.customer_id'?");
    }

    @Test
    void follows_silver_and_keeps_its_own_words() {
        SilverSpec wider = ShopModel.ORDERS.without("weight").and(column("tax").as(decimal(12, 2)));

        SemanticTable orders = SHOP.over(List.of(wider)).table("orders").orElseThrow();

        assertThat(orders.measures())
                .extracting(SemanticMeasure::name)
                .containsExactly("quantity", "amount", "discount_rate", "count", "tax");
        assertThat(orders.measures().get(1).synonyms()).contains("revenue");
    }

    @Test
    void is_the_same_over_the_same_silver() {
        assertThat(SHOP.over(List.of(ShopModel.ORDERS, ShopModel.CUSTOMERS, ShopModel.PAYMENTS)))
                .isEqualTo(SHOP);
    }

    @Test
    void a_relationship_goes_with_the_key_it_needs() {
        SemanticModel model = SHOP.over(List.of(SilverSpec.of("customers", ShopModel.CUSTOMERS.columns())));

        assertThat(model.relationships()).containsExactly(manyToOne("payments.order_id", "orders.order_id"));
    }

    @Test
    void a_measure_goes_with_its_column() {
        SemanticModel model = SHOP.with(sum("orders.weight").named("load"))
                .over(List.of(ShopModel.ORDERS.withColumn("weight", c -> c.as(io.medallion.spec.Parse.text()))));

        assertThat(model.measures()).extracting(SemanticMeasure::name).doesNotContain("weight", "load");
    }

    @Test
    void a_new_table_is_derived() {
        SilverSpec visits = SilverSpec.of("visits", column("page"));

        assertThat(SHOP.over(List.of(visits)).tables())
                .extracting(SemanticTable::table)
                .containsExactly("orders", "customers", "payments", "visits");
    }

    @Test
    void a_gold_table_of_a_query_holds_its_answer() {
        SemanticQuery query =
                SemanticQuery.measure("revenue").by("customers.segment").where("region = 'EU'");

        assertThat(SHOP.aggregate("by_segment", query))
                .satisfies(gold -> assertThat(gold.columnNames()).containsExactly("segment", "amount"))
                .satisfies(gold -> assertThat(gold.joins()).hasSize(1))
                .satisfies(gold -> assertThat(String.valueOf(gold.filter())).isEqualTo("orders.region = 'EU'"));
    }
}
