package io.medallion.spec;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.expression.ColumnRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionGoldSpecTest {

    private static final SilverSpec CRM = SilverSpec.of(
                    "crm",
                    column("id").as(integer()),
                    column("name"),
                    column("born").as(date("yyyy-MM-dd")),
                    column("score").as(floating()))
            .key("id");

    private static final SilverSpec SHOP = SilverSpec.of(
                    "shop",
                    column("customer").as(integer()),
                    column("name"),
                    column("since").as(date("yyyy-MM-dd")))
            .key("customer");

    @Test
    void takes_every_column_that_is_no_key_in_the_order_of_the_tables() {
        DimensionGoldSpec dimension = GoldSpec.dimensionOf("dim_customer")
                .from(CRM)
                .from(SHOP)
                .key("customer_id")
                .build();

        assertThat(dimension.columnNames())
                .containsExactly("customer_sk", "customer_id", "name", "born", "score", "since");
        assertThat(dimension.key())
                .containsExactly(new DimensionColumn(
                        "customer_id", List.of(ColumnRef.of("crm", "id"), ColumnRef.of("shop", "customer"))));
        assertThat(dimension.attributes().get(0).from())
                .containsExactly(ColumnRef.of("crm", "name"), ColumnRef.of("shop", "name"));
    }

    @Test
    void goes_to_json_and_back() {
        GoldSpec dimension = Specimens.DIMENSION;

        assertThat(GoldSpec.fromJson(dimension.toJson())).isEqualTo(dimension);
        assertThat(LayerSpec.fromJson(dimension.toJson())).isEqualTo(dimension);
        assertThat(dimension.toJson()).contains("\"layer\":\"gold-dimension\"");
    }

    @Test
    void descriptions_do_not_change_the_fingerprint_but_precedence_does() {
        GoldSpec plain =
                GoldSpec.dimensionOf("d").from(CRM).from(SHOP).attribute("name").build();
        GoldSpec described = GoldSpec.dimensionOf("d")
                .from(CRM)
                .from(SHOP)
                .attribute("name")
                .described("who")
                .build();
        GoldSpec turned = GoldSpec.dimensionOf("d")
                .from(CRM)
                .from(SHOP)
                .attribute("name", "shop.name", "crm.name")
                .build();

        assertThat(described.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(turned.fingerprint()).isNotEqualTo(plain.fingerprint());
        assertThat(PipelineSpec.empty("p")
                        .with(turned)
                        .changesFrom(PipelineSpec.empty("p").with(plain))
                        .kind())
                .isEqualTo(Changes.Kind.BREAKING);
    }

    @Test
    void a_table_without_a_key_of_its_own_is_refused() {
        SilverSpec keyless = SilverSpec.of("web", column("id").as(integer()));

        assertThatThrownBy(() ->
                        GoldSpec.dimensionOf("d").from(CRM).from(keyless, "id").build())
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("input 'web'")
                .hasMessageContaining("is not known to have a thing at most once")
                .hasMessageContaining("Declare the key in the Silver spec of 'web'.");
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        assertThatThrownBy(() -> GoldSpec.dimensionOf("d")
                        .from(CRM)
                        .from(SHOP)
                        .attribute("nmae", "crm.nmae")
                        .attribute("mixed", "crm.name", "shop.since")
                        .attribute("nothing")
                        .latestBy("crm.name", "shop.name")
                        .build())
                .hasMessageContaining("Did you mean 'crm.name'?")
                .hasMessageContaining("attribute 'nothing'")
                .hasMessageContaining("latest by is TEXT, not a date or timestamp.")
                .satisfies(e -> assertThat(((MedallionException) e).problems()).hasSize(4));
        assertThatThrownBy(() -> GoldSpec.dimensionOf("d")
                        .from(CRM)
                        .from(SHOP)
                        .latestBy("crm.born")
                        .build())
                .hasMessageContaining("It needs one column of each of [crm, shop]");
        assertThatThrownBy(() -> GoldSpec.dimensionOf("d").build()).hasMessageContaining("inputs are missing");
    }

    @Test
    void a_surrogate_key_of_nothing_is_refused() {
        assertThatThrownBy(() -> SilverColumn.surrogateKey("sk", new String[0]))
                .hasMessageContaining("is a surrogate key of nothing");
    }

    @Test
    void a_surrogate_key_reads_the_columns_it_is_computed_from() {
        assertThat(SilverColumn.surrogateKey("sk", "Source", "Order Id").sources())
                .containsExactlyInAnyOrder("Source", "Order Id");
        assertThat(SurrogateKey.of(ColumnRef.of("a")).text())
                .isEqualTo("md5(concat(coalesce(TRY_CAST(length(TRY_CAST(a AS TEXT)) AS TEXT), '-1'), ':',"
                        + " TRY_CAST(a AS TEXT)))");
    }
}
