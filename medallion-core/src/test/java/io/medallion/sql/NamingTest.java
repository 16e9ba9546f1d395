package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Naming PER_LAYER = Naming.schemaPerLayer();

    @Test
    void gives_each_layer_a_schema() {
        assertThat(PER_LAYER.table(Layer.BRONZE, "orders")).hasToString("bronze.orders");
        assertThat(PER_LAYER.own("batches")).hasToString("medallion.batches");
        assertThat(PER_LAYER.schemas()).containsExactly("bronze", "silver", "gold", "medallion");
        assertThat(PER_LAYER.schema()).isNull();
    }

    @Test
    void names_what_stands_beside_a_table_after_it() {
        assertThat(PER_LAYER.rejects("orders")).hasToString("silver.orders__rejects");
        assertThat(PER_LAYER.duplicates("orders")).hasToString("silver.orders__duplicates");
        assertThat(PER_LAYER.stage(Layer.SILVER, "orders")).hasToString("silver.orders__stage");
        assertThat(PER_LAYER.next(PER_LAYER.rejects("orders"))).hasToString("silver.orders__rejects__next");
    }

    @Test
    void puts_everything_into_one_schema() {
        Naming naming = Naming.inSchema("analytics");
        assertThat(naming.table(Layer.SILVER, "orders")).hasToString("analytics.silver_orders");
        assertThat(naming.own("batches")).hasToString("analytics.medallion_batches");
        assertThat(naming.schemas()).containsExactly("analytics");
        assertThat(naming.schema()).isEqualTo("analytics");
    }

    @Test
    void uses_prefixes_where_a_database_has_no_schemas() {
        Naming naming = SqlGenerator.forDialect(Dialect.MARIADB).naming();
        assertThat(naming.table(Layer.GOLD, "monthly")).hasToString("gold_monthly");
        assertThat(naming.schemas()).isEmpty();
    }

    @Test
    void lets_a_host_name_one_table() {
        Naming naming = PER_LAYER.with(Layer.SILVER, "orders", new TableName("shop", "Orders"));
        assertThat(naming.table(Layer.SILVER, "orders")).hasToString("shop.Orders");
        assertThat(naming.rejects("orders")).hasToString("shop.Orders__rejects");
        assertThat(naming.table(Layer.GOLD, "orders")).hasToString("gold.orders");
    }

    @Test
    void shortens_long_names_to_the_same_one_each_time() {
        String name = "n".repeat(200);
        Naming postgres = SqlGenerator.forDialect(Dialect.POSTGRES).naming();
        TableName table = postgres.table(Layer.SILVER, name);
        assertThat(table.name()).hasSize(63).startsWith("nnn").matches(".*_[0-9a-f]{8}");
        assertThat(postgres.table(Layer.SILVER, name)).isEqualTo(table);
        assertThat(postgres.table(Layer.SILVER, name + "n")).isNotEqualTo(table);
        assertThat(postgres.rejects(name).name()).hasSize(63).endsWith("__rejects");
        assertThat(postgres.next(postgres.rejects(name)).name()).hasSize(63).endsWith("__next");
        assertThat(PER_LAYER.table(Layer.SILVER, name).name()).isEqualTo(name);
    }

    @Test
    void counts_bytes_on_postgresql_and_never_cuts_a_character_in_two() {
        String column = SqlGenerator.forDialect(Dialect.POSTGRES).column("😀".repeat(20));
        assertThat(column).startsWith("😀".repeat(13) + "_").doesNotContain("\uFFFD");
        assertThat(SqlGenerator.forDialect(Dialect.DUCKDB).column("c".repeat(900)))
                .hasSize(900);
    }

    @Test
    void replaces_what_mariadb_cannot_hold_and_tells_the_names_apart() {
        SqlGenerator sql = SqlGenerator.forDialect(Dialect.MARIADB);
        assertThat(sql.column("mood 😀")).matches("mood __[0-9a-f]{8}");
        assertThat(sql.column("mood 😀")).isNotEqualTo(sql.column("mood 😢"));
        assertThat(sql.column("total ")).matches("total_[0-9a-f]{8}");
        assertThat(sql.column("Größe")).isEqualTo("Größe");
    }

    @Test
    void quotes_whatever_a_name_holds() {
        assertThat(SqlGenerator.forDialect(Dialect.DUCKDB).quoted(new TableName("a\"b", "select")))
                .isEqualTo("\"a\"\"b\".\"select\"");
        assertThat(SqlGenerator.forDialect(Dialect.MARIADB).quoted("a`b")).isEqualTo("`a``b`");
    }

    @Test
    void refuses_blank_names() {
        assertThatThrownBy(() -> Naming.inSchema(" "))
                .isInstanceOf(MedallionException.class)
                .hasMessage(
                        "schema name ' ' is blank or holds a NUL character, which no database keeps. Give it another name.");
        assertThatThrownBy(() -> TableName.of("a\0")).isInstanceOf(MedallionException.class);
    }

    @Test
    void is_a_value() {
        assertThat(Naming.inSchema("a")).isEqualTo(Naming.inSchema("a")).hasSameHashCodeAs(Naming.inSchema("a"));
        assertThat(Naming.inSchema("a")).isNotEqualTo(Naming.inSchema("b")).hasToString("in schema a");
    }
}
