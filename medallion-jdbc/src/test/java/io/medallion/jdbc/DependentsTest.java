package io.medallion.jdbc;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.notNull;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.Publish;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlScript.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host makes on published tables is there and works after every build. */
class DependentsTest {

    private static final SilverSpec ORDERS = SilverSpec.of(
            "orders",
            column("id").as(integer()).check(notNull()),
            column("ordered_on").as(date("yyyy-MM-dd")),
            column("amount").as(decimal(12, 2)).check(atLeast(0)),
            column("segment"));

    private static final SilverSpec WITHOUT_AMOUNT = SilverSpec.of(
            "orders", column("id").as(integer()), column("ordered_on").as(date("yyyy-MM-dd")), column("segment"));

    private static final SilverSpec RETYPED = SilverSpec.of(
            "orders",
            column("id").as(bigint()).check(notNull()),
            column("ordered_on").as(date("yyyy-MM-dd")),
            column("amount").as(decimal(12, 2)).check(atLeast(0)),
            column("segment"));

    private static final SilverSpec WIDER = ORDERS.and(column("segment").named("part"));

    private static final GoldSpec MONTHS = GoldSpec.builder("months")
            .from(ORDERS)
            .by(month("ordered_on"))
            .measure(count().named("orders"))
            .build();

    private EngineUnderTest engine;
    private HostSql host;
    private Medallion medallion;
    private Pipeline shop;

    private void start(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        host = new HostSql(engine);
        medallion = Medallion.on(engine.dataSource());
        load(3);
        shop.silver().build(ORDERS);
    }

    private void load(int orders) {
        shop = medallion.pipeline("shop", Shop.cleanOrders(orders));
        shop.bronze().load();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @EachDialect
    void nothing_depends_and_the_table_is_swapped(Dialect dialect) {
        start(dialect);
        load(5);
        Build build = shop.silver().build(ORDERS);
        assertThat(build.sql()).isEqualTo(medallion.sql().build(ORDERS).text());
        assertThat(host.rows("select count(*) from silver.orders")).containsExactly("5");
    }

    @ParameterizedTest
    @EachDialect
    void views_indexes_and_comments_work_on(Dialect dialect) {
        start(dialect);
        host.run("create view big as select id, amount from silver.orders where amount > 0");
        host.run("create view bigger as select count(*) as n from big");
        host.run("create index by_id on silver.orders (id)");
        host.run("create index by_row on silver.orders__rejects (_row_number)");
        comment(dialect);
        load(5);
        Build build = shop.silver().build(ORDERS);

        assertThat(host.rows("select n from bigger")).containsExactly("5");
        assertThat(host.rows("select count(*) from silver.orders where id = 4")).containsExactly("1");
        assertThat(indexes(dialect)).containsExactlyInAnyOrder("by_id", "by_row");
        assertThat(commented(dialect)).contains("what was ordered");
        assertThat(build.sql())
                .isEqualTo(medallion.sql().build(ORDERS, Publish.IN_PLACE).text());
        assertThat(shop.status().table(Layer.SILVER, "orders").orElseThrow().rows())
                .isEqualTo(5);
        assertThat(leftovers(dialect)).isEmpty();
    }

    @ParameterizedTest
    @EachDialect
    void a_new_column_comes_to_the_standing_table(Dialect dialect) {
        start(dialect);
        host.run("create view big as select id, amount from silver.orders where amount > 0");
        host.run("create index by_id on silver.orders (id)");
        load(4);
        shop.silver().build(WIDER);
        assertThat(host.rows("select count(*) from big")).containsExactly("4");
        assertThat(host.rows("select distinct part from silver.orders")).containsExactly("a");
        assertThat(indexes(dialect)).containsExactly("by_id");
    }

    @ParameterizedTest
    @EachDialect
    void a_column_that_a_view_needs_does_not_go(Dialect dialect) {
        start(dialect);
        host.run("create view big as select id, amount from silver.orders where amount > 0");
        load(4);
        assertThatThrownBy(() -> shop.silver().build(WITHOUT_AMOUNT))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("silver.orders")
                .hasMessageContaining("big needs column 'amount', which the new version does not have")
                .hasMessageContaining("Drop it, build again and make it anew");
        assertThat(host.rows("select count(*) from big")).containsExactly("3");
        assertThat(leftovers(dialect)).isEmpty();

        host.run("drop view big");
        shop.silver().build(WITHOUT_AMOUNT);
        assertThat(host.rows("select count(*) from silver.orders")).containsExactly("4");
    }

    @ParameterizedTest
    @EachDialect
    void a_column_goes_where_only_others_are_needed(Dialect dialect) {
        start(dialect);
        host.run("create view ids as select id from silver.orders");
        host.run(dialect == Dialect.DUCKDB ? "select 1" : "create index by_id on silver.orders (id)");
        load(4);
        shop.silver().build(WITHOUT_AMOUNT);
        assertThat(host.rows("select count(*) from ids")).containsExactly("4");
        assertThat(host.rows("select * from silver.orders where id = 1").get(0)).doesNotContain("1.00");
    }

    @ParameterizedTest
    @EachDialect
    void a_type_changes_unless_something_needs_it(Dialect dialect) {
        start(dialect);
        host.run("create view big as select id, amount from silver.orders where amount > 0");
        load(4);
        if (dialect == Dialect.POSTGRES) {
            assertThatThrownBy(() -> shop.silver().build(RETYPED))
                    .isInstanceOf(BuildFailedException.class)
                    .hasMessageContaining("view big needs column 'id' as integer, which is bigint");
            assertThat(host.rows("select count(*) from big")).containsExactly("3");
            host.run("drop view big");
            host.run("create index by_id on silver.orders (id)");
        }
        shop.silver().build(RETYPED);
        assertThat(host.rows("select count(*) from silver.orders where id < 9")).containsExactly("4");
        assertThat(type(dialect, "id")).startsWithIgnoringCase("bigint");
        if (dialect == Dialect.POSTGRES) {
            assertThat(indexes(dialect)).containsExactly("by_id");
        } else {
            assertThat(host.rows("select count(*) from big")).containsExactly("4");
        }
    }

    @ParameterizedTest
    @EachDialect
    void gold_is_published_under_a_view_and_an_index_too(Dialect dialect) {
        start(dialect);
        shop.gold().build(List.of(MONTHS));
        host.run("create view total as select sum(orders) as n from gold.months");
        host.run("create index by_orders on gold.months (orders)");
        load(6);
        shop.refresh();
        assertThat(host.rows("select n from total")).containsExactly("6");
        assertThat(indexes(dialect)).containsExactly("by_orders");
    }

    @ParameterizedTest
    @EachDialect
    void a_table_is_not_dropped_under_a_view(Dialect dialect) {
        start(dialect);
        host.run("create view big as select id, amount from silver.orders where amount > 0");
        assertThatThrownBy(() -> shop.silver().drop())
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("silver.orders")
                .hasMessageContaining("cannot be dropped: view")
                .hasMessageContaining("big depends on it")
                .hasMessageContaining("Drop what depends on it first.");
        assertThat(host.rows("select count(*) from big")).containsExactly("3");
        assertThat(shop.status().table(Layer.SILVER, "orders").orElseThrow().rows())
                .isEqualTo(3);
        host.run("drop view big");
        shop.silver().drop();
        assertThat(shop.silver().spec()).isEmpty();
    }

    @ParameterizedTest
    @EachDialect
    void nothing_changes_where_a_view_needs_what_specs_drop(Dialect dialect) {
        start(dialect);
        host.run("create view raw as select amount from bronze.orders");
        var wanted = shop.specs().built();
        var without = BronzeSpec.of("orders", "id", "ordered_on", "segment");
        var changes = shop.specs().changes(wanted.with(without).with(WITHOUT_AMOUNT));
        assertThatThrownBy(() -> shop.specs().apply(changes.confirmed(changes.token())))
                .hasMessageContaining("bronze.orders")
                .hasMessageContaining("raw needs it");
        assertThat(host.rows("select count(*) from raw")).containsExactly("3");
        assertThat(shop.specs().built()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void triggers_and_grants_work_on(Dialect dialect) {
        start(dialect);
        host.run("create table seen (id integer)");
        if (dialect == Dialect.POSTGRES) {
            host.run("create function see() returns trigger language plpgsql as"
                    + " $$ begin insert into seen values (new.id); return new; end $$");
            host.run("create trigger seeing before insert on silver.orders for each row execute function see()");
            host.run("grant select on silver.orders to public");
            host.run("alter table silver.orders replica identity full");
            host.run("create publication all_orders for table silver.orders");
            host.run("create policy everyone on silver.orders using (id > 0)");
            host.run("alter table silver.orders enable row level security");
        } else {
            host.run(
                    "create trigger seeing before insert on silver.orders for each row insert into seen values (new.id)");
        }
        load(4);
        shop.silver().build(ORDERS);
        assertThat(host.rows("select count(*) from seen")).containsExactly("4");
        if (dialect == Dialect.POSTGRES) {
            assertThat(host.rows("select has_table_privilege('public', 'silver.orders', 'select'), relrowsecurity,"
                            + " (select count(*) from pg_policies), (select count(*) from pg_publication_tables)"
                            + " from pg_class where oid = 'silver.orders'::regclass"))
                    .containsExactly("t t 1 1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES")
    void keys_that_others_refer_to_stay(Dialect dialect) {
        start(dialect);
        host.run("alter table silver.orders add primary key (id)");
        host.run("create table shipped (id integer references silver.orders (id))");
        host.run("insert into shipped values (2)");
        load(4);
        shop.silver().build(ORDERS);
        assertThat(host.rows("select o.id from silver.orders o join shipped s on s.id = o.id"))
                .containsExactly("2");
        load(1);
        assertThatThrownBy(() -> shop.silver().build(ORDERS))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("violates foreign key constraint");
        assertThat(host.rows("select count(*) from silver.orders")).containsExactly("4");
    }

    @ParameterizedTest
    @EachDialect
    void a_foreign_key_that_would_change_other_rows_keeps_the_version_before(Dialect dialect) {
        start(dialect);
        host.run("alter table silver.orders add primary key (id)");
        String shipped = dialect == Dialect.DUCKDB ? "silver.shipped" : "shipped";
        if (dialect == Dialect.DUCKDB) {
            host.run("create table silver.shipped (id integer references silver.orders (id))");
        } else {
            host.run("create table shipped as select id from silver.orders where id = 0");
            host.run("alter table shipped add foreign key (id) references silver.orders (id) on delete cascade");
        }
        host.run("insert into " + shipped + " values (2)");
        load(4);
        assertThatThrownBy(() -> shop.silver().build(ORDERS))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("shipped")
                .hasMessageContaining("forbids that rows are replaced");
        assertThat(host.rows("select count(*) from silver.orders")).containsExactly("3");
        assertThat(host.rows("select count(*) from " + shipped)).containsExactly("1");
    }

    @ParameterizedTest
    @EachDialect
    void rows_that_break_a_key_of_the_host_are_not_published(Dialect dialect) {
        start(dialect);
        host.run("create unique index one_amount on silver.orders (ordered_on, id)");
        shop = medallion.pipeline(
                "shop", Shop.orders(new String[][] {{"1", "2024-01-01", "1", "a"}, {"1", "2024-01-01", "2", "a"}}));
        shop.bronze().load();
        assertThatThrownBy(() -> shop.silver().build(ORDERS)).isInstanceOf(BuildFailedException.class);
        assertThat(host.rows("select count(*) from silver.orders")).containsExactly("3");
        assertThat(leftovers(dialect)).isEmpty();
    }

    @ParameterizedTest
    @EachDialect
    void the_shapes_differ_in_how_they_publish_only(Dialect dialect) {
        start(dialect);
        SqlScript swap = medallion.sql().build(ORDERS);
        SqlScript inPlace = medallion.sql().build(ORDERS, Publish.inPlace(Set.of(), Set.of(), Set.of()));
        Step[] built = {Step.STAGE, Step.AUDIT};
        assertThat(inPlace.only(built)).isEqualTo(swap.only(built));
        assertThat(inPlace).isNotEqualTo(swap);
    }

    private void comment(Dialect dialect) {
        host.run(
                Engines.speaksMySql(dialect)
                        ? "alter table silver.orders comment = 'what was ordered'"
                        : "comment on table silver.orders is 'what was ordered'");
    }

    private List<String> commented(Dialect dialect) {
        return host.rows(
                switch (dialect) {
                    case DUCKDB -> "select comment from duckdb_tables() where table_name = 'orders'";
                    case POSTGRES -> "select obj_description('silver.orders'::regclass)";
                    case MARIADB, MYSQL ->
                        "select table_comment from information_schema.tables where table_schema = database()"
                                + " and table_name = 'silver_orders'";
                });
    }

    private List<String> indexes(Dialect dialect) {
        return host.rows(
                switch (dialect) {
                    case DUCKDB -> "select index_name from duckdb_indexes() where schema_name in ('silver', 'gold')";
                    case POSTGRES -> "select indexname from pg_indexes where schemaname in ('silver', 'gold')";
                    case MARIADB, MYSQL ->
                        "select index_name from information_schema.statistics where table_schema = database()"
                                + " and index_name like 'by%'";
                });
    }

    private String type(Dialect dialect, String column) {
        return host.rows("select data_type from information_schema.columns where column_name = '" + column + "' and "
                        + (Engines.speaksMySql(dialect)
                                ? "table_schema = database() and table_name = 'silver_orders'"
                                : "table_schema = 'silver' and table_name = 'orders'"))
                .get(0);
    }

    private List<String> leftovers(Dialect dialect) {
        String here = Engines.speaksMySql(dialect) ? " and table_schema = database()" : "";
        return host.rows("select table_name from information_schema.tables where (table_name like '%\\_\\_next'"
                + (dialect == Dialect.DUCKDB ? " escape '\\'" : "")
                + " or table_name like '%stage' or table_name like '%old')" + here);
    }
}
