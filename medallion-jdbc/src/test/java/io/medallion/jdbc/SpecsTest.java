package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Change;
import io.medallion.spec.Changes;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class SpecsTest {

    private final EngineUnderTest engine;
    private final Medallion medallion;

    SpecsTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        medallion = Medallion.on(engine.dataSource());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void specs_from_files_are_applied_to_an_empty_database(@TempDir Path directory) {
        PipelineSpec.empty("shop")
                .with(BronzeSpec.of("orders", "id", "ordered_on", "amount", "segment"), Shop.ORDERS, Shop.REVENUE)
                .write(directory);
        Specs specs = medallion.pipeline("shop").specs();

        Changes changes = specs.changes(PipelineSpec.read(directory));
        Refresh applied = specs.apply(changes);

        assertThat(applied.builds()).extracting(Build::table).containsExactly("orders", "revenue_by_month");
        assertThat(specs.built()).isEqualTo(PipelineSpec.read(directory));
        assertThat(specs.changes(PipelineSpec.read(directory)).kind()).isEqualTo(Changes.Kind.NONE);
        Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
        assertThat(shop.refresh().builds().get(0).rows()).isEqualTo(new Build.Rows(6, 3, 2, 1));
    }

    @Test
    void a_destructive_change_needs_its_token() {
        Specs specs = built();
        Changes changes = specs.changes(
                specs.built().with(Shop.ORDERS.without("segment")).without(Layer.GOLD, "revenue_by_month"));
        assertThat(changes.kind()).isEqualTo(Changes.Kind.DESTRUCTIVE);

        assertThatThrownBy(() -> specs.apply(changes))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining(changes.token());
        assertThat(specs.built().gold()).hasSize(1);

        specs.apply(changes.confirmed(changes.token()));
        assertThat(specs.built().gold()).isEmpty();
        assertThat(specs.built().silver("orders")).contains(Shop.ORDERS.without("segment"));
    }

    @Test
    void gold_that_reads_a_rebuilt_table_is_built_again() {
        Specs specs = built();

        Refresh applied = specs.apply(specs.changes(specs.built()
                .with(Shop.ORDERS.withColumn(
                        "segment", c -> c.as(io.medallion.spec.Parse.text().upperCase())))));

        assertThat(applied.builds())
                .extracting(b -> b.layer() + " " + b.version())
                .containsExactly("SILVER 2", "GOLD 2");
    }

    @Test
    void changes_that_start_from_other_specs_are_refused() {
        Specs specs = built();
        Changes late = specs.changes(specs.built().without(Layer.GOLD, "revenue_by_month"));
        medallion.pipeline("shop").silver().build(Shop.ORDERS.key("id"));

        assertThatThrownBy(() -> specs.apply(late.confirmed(late.token())))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("not the built ones any more");
    }

    @Test
    void every_version_stays_readable_and_can_be_gone_back_to() {
        Specs specs = built();
        PipelineSpec before = specs.built();
        int version = specs.versions().get(0).version();
        medallion.pipeline("shop").gold().drop("revenue_by_month");
        medallion.pipeline("shop").silver().build(Shop.ORDERS.key("id"));
        assertThat(specs.versions()).first().satisfies(v -> assertThat(v.spec()).isEqualTo(specs.built()));

        Refresh back = specs.rollBack(version);

        assertThat(specs.built()).isEqualTo(before);
        assertThat(back.builds()).extracting(Build::table).containsExactly("orders", "revenue_by_month");
        assertThat(specs.versions().get(0).version()).isGreaterThan(version);
        assertThatThrownBy(() -> specs.rollBack(999)).hasMessageContaining("is not there");
    }

    @Test
    void a_rollback_that_drops_a_table_needs_the_token_of_its_error() {
        Specs specs = built();
        int silverOnly = specs.versions().stream()
                .filter(v -> v.spec().gold().isEmpty() && !v.spec().silver().isEmpty())
                .findFirst()
                .orElseThrow()
                .version();

        assertThatThrownBy(() -> specs.rollBack(silverOnly)).hasMessageContaining("destructive");
        String token = specs.changes(specs.built().without(Layer.GOLD, "revenue_by_month"))
                .token();
        specs.rollBack(silverOnly, token);

        assertThat(specs.built().gold()).isEmpty();
        assertThat(specs.built().bronze()).hasSize(1);
    }

    @Test
    void the_model_is_kept_with_the_specs() {
        Specs specs = built();
        PipelineSpec named = specs.built()
                .with(specs.built().model().with(sum("orders.amount").named("turnover")));

        Changes changes = specs.changes(named);
        specs.apply(changes);

        assertThat(changes.changes()).extracting(Change::what).isEmpty();
        assertThat(medallion.pipeline("shop").specs().built()).isEqualTo(named);
    }

    @Test
    void a_stated_model_follows_silver_tables_that_are_built_anew() {
        Specs specs = built();
        specs.apply(specs.changes(specs.built()
                .with(specs.built().model().with(sum("orders.amount").named("turnover")))));
        Pipeline shop = medallion.pipeline("shop");
        shop.gold().drop("revenue_by_month");

        shop.silver().build(Shop.ORDERS.withColumn("segment", c -> c.named("branch")));

        assertThat(shop.query(measure("turnover").by("branch")).rows()).hasSize(3);
    }

    private Specs built() {
        Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        shop.gold().build(List.of(Shop.REVENUE));
        return shop.specs();
    }
}
