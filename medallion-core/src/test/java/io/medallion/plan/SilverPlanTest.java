package io.medallion.plan;

import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilverPlanTest {

    private final PlanRequest request = PlanRequest.of(
            BronzeSpec.of("orders", "Order ID", "revenue", "email"),
            TableProfile.exact("orders", 0, List.of()),
            Probe.silent());

    private final SilverPlan plan = SilverPlan.of(
                    request,
                    List.of(
                            Suggestion.of(SilverColumn.column("Order ID").as(integer()), 0.95, "whole numbers"),
                            Suggestion.of(SilverColumn.column("revenue").as(decimal(10, 2)), 0.7, "decimals")))
            .withChecks(List.of(
                    Suggestion.of(ColumnCheck.on("revenue", Check.atLeast(0)), 0.9, "never negative"),
                    Suggestion.of(ColumnCheck.on("email", Check.like("%@%")), 0.6, "an address")))
            .withKey(Suggestion.of(List.of("order_id"), 0.9, "unique"))
            .withDeduplication(Suggestion.of(Deduplication.firstPer("order_id"), 0.5, "copies"));

    @Test
    void ids_name_what_they_suggest() {
        assertThat(plan.suggestions())
                .extracting(Suggestion::id)
                .containsExactly(
                        "column:order_id",
                        "column:revenue",
                        "column:email",
                        "check:revenue:range",
                        "check:email:like",
                        "key",
                        "deduplication");
    }

    @Test
    void undecided_leaves_text_under_snake_case_names_and_applies_nothing_else() {
        SilverSpec spec = plan.toSpec();
        assertThat(spec.types())
                .containsExactly(
                        java.util.Map.entry("order_id", ColumnType.TEXT),
                        java.util.Map.entry("revenue", ColumnType.TEXT),
                        java.util.Map.entry("email", ColumnType.TEXT));
        assertThat(spec.key()).isEmpty();
        assertThat(spec.deduplication()).isEqualTo(Deduplication.none());
        assertThat(spec.columns()).allSatisfy(c -> assertThat(c.checks()).isEmpty());
    }

    @Test
    void accepting_all_applies_all() {
        SilverSpec spec = plan.acceptAll().toSpec();
        assertThat(spec.column("order_id").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(spec.column("revenue").checks()).containsExactly(Check.atLeast(0));
        assertThat(spec.key()).containsExactly("order_id");
        assertThat(spec.deduplication()).isEqualTo(Deduplication.firstPer("order_id"));
        assertThat(plan.acceptAll().open()).isEmpty();
    }

    @Test
    void a_check_of_numbers_waits_for_its_column() {
        SilverPlan sure = plan.acceptAtLeast(0.8);
        assertThat(sure.open()).extracting(Suggestion::id).contains("column:revenue");
        assertThat(sure.toSpec().column("revenue").checks()).isEmpty();
        assertThat(sure.accept("column:revenue").toSpec().column("revenue").checks())
                .hasSize(1);
    }

    @Test
    void an_edit_keeps_the_id_and_key_and_duplicates_follow_the_new_name() {
        SilverPlan edited =
                plan.editColumn("column:order_id", c -> c.named("number")).accept("key", "deduplication");
        assertThat(edited.columns().get(0).id()).isEqualTo("column:order_id");
        assertThat(edited.columns().get(0).decision()).isEqualTo(Decision.EDITED);
        assertThat(edited.columns().get(0).proposed().name()).isEqualTo("order_id");
        assertThat(edited.toSpec().key()).containsExactly("number");
        assertThat(edited.toSpec().deduplication().key()).containsExactly("number");
    }

    @Test
    void an_edit_to_another_type_rejects_the_checks_that_no_longer_suit() {
        SilverPlan edited = plan.editColumn("column:revenue", c -> c.as(text())).acceptAll();
        assertThat(edited.checks().get(0).decision()).isEqualTo(Decision.REJECTED);
        assertThat(edited.toSpec().column("revenue").checks()).isEmpty();
    }

    @Test
    void a_rejected_suggestion_is_not_applied() {
        SilverSpec spec =
                plan.acceptAll().reject("column:revenue", "check:email:like").toSpec();
        assertThat(spec.column("revenue").type()).isEqualTo(ColumnType.TEXT);
        assertThat(spec.column("email").checks()).isEmpty();
    }

    @Test
    void an_unknown_id_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> plan.accept("column:revenu"))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("Did you mean 'column:revenue'?");
    }

    @Test
    void a_column_that_is_not_in_bronze_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> SilverPlan.of(
                        request, List.of(Suggestion.of(SilverColumn.column("revenu"), 1, "typing error"))))
                .hasMessageContaining("Did you mean 'revenue'?");
    }

    @Test
    void json_brings_back_decisions_edits_and_spec() {
        SilverPlan decided = plan.acceptAtLeast(0.8)
                .editColumn("column:revenue", c -> c.named("revenue_usd").nulls(NullPolicy.fillZero()))
                .reject("check:email:like");
        SilverPlan read = SilverPlan.fromJson(decided.toJson());
        assertThat(read.toSpec()).isEqualTo(decided.toSpec());
        assertThat(read.suggestions())
                .extracting(Suggestion::id, Suggestion::decision)
                .isEqualTo(decided.suggestions().stream()
                        .map(s -> org.assertj.core.groups.Tuple.tuple(s.id(), s.decision()))
                        .toList());
        assertThat(SilverPlan.fromJson(read.toJson()).toJson()).isEqualTo(read.toJson());
    }

    @Test
    void values_that_cannot_be_read_become_warnings_in_all_columns_that_reject_for_them() {
        SilverPlan measured = plan.with(plan.parts()
                        .withColumns(plan.columns().stream()
                                .map(s -> s.measured(List.of(new Evidence(Evidence.Effect.REJECTED, 3, 10, true, 7))))
                                .toList()))
                .accept("column:order_id");
        assertThat(measured.explain())
                .contains("3 of 10 rows rejected. unreadableOrWarn() would keep them without the value.");

        SilverPlan warned = measured.unreadableOrWarn();

        assertThat(warned.columns())
                .extracting(s -> s.value().unreadable())
                .containsExactly(CheckAction.WARN, CheckAction.WARN, CheckAction.REJECT);
        assertThat(warned.columns())
                .extracting(Suggestion::decision)
                .containsExactly(Decision.EDITED, Decision.OPEN, Decision.OPEN);
        assertThat(warned.explain())
                .contains("3 of 10 rows changed to null.")
                .doesNotContain("order_id: INTEGER [95 %, accepted]")
                .doesNotContain("unreadableOrWarn()");
        assertThat(warned.accept("column:revenue").toSpec().column("revenue").unreadable())
                .isEqualTo(CheckAction.WARN);
        assertThat(SilverPlan.fromJson(warned.toJson()).toSpec()).isEqualTo(warned.toSpec());
        assertThat(warned.reject("column:revenue")
                        .unreadableOrWarn()
                        .columns()
                        .get(1)
                        .decision())
                .isEqualTo(Decision.REJECTED);
    }

    @Test
    void posted_confidence_and_evidence_are_not_believed() {
        SilverPlan measured = plan.with(plan.parts()
                .withColumns(plan.columns().stream()
                        .map(s -> s.measured(List.of(new Evidence(Evidence.Effect.REJECTED, 3, 10, true, 7))))
                        .toList()));
        assertThat(measured.toJson()).contains("\"effect\":\"REJECTED\"", "\"confidence\":0.95");
        assertThat(SilverPlan.fromJson(measured.toJson()).columns()).allSatisfy(s -> {
            assertThat(s.evidence()).isEmpty();
            assertThat(s.confidence()).isZero();
        });
    }

    @Test
    void the_exchange_fields_alone_are_read_through_the_grammar() {
        String json =
                """
                {"table": "orders",
                 "base": %s,
                 "columns": [
                   {"source_column": "revenue", "silver_name": "revenue_usd", "target_type": "DECIMAL(10,2)",
                    "cast_expression": "CAST(revenue AS DECIMAL(10,2))", "null_strategy": "FILL_ZERO",
                    "validation": ">= 0 AND NOT NULL", "confidence": 0.9, "reasoning": "money"}],
                 "deduplication": {"key_columns": ["revenue_usd"], "strategy": "KEEP_FIRST", "order_by": []}}
                """
                        .formatted(io.medallion.spec.Json.write(plan.base()));
        SilverSpec spec = SilverPlan.fromJson(json).acceptAll().toSpec();
        SilverColumn revenue = spec.column("revenue_usd");
        assertThat(revenue.parse()).isEqualTo(decimal(10, 2));
        assertThat(revenue.nulls()).isEqualTo(NullPolicy.fillZero());
        assertThat(revenue.checks()).containsExactlyInAnyOrder(Check.atLeast(0), Check.notNull());
        assertThat(spec.deduplication().key()).containsExactly("revenue_usd");
        assertThat(spec.types()).containsKey("order_id");
    }

    @Test
    void an_unknown_field_is_refused_with_its_path() {
        String json = plan.toJson().replaceFirst("\"silver_name\"", "\"silver_nam\"");
        assertThatThrownBy(() -> SilverPlan.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("columns[0]")
                .hasMessageContaining("silver_nam");
    }

    @Test
    void an_exchange_field_that_contradicts_the_spec_is_refused() {
        String json = plan.toJson().replaceFirst("\"silver_name\":\"order_id\"", "\"silver_name\":\"number\"");
        assertThatThrownBy(() -> SilverPlan.fromJson(json))
                .hasMessageContaining("silver_name")
                .hasMessageContaining("says number, but the spec says order_id");
    }

    @Test
    void an_expression_outside_the_grammar_is_refused_with_its_column() {
        String json =
                """
                {"table": "orders", "base": %s,
                 "columns": [{"source_column": "revenue", "target_type": "TEXT", "cast_expression": "revenue; drop table x"}]}
                """
                        .formatted(io.medallion.spec.Json.write(plan.base()));
        assertThatThrownBy(() -> SilverPlan.fromJson(json)).hasMessageContaining("$.columns[0]");
    }

    @Test
    void a_plan_is_stale_when_columns_or_versions_moved_but_not_for_more_batches() {
        PlanBase base = plan.base();
        PlanBase more = new PlanBase(base.bronze(), base.columns(), 9, 0);
        assertThat(base.movedTo(more)).isEmpty();
        PlanBase moved = new PlanBase(base.bronze(), List.of("Order ID", "revenue", "phone"), 9, 2);
        assertThat(base.movedTo(moved)).hasSize(3).anySatisfy(p -> assertThat(p.path())
                .contains("phone"));
    }

    @Test
    void the_second_planner_fills_what_the_first_skipped() {
        SilverPlanner first = r -> SilverPlan.of(
                r, List.of(Suggestion.of(SilverColumn.column("email").named("mail"), 1, "first")));
        SilverPlanner second = r -> plan;
        SilverPlan both = first.orElse(second).plan(request);
        assertThat(both.columns()).extracting(Suggestion::reason).containsExactly("whole numbers", "decimals", "first");
        assertThat(both.key()).isPresent();
    }

    @Test
    void the_second_planner_answers_when_the_first_fails() {
        SilverPlanner failing = r -> {
            throw new MedallionException(io.medallion.Problem.at("model", "is off."));
        };
        assertThat(failing.orElse(r -> plan).plan(request)).isEqualTo(plan);
    }
}
