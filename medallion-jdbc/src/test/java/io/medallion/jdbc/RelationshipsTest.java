package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Relationship.manyToOne;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.expression.ColumnRef;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.Cardinality;
import io.medallion.plan.ColumnRename;
import io.medallion.plan.Evidence;
import io.medallion.plan.RelationshipPlan;
import io.medallion.plan.RelationshipProposal;
import io.medallion.plan.Suggestion;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class RelationshipsTest {

    private static final SilverSpec CUSTOMERS = SilverSpec.of(
                    "customers",
                    column("id").as(integer()),
                    column("segment"),
                    column("parent_id").as(integer()))
            .key("id");

    private static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("id").as(integer()),
                    column("user_id").as(integer()),
                    column("billing_customer_id").as(integer()),
                    column("amount").as(decimal(9, 2)))
            .key("id");

    private static final SilverSpec LINES = SilverSpec.of(
                    "order_lines",
                    column("order_id").as(integer()),
                    column("line_no").as(integer()),
                    column("sku"))
            .key("order_id", "line_no");

    private static final SilverSpec RETURNS = SilverSpec.of(
                    "returns",
                    column("id").as(integer()),
                    column("order_id").as(integer()),
                    column("line_no").as(integer()))
            .key("id");

    private static final String[] CUSTOMER_ROWS = {"1 a -", "2 b 1", "3 a 1", "4 b 2"};
    private static final String[] ORDER_ROWS = {"1 1 4 10", "2 1 3 20", "3 2 - 30", "4 3 4 40"};

    private final RecordedDatabase database;
    private final Medallion medallion;

    RelationshipsTest(Dialect dialect) {
        database = new RecordedDatabase(dialect);
        medallion = Medallion.on(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void finds_references_by_synonym_by_role_and_to_the_same_table() {
        RelationshipPlan plan = shop().relationships().plan();

        assertThat(plan.relationships())
                .extracting(Suggestion::id)
                .containsExactlyInAnyOrder(
                        "relationship:orders.user_id",
                        "relationship:orders.billing_customer_id",
                        "relationship:customers.parent_id");
        assertThat(found(plan, "orders.user_id").value())
                .isEqualTo(
                        new RelationshipProposal(manyToOne("orders.user_id", "customers.id"), Cardinality.MANY_TO_ONE));
        assertThat(found(plan, "orders.billing_customer_id").evidence())
                .containsExactly(
                        new Evidence(Evidence.Effect.FOUND, 3, 4, true, 0),
                        new Evidence(Evidence.Effect.MISSING, 1, 4, true, 0));
        assertThat(found(plan, "orders.user_id").reason())
                .isEqualTo(
                        "Every value that is there, 3 different, is found among the 4 keys of customers, and the name says"
                                + " it in another word.");
    }

    @Test
    void counts_orphans_and_trusts_the_reference_less() {
        Pipeline pipeline = pipeline(
                List.of(CUSTOMERS, ORDERS),
                rows(CUSTOMERS, CUSTOMER_ROWS),
                rows(ORDERS, "1 1 4 10", "2 1 9 20", "3 2 - 30", "4 3 4 40"));

        Suggestion<RelationshipProposal> billing =
                found(pipeline.relationships().plan(), "orders.billing_customer_id");

        assertThat(billing.evidence()).contains(new Evidence(Evidence.Effect.ORPHAN, 1, 4, true, 0));
        assertThat(billing.reason()).contains("66.6 % of the values", "1 rows are orphans");
        assertThat(billing.confidence()).isLessThan(0.5);
    }

    @Test
    void a_column_whose_values_are_mostly_elsewhere_refers_to_nothing() {
        Pipeline pipeline = pipeline(
                List.of(CUSTOMERS, ORDERS),
                rows(CUSTOMERS, CUSTOMER_ROWS),
                rows(ORDERS, "1 7 4 10", "2 8 3 20", "3 9 - 30", "4 3 4 40"));

        assertThat(pipeline.relationships().plan().relationships())
                .extracting(Suggestion::id)
                .doesNotContain("relationship:orders.user_id");
    }

    @Test
    void finds_a_key_of_several_columns_of_the_same_names() {
        Pipeline pipeline = pipeline(
                List.of(LINES, RETURNS), rows(LINES, "1 1 x", "1 2 y", "2 1 x"), rows(RETURNS, "1 1 2", "2 2 1"));

        RelationshipPlan plan = pipeline.relationships().plan();

        assertThat(plan.relationships()).singleElement().satisfies(s -> {
            assertThat(s.id()).isEqualTo("relationship:returns.order_id+line_no");
            assertThat(s.value().relationship().to())
                    .containsExactly(ColumnRef.of("order_lines", "order_id"), ColumnRef.of("order_lines", "line_no"));
            assertThat(s.value().cardinality()).isEqualTo(Cardinality.ONE_TO_ONE);
        });
        assertThat(pipeline.relationships().accept(plan.acceptAll()).relationships())
                .hasSize(1);
    }

    @Test
    void accepted_references_are_used_by_queries_and_not_proposed_again() {
        Pipeline shop = shop();
        RelationshipPlan plan = shop.relationships().plan().accept("relationship:orders.user_id");

        shop.relationships().accept(plan);

        assertThat(shop.relationships().known()).containsExactly(manyToOne("orders.user_id", "customers.id"));
        assertThat(shop.relationships().plan().relationships())
                .extracting(Suggestion::id)
                .doesNotContain("relationship:orders.user_id");
        Answer answer = shop.query(measure(sum("amount").named("revenue")).by("segment"));
        assertThat(answer.rows())
                .containsExactlyInAnyOrder(
                        List.of("a", new BigDecimal("70.00")), List.of("b", new BigDecimal("30.00")));
    }

    @Test
    void a_name_is_proposed_with_the_reference_and_carried_out_as_a_change_of_the_specs() {
        Pipeline shop = shop();
        RelationshipPlan plan =
                shop.relationships().plan().accept("relationship:orders.user_id", "rename:orders.user_id");
        assertThat(plan.toRenames())
                .containsExactly(new ColumnRename(ColumnRef.of("orders", "user_id"), "customer_id"));
        assertThatThrownBy(() -> shop.relationships().accept(plan))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("specs().changes(plan.toSpec(specs().built()))");

        PipelineSpec wanted = plan.toSpec(shop.specs().built());
        var changes = shop.specs().changes(wanted);
        shop.specs().apply(changes.confirmed(changes.token()));

        assertThat(shop.relationships().known()).containsExactly(manyToOne("orders.customer_id", "customers.id"));
        assertThat(database.rows("select cast(sum(customer_id) as decimal(9, 0)) from silver.orders"))
                .containsExactly(List.of(new java.math.BigDecimal(7)));
    }

    @Test
    void an_applied_plan_states_the_key_that_a_table_referred_to_lacks() {
        SilverSpec keyless = SilverSpec.of("customers", column("id").as(integer()), column("segment"));
        Pipeline shop =
                pipeline(List.of(keyless, ORDERS), rows(keyless, "1 a", "2 b", "3 a", "4 b"), rows(ORDERS, ORDER_ROWS));
        RelationshipPlan plan = shop.relationships().plan().acceptAll();
        assertThat(found(plan, "orders.user_id").reason()).contains("states no key yet");

        shop.specs().apply(shop.specs().changes(plan.toSpec(shop.specs().built())));

        assertThat(shop.specs().built().silver("customers").orElseThrow().key()).containsExactly("id");
        assertThat(shop.relationships().known()).contains(manyToOne("orders.user_id", "customers.id"));
    }

    @Test
    void goes_to_json_and_back_without_confidence_and_evidence() {
        RelationshipPlan plan =
                shop().relationships().plan().accept("rename:orders.user_id").reject("relationship:orders.user_id");

        RelationshipPlan back = RelationshipPlan.fromJson(plan.toJson());

        assertThat(back.toRenames()).isEqualTo(plan.toRenames());
        assertThat(back.suggestions()).extracting(Suggestion::id).isEqualTo(ids(plan));
        assertThat(back.suggestions())
                .extracting(Suggestion::decision)
                .isEqualTo(plan.suggestions().stream().map(Suggestion::decision).toList());
        assertThat(back.relationships()).allSatisfy(s -> {
            assertThat(s.confidence()).isZero();
            assertThat(s.evidence()).isEmpty();
        });
        assertThatThrownBy(() -> RelationshipPlan.fromJson("{\"relations\": []}"))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("relations");
    }

    @Test
    void planning_only_selects_and_explains_itself() {
        Pipeline shop = shop();
        database.forget();

        RelationshipPlan plan = shop.relationships().plan();

        assertThat(database.statements()).isNotEmpty().allSatisfy(sql -> assertThat(sql.stripLeading())
                .startsWithIgnoringCase("select"));
        assertThat(plan.explain())
                .contains(
                        "orders.user_id refers to customers.id, many to one (open, 70 %)", "4 of 4 rows with a partner")
                .contains("orders.user_id could be called customer_id");
        assertThatThrownBy(() -> plan.accept("relationship:orders.userid"))
                .hasMessageContaining("Did you mean 'relationship:orders.user_id'?");
    }

    private static List<String> ids(RelationshipPlan plan) {
        return plan.suggestions().stream().<String>map(Suggestion::id).toList();
    }

    private static Suggestion<RelationshipProposal> found(RelationshipPlan plan, String column) {
        return plan.relationships().stream()
                .filter(s -> s.id().equals("relationship:" + column))
                .findFirst()
                .orElseThrow();
    }

    private Pipeline shop() {
        return pipeline(List.of(CUSTOMERS, ORDERS), rows(CUSTOMERS, CUSTOMER_ROWS), rows(ORDERS, ORDER_ROWS));
    }

    private Pipeline pipeline(List<SilverSpec> specs, Source... sources) {
        Pipeline pipeline = medallion.pipeline("shop", sources);
        pipeline.bronze().load();
        specs.forEach(spec -> pipeline.silver(spec.table()).build(spec));
        return pipeline;
    }

    /** Values apart by blanks; a hyphen is a missing one. */
    private static Source rows(SilverSpec spec, String... lines) {
        List<String> columns = spec.columns().stream().map(c -> c.source()).toList();
        return Source.rows(spec.table(), columns, sink -> {
            for (String line : lines) {
                List<@Nullable String> values = new ArrayList<>();
                Arrays.stream(line.split(" ")).forEach(v -> values.add(v.equals("-") ? null : v));
                sink.row(values.toArray(new @Nullable String[0]));
            }
        });
    }
}
