package io.medallion.spec;

import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final SilverColumn WEIGHT =
            column("weight").as(decimal(6, 2)).unit(Units.inText("lb", "kg").to("kg"));

    private static final SilverSpec PARCELS = SilverSpec.of("parcels", column("id"), WEIGHT);

    @Test
    void gives_a_column_for_the_unit_and_one_for_the_normalised_value() {
        assertThat(PARCELS.types().toString())
                .isEqualTo("{id=TEXT, weight=DECIMAL(6,2), weight_unit=TEXT, weight_kg=DECIMAL(15,10)}");
        assertThat(GoldInput.of(PARCELS).types()).isEqualTo(PARCELS.types());
    }

    @Test
    void names_the_normalised_value_without_the_unit_that_is_left() {
        SilverColumn inches =
                column("height_in").as(integer()).unit(Units.from("in").to("cm"));
        assertThat(inches.besides())
                .containsExactly(
                        java.util.Map.entry("height_in_unit", ColumnType.TEXT),
                        java.util.Map.entry("height_cm", ColumnType.decimal(13, 2)));
    }

    @Test
    void is_the_same_after_json_and_part_of_the_fingerprint() {
        assertThat(SilverSpec.fromJson(PARCELS.toJson())).isEqualTo(PARCELS);
        assertThat(PARCELS.toJson()).contains("\"unit\":{\"accepted\":[\"kg\",\"lb\"],\"to\":\"kg\"}");
        SilverSpec grams = PARCELS.withColumn(
                "weight", c -> c.unit(Units.inText("lb", "kg").to("g")));
        assertThat(grams.fingerprint()).isNotEqualTo(PARCELS.fingerprint());
        assertThat(SilverSpec.of("parcels", column("id"), WEIGHT.withoutUnit()).fingerprint())
                .isNotEqualTo(PARCELS.fingerprint());
    }

    @Test
    void says_which_columns_a_change_brings_and_takes() {
        SilverSpec without = SilverSpec.of("parcels", column("id"), WEIGHT.withoutUnit());
        PipelineSpec plain = PipelineSpec.empty("post").with(without);
        PipelineSpec united = PipelineSpec.empty("post").with(PARCELS);
        assertThat(united.changesFrom(plain).changes().stream().map(Change::what))
                .containsExactly("column 'weight_kg' is new", "column 'weight_unit' is new");
        assertThat(plain.changesFrom(united).kind()).isEqualTo(Changes.Kind.DESTRUCTIVE);
        PipelineSpec rounded = PipelineSpec.empty("post")
                .with(PARCELS.withColumn(
                        "weight", c -> c.unit(Units.inText("lb", "kg").to("kg").rounded(3))));
        assertThat(rounded.changesFrom(united).kind()).isEqualTo(Changes.Kind.BREAKING);
    }

    @Test
    void is_exact_where_some_number_of_digits_is() {
        assertThat(Units.from("oz")
                        .to("kg")
                        .conversion(ColumnType.decimal(6, 2))
                        .exact())
                .isTrue();
        assertThat(Units.from("degF")
                        .to("degC")
                        .conversion(ColumnType.decimal(6, 2))
                        .exact())
                .isFalse();
        assertThat(Units.from("degC").to("K").conversion(ColumnType.INTEGER).scale())
                .isEqualTo(2);
        assertThat(Units.from("km").to("m").conversion(ColumnType.INTEGER).scale())
                .isZero();
    }

    @Test
    void refuses_what_cannot_be_converted() {
        refused(() -> Units.from("lb").to("m"), "Only units of one dimension can be converted.");
        refused(() -> Units.from("pounds").to("kg"), "Did you mean 'lb'?");
        refused(() -> Units.inText().to("kg").rounded(19), "State 0 to 18.");
        refused(() -> column("w").as(floating()).unit(Units.inText().to("kg")), "need whole numbers or decimals");
        refused(() -> column("w").unit(Units.inText().to("kg")), "need whole numbers or decimals, not TEXT");
        refused(() -> WEIGHT.nulls(NullPolicy.fillZero()), "fills in numbers without a unit");
        refused(
                () -> column("w").as(decimal(38, 2)).unit(Units.from("lb").to("kg")),
                "lb to kg needs more than 38 digits on the way.");
        refused(
                () -> column("w")
                        .as(integer().written(NumberFormat.PLAIN.with("kg")))
                        .unit(Units.inText().to("kg")),
                "do not go with affixes");
        refused(() -> PARCELS.and(column("weight_kg")), "is there twice, once made of 'weight'");
        refused(() -> SilverSpec.of("dim_units", List.of(column("id"))), "is where the library keeps units");
    }

    private static void refused(Runnable made, String message) {
        assertThatThrownBy(made::run).hasMessageContaining(message);
    }
}
