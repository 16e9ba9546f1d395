package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.surrogateKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.expression.Expression;
import io.medallion.jdbc.source.Source;
import io.medallion.route.Refusal;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class DimensionTest {

    private static final SilverSpec CRM = SilverSpec.of(
                    "crm",
                    column("id").as(integer()),
                    column("name"),
                    column("city"),
                    column("changed").as(date("yyyy-MM-dd")))
            .key("id");

    private static final SilverSpec WEB = SilverSpec.of(
                    "web",
                    column("customer").as(integer()),
                    column("name"),
                    column("mail"),
                    column("changed").as(date("yyyy-MM-dd")))
            .key("customer");

    private static final SilverSpec VISITS = SilverSpec.of(
            "visits",
            column("customer"),
            surrogateKey("customer_sk", Expression.parse("try_cast(customer as integer)")),
            surrogateKey("visit_sk", "customer", "day"),
            column("day"));

    private static final GoldSpec BY_ORDER = GoldSpec.dimensionOf("dim_customer")
            .from(CRM)
            .from(WEB)
            .key("customer_id")
            .attribute("name")
            .attribute("city")
            .attribute("mail")
            .build();

    private static final GoldSpec BY_TIME = GoldSpec.dimensionOf("dim_latest")
            .from(CRM)
            .from(WEB)
            .key("customer_id")
            .attribute("name")
            .latestBy("crm.changed", "web.changed")
            .build();

    private final RecordedDatabase database;
    private final Medallion medallion;

    DimensionTest(Dialect dialect) {
        database = new RecordedDatabase(dialect);
        medallion = Medallion.on(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void holds_every_thing_once_with_the_first_value_that_is_known() {
        Pipeline pipeline = built(BY_ORDER);

        assertThat(pipeline.gold().head("dim_customer", 9).rows()).hasSize(3);
        assertThat(database.rows("select customer_id, name, city, mail from gold.dim_customer order by 1"))
                .containsExactly(
                        Arrays.asList(1, "Ann", "Ulm", "ann@web"),
                        Arrays.asList(2, "Bob (web)", "Bonn", null),
                        Arrays.asList(3, "Cem", null, "cem@web"));
    }

    @Test
    void holds_the_latest_value_where_times_decide() {
        built(BY_TIME);

        assertThat(database.rows("select customer_id, name from gold.dim_latest order by 1"))
                .containsExactly(List.of(1, "Anna"), List.of(2, "Bob (web)"), List.of(3, "Cem"));
    }

    @Test
    void is_refreshed_with_its_tables() {
        Pipeline pipeline = built(BY_ORDER);

        Pipeline later = medallion.pipeline(
                "shop",
                rows(CRM, "1 Ann Ulm 2024-01-01", "2 - Bonn 2024-01-01", "4 Dee Jena 2024-01-01"),
                rows(WEB, "1 Anna ann@web 2024-02-01"));
        Refresh refresh = later.refresh();

        assertThat(refresh.builds()).extracting(Build::table).contains("dim_customer");
        assertThat(database.rows("select customer_id, name from gold.dim_customer order by 1"))
                .containsExactly(List.of(1, "Ann"), Arrays.asList(2, null), List.of(4, "Dee"));
        assertThat(pipeline.gold().specs()).containsExactly(BY_ORDER);
    }

    @Test
    void facts_find_it_by_a_surrogate_key_of_their_own() {
        Pipeline pipeline = built(BY_ORDER);
        pipeline.silver("visits").build(VISITS);

        assertThat(database.rows("select v.customer, d.name from silver.visits v join gold.dim_customer d using"
                        + " (customer_sk) order by v._row_number"))
                .containsExactly(List.of("1", "Ann"), List.of("003", "Cem"));
    }

    @Test
    void a_surrogate_key_of_all_columns_is_the_hash_of_the_row() {
        built(BY_ORDER).silver("visits").build(VISITS);

        assertThat(database.rows(
                        "select count(*) from silver.visits s join bronze.visits b using (_batch_id, _row_number)"
                                + " where s.visit_sk = b._row_hash"))
                .containsExactly(List.of(3L));
    }

    @Test
    void is_proposed_where_two_tables_have_one_key_and_built_as_proposed() {
        SilverSpec crm = SilverSpec.of("crm_customers", column("customer_id").as(integer()), column("customer_name"))
                .key("customer_id");
        SilverSpec shop = SilverSpec.of("customers", column("customer_id").as(integer()), column("name"))
                .key("customer_id");
        Pipeline pipeline = medallion.pipeline("shop", rows(crm, "1 Ann", "2 Bob"), rows(shop, "2 Bo", "3 Cem"));
        pipeline.bronze().load();
        pipeline.silver("crm_customers").build(crm);
        pipeline.silver("customers").build(shop);

        pipeline.gold().build(pipeline.gold().plan().accept("gold:dim_customer"));

        assertThat(database.rows("select customer_id, name from gold.dim_customer order by 1"))
                .containsExactly(List.of(1, "Ann"), List.of(2, "Bo"), List.of(3, "Cem"));
    }

    @Test
    void never_answers_a_query() {
        Pipeline pipeline = built(BY_ORDER);

        Answer answer = pipeline.query(measure(count()).by("crm.city"));

        assertThat(answer.route().layer()).isEqualTo(Layer.SILVER);
        assertThat(answer.route().refusals())
                .extracting(Refusal::detail)
                .containsExactly("It is a dimension: it holds things, not the rows that are asked about.");
    }

    @Test
    void a_key_that_occurs_twice_stops_the_build_and_leaves_the_last_version() {
        Pipeline pipeline = built(BY_ORDER);
        database.run("insert into silver.crm select * from silver.crm where id = 1");

        assertThatThrownBy(() -> pipeline.gold().build(List.of(BY_ORDER)))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("keys that occur more than once: 1");
        assertThat(database.rows("select count(*) from gold.dim_customer")).containsExactly(List.of(3L));
    }

    private Pipeline built(GoldSpec dimension) {
        Pipeline pipeline = medallion.pipeline(
                "shop",
                rows(CRM, "1 Ann Ulm 2024-01-01", "2 - Bonn 2024-03-01"),
                rows(WEB, "1 Anna ann@web 2024-02-01", "2 Bob_(web) - 2024-01-01", "3 Cem cem@web -"),
                rows(VISITS, "1 mo", "003 tu", "- we"));
        pipeline.bronze().load();
        pipeline.silver("crm").build(CRM);
        pipeline.silver("web").build(WEB);
        pipeline.gold().build(List.of(dimension));
        return pipeline;
    }

    /** Values apart by blanks; a hyphen is a missing one, an underscore a blank in a value. */
    private static Source rows(SilverSpec spec, String... lines) {
        List<String> columns = spec.table().equals("visits")
                ? List.of("customer", "day")
                : spec.columns().stream().map(c -> c.source()).toList();
        return Source.rows(spec.table(), columns, sink -> {
            for (String line : lines) {
                List<@Nullable String> values = new ArrayList<>();
                Arrays.stream(line.split(" ")).forEach(v -> values.add(v.equals("-") ? null : v.replace('_', ' ')));
                sink.row(values.toArray(new @Nullable String[0]));
            }
        });
    }
}
