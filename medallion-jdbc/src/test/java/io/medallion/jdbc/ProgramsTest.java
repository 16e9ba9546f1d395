package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Relationship.manyToOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.StalePlanException;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users write, on a DuckDB file. */
class ProgramsTest {

    @TempDir
    Path directory;

    private Path orders;
    private Path customers;

    @BeforeEach
    void write() throws IOException {
        StringBuilder rows = new StringBuilder("id,created_at,customer_id,revenue,email\n");
        for (int i = 1; i <= 200; i++) {
            rows.append("%d,2024-%02d-%02d,%d,%d.50,u%d@example.org%n"
                    .formatted(i, 1 + i % 12, 1 + i % 28, 1 + i % 60, i, i));
        }
        rows.append("201,2024-02-30,1,10.00,x@example.org\n");
        orders = Files.writeString(directory.resolve("orders.csv"), rows);
        StringBuilder people = new StringBuilder("id,segment,country\n");
        for (int i = 1; i <= 60; i++) {
            people.append("%d,%s,%s%n".formatted(i, i % 3 == 0 ? "retail" : "wholesale", i % 2 == 0 ? "DE" : "FR"));
        }
        customers = Files.writeString(directory.resolve("kunden.csv"), people);
    }

    @Test
    void quick_start() {
        try (Medallion medallion = Medallion.embedded(directory.resolve("shop.duckdb"))) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            shop.bronze().load();
            SilverPlan plan = shop.silver().plan();
            assertThat(plan.explain()).contains("created_at", "revenue");

            Build build = shop.silver().build(plan.acceptAtLeast(0.8));
            assertThat(build.rows().read()).isEqualTo(201);
            assertThat(build.explain()).contains("201 rows in = ");

            assertThat(shop.gold().build(shop.gold().plan().top(3))).hasSize(3);
            Answer answer = shop.query(measure("revenue").by(month("created_at")));
            assertThat(answer.rows()).hasSize(12);
            assertThat(answer.route().explain()).isNotBlank();
        }
        try (Medallion again = Medallion.embedded(directory.resolve("shop.duckdb"))) {
            assertThat(again.pipeline("shop").query(measure("revenue")).rows()).hasSize(1);
        }
    }

    @Test
    void two_sources_one_gold() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline shop = medallion.pipeline(
                    "shop", Csv.file(orders), Csv.file(customers).named("customers"));
            shop.bronze().load();
            for (String table : shop.tables()) {
                shop.silver(table).build(shop.silver(table).plan().acceptAtLeast(0.8));
            }
            PipelineSpec built = shop.specs().built();
            SemanticModel model = built.model()
                    .with(manyToOne("orders.customer_id", "customers.id"))
                    .with(sum("orders.revenue").named("turnover"));
            SemanticQuery byMonthAndSegment =
                    measure("turnover").by(month("orders.created_at"), dimension("customers.segment"));
            shop.specs()
                    .apply(shop.specs()
                            .changes(built.with(model)
                                    .with(GoldSpec.of("turnover_by_month_segment", byMonthAndSegment, model))));
            SilverSpec orderSpec = shop.silver("orders").spec().orElseThrow();
            SilverSpec customerSpec = shop.silver("customers").spec().orElseThrow();
            GoldSpec byHand = GoldSpec.builder("turnover_by_segment")
                    .from(orderSpec)
                    .join(customerSpec, manyToOne("orders.customer_id", "customers.id"))
                    .by(dimension("customers.segment"))
                    .measure(sum("orders.revenue").named("turnover"))
                    .build();
            shop.gold().build(List.of(byHand));
            assertThat(shop.gold().specs()).hasSize(2);

            Answer gold = shop.query(byMonthAndSegment);
            assertThat(gold.route().layer()).isEqualTo(Layer.GOLD);
            Answer filtered = shop.query(
                    byMonthAndSegment.where("customers.country = 'DE'").limit(100));
            assertThat(filtered.route().layer()).isEqualTo(Layer.SILVER);
            assertThat(filtered.route().refusals()).isNotEmpty();
            assertThat(shop.query(measure(sum("orders.revenue"), count()).by("customers.segment"))
                            .rows())
                    .hasSize(2);
            Reply reply = shop.ask("turnover by month and segment in 2024");
            assertThat(reply).isNotInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void review_in_a_web_backend() {
        try (Medallion medallion = Medallion.inMemory()) {
            Batch batch =
                    medallion.pipeline("shop").bronze().load(Csv.file(orders).named("orders"));
            assertThat(batch.rows()).isEqualTo(201);
            SilverLayer silver = medallion.pipeline("shop").silver("orders");
            String posted = silver.plan().acceptAtLeast(0.8).toJson();

            Build build = silver.build(SilverPlan.fromJson(posted));
            assertThat(Build.fromJson(build.toJson())).isEqualTo(build);
            assertThat(silver.rejects().summary().rows()).isEqualTo(build.rows().rejected());

            assertThatThrownBy(() -> silver.build(SilverPlan.fromJson(posted)))
                    .isInstanceOfSatisfying(StalePlanException.class, stale -> assertThat(stale.problems())
                            .hasSize(1));
            String measured = silver.measure(SilverPlan.fromJson(posted)).toJson();
            assertThat(silver.build(SilverPlan.fromJson(measured)).version()).isEqualTo(2);
            assertThatThrownBy(() -> silver.build(SilverPlan.fromJson(posted.replace("\"orders\"", "7"))))
                    .isInstanceOf(MedallionException.class);

            SilverPlan decided = silver.plan()
                    .acceptAtLeast(0.8)
                    .editColumn("column:revenue", c -> c.named("revenue_usd").nulls(NullPolicy.fillZero()));
            silver.build(decided);
            assertThat(silver.spec().orElseThrow().types()).containsKey("revenue_usd");
        }
    }

    @Test
    void specs_in_git() {
        Path branch = directory.resolve("branch");
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            Refresh built = shop.build();
            assertThat(built.builds()).extracting(Build::layer).contains(Layer.SILVER, Layer.GOLD);
            shop.specs().built().write(branch);
        }
        try (Medallion production = Medallion.inMemory()) {
            Specs specs = production.pipeline("shop").specs();
            specs.apply(specs.changes(PipelineSpec.read(branch)));

            assertThat(specs.built()).isEqualTo(PipelineSpec.read(branch));
            Refresh refresh = production.pipeline("shop", Csv.file(orders)).refresh();
            assertThat(refresh.batches()).hasSize(1);
            assertThat(refresh.builds().get(0).rows().read()).isEqualTo(201);
        }
    }
}
