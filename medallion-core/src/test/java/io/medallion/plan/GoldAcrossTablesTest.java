package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Relationship;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldAcrossTablesTest {

    private static final KnownTable ORDERS = KnownTable.of("orders", 4_800)
            .key("id")
            .whole("id", 4_800, 1, 4_800)
            .whole("customer_id", 300, 1, 300)
            .date("ordered_on", 700, "2023-01-02", "2024-12-30")
            .text("status", 4)
            .text("channel", 3)
            .money("amount", 3_000, "0.00", "950.00")
            .money("discount_rate", 10, "0.00", "0.50");

    private static final KnownTable CUSTOMERS = KnownTable.of("customers", 320)
            .key("id")
            .whole("id", 320, 1, 320)
            .text("name", 318)
            .personal()
            .text("segment", 5)
            .text("country", 12);

    private final GoldPlanner planner = GoldPlanner.ruleBased();

    @Test
    void groups_orders_by_what_is_declared_to_be_known_of_their_customers() {
        Relationship declared = Relationship.manyToOne("orders.customer_id", "customers.id");

        GoldPlan plan = planner.plan(KnownTable.request(ORDERS, CUSTOMERS).with(List.of(declared)));

        AggregateGoldSpec bySegment = spec(plan, "orders_by_segment");
        assertThat(bySegment.inputs()).extracting(GoldInput::table).containsExactly("orders", "customers");
        assertThat(bySegment.joins()).containsExactly(declared);
        assertThat(bySegment.businessQuestion())
                .isEqualTo("What is the total amount for each segment of the customer?");
        assertThat(suggestion(plan, "orders_by_segment").reason())
                .contains("The relationship orders.customer_id refers to customers.id is declared.");
    }

    @Test
    void suggests_evident_relationships_with_less_confidence() {
        Relationship declared = Relationship.manyToOne("orders.customer_id", "customers.id");

        GoldPlan guessed = planner.plan(KnownTable.request(ORDERS, CUSTOMERS));
        GoldPlan told = planner.plan(KnownTable.request(ORDERS, CUSTOMERS).with(List.of(declared)));

        assertThat(suggestion(guessed, "orders_by_segment").confidence())
                .isLessThan(suggestion(told, "orders_by_segment").confidence());
        assertThat(suggestion(guessed, "orders_by_segment").reason())
                .contains("Nobody declared that orders.customer_id refers to customers.id")
                .contains("check it before you rely on it");
    }

    @Test
    void suggests_no_relationship_where_types_values_or_keys_contradict() {
        KnownTable others =
                KnownTable.of("customers", 320).key("id").text("id", 320).text("segment", 5);
        KnownTable beyond = KnownTable.of("customers", 320)
                .key("id")
                .whole("id", 320, 9_000, 9_400)
                .text("segment", 5);
        KnownTable keyless =
                KnownTable.of("customers", 320).whole("id", 320, 1, 320).text("segment", 5);

        for (KnownTable customers : List.of(others, beyond, keyless)) {
            assertThat(planner.plan(KnownTable.request(ORDERS, customers)).suggestions())
                    .noneMatch(s -> s.value().spec().inputs().size() > 1);
        }
    }

    @Test
    void says_when_several_tables_can_be_compared_by_the_same_groups() {
        KnownTable returns = KnownTable.of("returns", 400)
                .key("id")
                .whole("id", 400, 1, 400)
                .whole("customer_id", 150, 1, 300)
                .money("refund_amount", 380, "1.00", "400.00");

        GoldPlan plan = planner.plan(KnownTable.request(ORDERS, CUSTOMERS, returns));

        assertThat(suggestion(plan, "returns_by_segment").reason())
                .contains("The same groups exist for orders, so the tables can be compared.");
    }

    private static List<String> names(GoldPlan plan) {
        return plan.suggestions().stream().map(s -> s.value().spec().table()).toList();
    }

    private static Suggestion<GoldProposal> suggestion(GoldPlan plan, String table) {
        return plan.suggestions().stream()
                .filter(s -> s.value().spec().table().equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " is not among " + names(plan)));
    }

    private static GoldProposal proposal(GoldPlan plan, String table) {
        return suggestion(plan, table).value();
    }

    private static AggregateGoldSpec spec(GoldPlan plan, String table) {
        return (AggregateGoldSpec) proposal(plan, table).spec();
    }
}
