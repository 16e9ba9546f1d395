package io.medallion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.Answer;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.Json;
import io.medallion.spec.PipelineSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path directory;

    @Test
    void the_first_steps_lead_from_a_file_to_an_answer() {
        Answer answer = FirstSteps.run(ShopFiles.orders(directory), directory.resolve("shop.duckdb"));

        assertThat(answer.columns()).containsExactly("created_at_month", "revenue");
        assertThat(answer.rows()).hasSize(3);
        assertThat(answer.toText()).contains("105.25").contains("30.50").contains("12.75");
    }

    @Test
    void the_readme_shows_the_first_steps() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        String readme = Files.readString(root.resolve("README.md"));
        String shown = readme.substring(readme.indexOf("```java") + 7);
        shown = shown.substring(0, shown.indexOf("```")).replaceAll("\\s+", " ").strip();
        String code = Files.readString(Path.of("src/main/java/io/medallion/examples/FirstSteps.java"))
                .replace("            return answer;\n", "")
                .replaceAll("\\s+", " ");

        assertThat(code).contains(shown);
    }

    @Test
    void two_sources_make_one_gold() {
        try (Medallion medallion = Medallion.inMemory()) {
            TwoSourcesOneGold.run(medallion, ShopFiles.orders(directory), ShopFiles.customers(directory));

            assertThat(medallion.pipeline("shop").gold().specs())
                    .extracting(spec -> spec.table())
                    .contains("revenue_by_month_segment", "revenue_by_segment");
            assertThat(medallion
                            .pipeline("shop")
                            .gold()
                            .head("revenue_by_segment", 10)
                            .toText())
                    .contains("retail")
                    .contains("116.50")
                    .contains("32.00");
        }
    }

    @Test
    void a_plan_is_reviewed_over_the_web() {
        try (Medallion medallion = Medallion.inMemory()) {
            medallion
                    .pipeline("shop", Csv.file(ShopFiles.orders(directory)))
                    .bronze()
                    .load();
            ReviewInAWebBackend backend = new ReviewInAWebBackend(medallion);

            String plan = (String) backend.getPlan("shop", "orders").body();
            assertThat(backend.putPlan("shop", "orders", plan).status()).isEqualTo(200);
            assertThat(backend.putPlan("shop", "orders", "{\"surprise\":1}").status())
                    .isEqualTo(422);
            assertThat(backend.putPlan("shop", "orders", plan).status()).isIn(200, 409);
            assertThat(backend.decide("shop", "orders").rows().written()).isEqualTo(6);
            assertThat(Json.write(SilverPlan.fromJson(plan))).isNotEmpty();
        }
    }

    @Test
    void specs_live_in_git() {
        Path main = directory.resolve("main");
        Path branch = directory.resolve("branch");
        PipelineSpec before = PipelineSpec.empty("shop").with(SqlForMigrations.BRONZE, SqlForMigrations.ORDERS);
        before.write(main);
        before.with(SqlForMigrations.ORDERS.withColumn("amount", c -> c.named("total")))
                .write(branch);

        SpecsInGit.verify(main, main);
        try (Medallion medallion = Medallion.inMemory()) {
            SpecsInGit.deploy(medallion, main, "");

            assertThat(medallion.pipeline("shop").specs().built().silver("orders"))
                    .isPresent();
        }
    }

    @Test
    void migrations_are_written_as_sql() throws Exception {
        SqlForMigrations.write(directory);

        assertThat(directory.resolve("V1__bronze_orders.sql")).content().contains("\"analytics\".\"bronze_orders\"");
        assertThat(directory.resolve("V2__silver_orders.sql")).content().contains("\"ordered_on\" date");
        assertThat(directory.resolve("refresh_orders.sql"))
                .content()
                .contains("begin")
                .contains("commit");
        assertThat(directory.resolve("V3__drop_email.sql"))
                .content()
                .contains("\"amount\"")
                .doesNotContain("\"email\"");
    }
}
