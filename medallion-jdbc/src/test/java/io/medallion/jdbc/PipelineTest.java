package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.PipelineStatus.State;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.Check;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class PipelineTest {

    private final EngineUnderTest engine;
    private final Medallion medallion;

    PipelineTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        medallion = Medallion.on(engine.dataSource());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void builds_silver_and_says_where_every_row_went() {
        Pipeline shop = loaded(Shop.DIRTY);

        Build build = shop.silver().build(Shop.ORDERS);

        assertThat(build.status()).isEqualTo(Build.Status.PUBLISHED);
        assertThat(build.version()).isEqualTo(1);
        assertThat(build.rows()).isEqualTo(new Build.Rows(6, 3, 2, 1));
        assertThat(build.reasons())
                .containsExactlyInAnyOrder(
                        new Build.Reason("id: not null", "reject", 1),
                        new Build.Reason("ordered_on: not a date", "reject", 1),
                        new Build.Reason("amount: at least 0", "reject", 1));
        assertThat(build.explain())
                .contains("silver.orders version 1: 6 rows in = 3 out + 2 rejected + 1 duplicates")
                .contains("1  rejected  ordered_on: not a date");
        assertThat(build.sql()).contains("silver").endsWith("\n");
    }

    @Test
    void keeps_the_rows_of_values_that_cannot_be_read_and_counts_them_as_warnings() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);

        Build build = shop.silver()
                .build(Shop.ORDERS
                        .withColumn("ordered_on", c -> c.unreadableOrWarn())
                        .withColumn("amount", c -> c.withChecks(List.of())));

        assertThat(build.reasons()).contains(new Build.Reason("ordered_on: not a date", "warn", 1));
        assertThat(build.rows()).isEqualTo(new Build.Rows(6, 4, 1, 1));
        assertThat(build.explain()).contains("1  warned    ordered_on: not a date");
    }

    @Test
    void shows_the_rejects_with_their_address_every_reason_and_the_raw_value() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);

        Rejects rejects = shop.silver().rejects();

        assertThat(rejects.summary().rows()).isEqualTo(2);
        assertThat(rejects.summary().rules())
                .extracting(RejectSummary.Rule::rule)
                .containsExactly("amount: at least 0", "id: not null", "ordered_on: not a date");
        assertThat(rejects.page(0, 10))
                .extracting(r -> r.rowNumber() + " " + r.rule() + " " + r.column() + " " + r.value())
                .containsExactly(
                        "3 amount: at least 0 amount -1",
                        "3 ordered_on: not a date ordered_on 2024-02-30",
                        "4 id: not null id ");
        assertThat(rejects.page(2, 10)).hasSize(1);
    }

    @Test
    void writes_the_build_log_newest_first() {
        Pipeline shop = loaded(Shop.DIRTY);
        Build first = shop.silver().build(Shop.ORDERS);
        Build second = shop.silver().build(Shop.ORDERS);

        assertThat(shop.history(10)).containsExactly(second, first);
        assertThat(shop.history(1)).containsExactly(second);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void a_failed_build_is_logged_and_leaves_the_version_before() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);
        SilverSpec strict = Shop.ORDERS.withColumn(
                "amount", c -> c.check(Check.atLeast(3).named("worth it").orFail()));

        assertThatThrownBy(() -> shop.silver().build(strict))
                .isInstanceOfSatisfying(BuildFailedException.class, failed -> {
                    assertThat(failed.build().status()).isEqualTo(Build.Status.FAILED);
                    assertThat(failed.build().version()).isEqualTo(1);
                    assertThat(failed.build().error())
                            .hasValueSatisfying(
                                    e -> assertThat(e).contains("worth it").doesNotContain("2.5"));
                })
                .hasMessageContaining("silver.orders could not be built")
                .hasMessageContaining("Version 1 is still in place");

        assertThat(rows(shop)).isEqualTo(3);
        assertThat(shop.silver().spec()).contains(Shop.ORDERS);
        assertThat(shop.history(1).get(0).status()).isEqualTo(Build.Status.FAILED);
        assertThat(shop.status().table(Layer.SILVER, "orders"))
                .hasValueSatisfying(t -> assertThat(t.state()).isEqualTo(State.FAILED));
        assertThat(shop.silver().build(Shop.ORDERS).version()).isEqualTo(2);
    }

    @Test
    void refresh_builds_what_changed_and_says_what_it_left() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));

        Refresh idle = medallion.pipeline("shop").refresh();
        assertThat(idle.builds()).isEmpty();
        assertThat(idle.skipped())
                .extracting(s -> s.layer() + " " + s.table())
                .containsExactly("SILVER orders", "GOLD revenue_by_month");
        assertThat(idle.explain()).contains("silver.orders left as it is: nothing it is built from has changed");

        Pipeline grown = medallion.pipeline("shop", Shop.cleanOrders(7));
        Refresh refresh = grown.refresh();

        assertThat(refresh.batches()).hasSize(1);
        assertThat(refresh.builds())
                .extracting(b -> b.layer() + " " + b.version())
                .containsExactly("SILVER 2", "GOLD 2");
        assertThat(refresh.skipped()).isEmpty();
        assertThat(rows(grown)).isEqualTo(7);
    }

    @Test
    void the_same_content_again_adds_nothing() {
        Pipeline shop = loaded(Shop.DIRTY);

        List<Batch> again = shop.bronze().load();

        assertThat(again).hasSize(1).allSatisfy(b -> assertThat(b.added()).isFalse());
        assertThat(again.get(0).explain()).contains("nothing added");
        assertThat(shop.bronze().batches("orders")).hasSize(1);
    }

    @Test
    void tells_how_current_each_layer_is() {
        Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
        assertThat(shop.status().of(Layer.BRONZE)).isEqualTo(State.MISSING);

        shop.bronze().load();
        assertThat(shop.status().of(Layer.BRONZE)).isEqualTo(State.FRESH);
        assertThat(shop.status().of(Layer.SILVER)).isEqualTo(State.MISSING);

        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));
        assertThat(shop.status().of(Layer.SILVER)).isEqualTo(State.FRESH);
        assertThat(shop.status().of(Layer.GOLD)).isEqualTo(State.FRESH);

        medallion.pipeline("shop", Shop.cleanOrders(2)).bronze().load();
        assertThat(shop.status().of(Layer.SILVER)).isEqualTo(State.STALE);
        assertThat(shop.status().of(Layer.GOLD)).isEqualTo(State.STALE);
        assertThat(shop.status().explain())
                .contains("bronze.orders changed since")
                .contains("silver.orders is stale");
    }

    @Test
    void a_handle_without_sources_works_on_what_was_built() {
        loaded(Shop.DIRTY).silver().build(Shop.ORDERS);

        Pipeline handle = medallion.pipeline("shop");

        assertThat(handle.tables()).containsExactly("orders");
        assertThat(handle.silver().spec()).contains(Shop.ORDERS);
        assertThat(rows(handle)).isEqualTo(3);
        assertThat(medallion.pipelines()).containsExactly("shop");
        assertThatThrownBy(() -> handle.bronze().load())
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("has no source to load");
    }

    @Test
    void nothing_is_there_before_anything_was_loaded() {
        Pipeline shop = medallion.pipeline("shop");

        assertThat(medallion.pipelines()).isEmpty();
        assertThat(shop.tables()).isEmpty();
        assertThat(shop.history(5)).isEmpty();
        assertThat(shop.status().tables()).isEmpty();
        assertThat(shop.specs().versions()).isEmpty();
        assertThatThrownBy(shop::silver).hasMessageContaining("has no table");
        assertThatThrownBy(() -> shop.silver("orders").plan()).hasMessageContaining("Load it first");
        assertThatThrownBy(() -> shop.query(measure(count()))).hasMessageContaining("nothing to ask yet");
    }

    @Test
    void two_sources_for_one_table_are_refused_by_name() {
        Source other =
                Source.rows("kunden", List.of("id"), sink -> sink.row("1")).named("orders");

        assertThatThrownBy(() -> medallion.pipeline("shop", Shop.cleanOrders(1), other))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("table 'orders'")
                .hasMessageContaining("two sources");
    }

    @Test
    void silver_without_a_name_is_refused_when_there_are_several_tables() {
        Pipeline shop = medallion.pipeline(
                "shop", Shop.cleanOrders(1), Source.rows("customers", List.of("id"), sink -> sink.row("1")));

        assertThatThrownBy(shop::silver).hasMessageContaining("orders, customers");
    }

    @Test
    void a_spec_that_reads_what_bronze_has_not_is_refused_with_the_nearest_name() {
        Pipeline shop = loaded(Shop.DIRTY);
        SilverSpec wrong = SilverSpec.of("orders", io.medallion.spec.SilverColumn.column("amuont"));

        assertThatThrownBy(() -> shop.silver().build(wrong))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("amuont")
                .hasMessageContaining("Did you mean 'amount'?");
        assertThat(shop.history(5)).isEmpty();
    }

    @Test
    void silver_is_not_dropped_while_gold_reads_it() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));

        assertThatThrownBy(() -> shop.silver().drop()).hasMessageContaining("revenue_by_month");

        shop.gold().drop("revenue_by_month");
        shop.silver().drop();
        assertThat(shop.silver().spec()).isEmpty();
        assertThat(shop.gold().specs()).isEmpty();
        assertThat(shop.status().of(Layer.SILVER)).isEqualTo(State.MISSING);
        assertThatThrownBy(() -> shop.gold().drop("revenue")).hasMessageContaining("is not there");
    }

    @Test
    void answers_from_gold_what_silver_would_answer_and_from_silver_once_gold_is_stale() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));

        Answer gold = shop.query(measure(sum("orders.amount").named("revenue")).by("segment"));
        assertThat(gold.route().layer()).isEqualTo(Layer.GOLD);
        shop.silver().build(Shop.ORDERS);
        Answer silver =
                shop.query(measure(sum("orders.amount").named("revenue")).by("segment"));

        assertThat(silver.route().layer()).isEqualTo(Layer.SILVER);
        assertThat(silver.rows()).isEqualTo(gold.rows());
        assertThat(gold.toText())
                .isEqualTo(
                        """
                        segment  revenue
                        -------  -------
                        a          11.00
                        b           5.50
                        c           2.50
                        (3 rows)
                        """);
        assertThat(gold.toJson()).contains("\"rows\":[[\"a\",11.00]");
    }

    @Test
    void a_gold_build_says_how_many_rows_it_read_and_made() {
        Pipeline shop = loaded(Shop.DIRTY);
        shop.silver().build(Shop.ORDERS);

        Build build = shop.gold().build(List.of(Shop.REVENUE)).get(0);

        assertThat(build.rows()).isEqualTo(new Build.Rows(3, 3, 0, 0));
        assertThat(build.explain()).startsWith("gold.revenue_by_month version 1: 3 rows from 3 (");
    }

    @Test
    void an_answer_holds_no_more_rows_than_the_limit_and_says_so() {
        loaded(Shop.DIRTY).silver().build(Shop.ORDERS);
        Pipeline shop = Medallion.builder().rowLimit(2).on(engine.dataSource()).pipeline("shop");

        Answer answer = shop.query(measure(count()).by("segment"));

        assertThat(answer.rows()).hasSize(2);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.toText()).endsWith("(2 rows, there are more)\n");
    }

    private Pipeline loaded(String[]... rows) {
        Pipeline shop = medallion.pipeline("shop", Shop.orders(rows));
        shop.bronze().load();
        return shop;
    }

    private static long rows(Pipeline shop) {
        Object count = shop.query(measure(count())).rows().get(0).get(0);
        return new BigDecimal(String.valueOf(count)).longValueExact();
    }
}
