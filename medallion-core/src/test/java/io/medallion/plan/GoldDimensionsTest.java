package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.ColumnRef;
import io.medallion.spec.DimensionColumn;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Relationship;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldDimensionsTest {

    private static final KnownTable CRM = KnownTable.of("crm_customers", 300)
            .key("customer_id")
            .whole("customer_id", 300, 1, 300)
            .text("customer_name", 298)
            .text("mail", 300)
            .is("EMAIL")
            .text("segment", 4)
            .timestamp("updated_at", 200, "2024-01-01 00:00:00", "2024-12-31 00:00:00");

    private static final KnownTable SHOP = KnownTable.of("customers", 500)
            .key("customer_id")
            .whole("customer_id", 500, 1, 900)
            .text("name", 490)
            .text("email", 500)
            .is("EMAIL")
            .timestamp("modified_at", 400, "2024-01-01 00:00:00", "2024-12-31 00:00:00");

    private static final KnownTable ORDERS = KnownTable.of("orders", 4_000)
            .key("id")
            .whole("id", 4_000, 1, 4_000)
            .whole("cust_id", 300, 1, 300)
            .money("amount", 3_000, "0.00", "950.00");

    private final GoldPlanner planner = GoldPlanner.ruleBased();

    @Test
    void tables_with_one_key_become_one_dimension() {
        Suggestion<GoldProposal> found = dimension(planner.plan(KnownTable.request(CRM, SHOP, ORDERS)), "dim_customer")
                .orElseThrow();
        DimensionGoldSpec spec = (DimensionGoldSpec) found.value().spec();

        assertThat(spec.inputs()).extracting(GoldInput::table).containsExactly("customers", "crm_customers");
        assertThat(spec.key()).extracting(DimensionColumn::name).containsExactly("customer_id");
        assertThat(spec.attributes())
                .extracting(DimensionColumn::name)
                .containsExactly("name", "email", "modified_at", "segment", "updated_at");
        assertThat(spec.attributes().get(0).from())
                .containsExactly(ColumnRef.of("customers", "name"), ColumnRef.of("crm_customers", "customer_name"));
        assertThat(spec.attributes().get(1).from())
                .containsExactly(ColumnRef.of("customers", "email"), ColumnRef.of("crm_customers", "mail"));
        assertThat(spec.latestBy())
                .containsExactly(ColumnRef.of("customers", "modified_at"), ColumnRef.of("crm_customers", "updated_at"));
        assertThat(found.value().estimatedRows()).isEqualTo(800);
        assertThat(found.decision()).isEqualTo(Decision.OPEN);
        assertThat(found.reason())
                .contains("Between 500 and 800 rows")
                .contains("Known to more than one: name and email")
                .contains("Referred to by orders")
                .contains("refreshed with them");
    }

    @Test
    void keys_that_say_nothing_are_not_taken_for_the_same() {
        KnownTable one = KnownTable.of("crm_customers", 300)
                .key("id")
                .whole("id", 300, 1, 300)
                .text("name", 298);
        KnownTable other = KnownTable.of("customers", 500)
                .key("id")
                .whole("id", 500, 1, 500)
                .text("name", 490);
        GoldPlanRequest request = KnownTable.request(one, other, ORDERS);

        assertThat(dimension(planner.plan(request), "dim_customer")).isEmpty();

        GoldPlan told = planner.plan(request.with(List.of(Relationship.manyToOne("crm_customers.id", "customers.id"))));
        DimensionGoldSpec spec = (DimensionGoldSpec)
                dimension(told, "dim_customer").orElseThrow().value().spec();
        assertThat(spec.key()).extracting(DimensionColumn::name).containsExactly("customer_id");
        assertThat(spec.inputs()).extracting(GoldInput::table).containsExactly("customers", "crm_customers");
    }

    @Test
    void a_key_of_another_type_is_left_out_and_columns_of_other_types_stand_apart() {
        KnownTable text = KnownTable.of("legacy_customers", 50)
                .key("customer_id")
                .text("customer_id", 50)
                .text("name", 50);
        assertThat(dimension(planner.plan(KnownTable.request(SHOP, text)), "dim_customer"))
                .isEmpty();
        KnownTable rated = KnownTable.of("customer_ratings", 50)
                .key("customer_id")
                .whole("customer_id", 50, 1, 50)
                .whole("name", 50, 1, 50);
        DimensionGoldSpec spec =
                (DimensionGoldSpec) dimension(planner.plan(KnownTable.request(SHOP, rated)), "dim_customer")
                        .orElseThrow()
                        .value()
                        .spec();
        assertThat(spec.columnNames()).contains("name", "customer_ratings_name");
    }

    @Test
    void a_plan_with_a_dimension_comes_back_from_json_and_reads_well() {
        GoldPlan plan = planner.plan(KnownTable.request(CRM, SHOP, ORDERS));
        assertThat(GoldPlan.fromJson(plan.toJson()).toJson()).contains("dim_customer");
        assertThat(plan.explain()).contains("dim_customer").contains("One row per customer_id with name, email");
    }

    private static Optional<Suggestion<GoldProposal>> dimension(GoldPlan plan, String name) {
        return plan.suggestions().stream()
                .filter(s -> s.value().spec().table().equals(name))
                .findFirst();
    }
}
