package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.plan.SilverPlan;
import io.medallion.sql.Dialect;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class PlanWritesNothingTest {

    private final RecordedDatabase database;
    private final Medallion medallion;
    private final Pipeline shop;

    PlanWritesNothingTest(Dialect dialect) {
        database = new RecordedDatabase(dialect);
        medallion = Medallion.on(database.dataSource());
        shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void profiling_planning_measuring_and_previewing_only_select() {
        shop.bronze().load();
        assertThat(database.statements()).anyMatch(sql -> !isQuery(sql));
        database.forget();

        shop.bronze().profile("orders");
        SilverPlan plan = shop.silver().plan();
        shop.silver().measure(plan.acceptAll());
        shop.silver().preview(plan, 5);
        shop.silver().preview(Shop.ORDERS, 5);
        shop.status();

        assertOnlyQueries();
    }

    @Test
    void planning_gold_asking_and_reading_only_select() {
        shop.bronze().load();
        shop.silver().build(Shop.ORDERS);
        database.forget();

        shop.gold().plan();
        shop.query(measure(count()).by("segment"));
        shop.ask("number of orders by month");
        shop.silver().rejects().summary();
        shop.silver().rejects().page(0, 5);
        shop.specs().changes(shop.specs().built().with(Shop.REVENUE));
        shop.history(5);

        assertOnlyQueries();
    }

    @Test
    void looking_at_an_empty_database_only_selects() {
        database.forget();

        medallion.pipelines();
        shop.tables();
        shop.status();
        shop.history(3);
        shop.specs().built();

        assertOnlyQueries();
    }

    private void assertOnlyQueries() {
        List<String> statements = database.statements();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(isQuery(sql)).as(sql).isTrue());
    }

    private static boolean isQuery(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("with") || start.startsWith("(select");
    }
}
