package io.medallion.semantic;

import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.spec.SilverSpec;
import io.medallion.spec.Units;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitMeasureTest {

    @Test
    void adds_up_the_normalised_value_and_never_the_mixed_one() {
        SemanticTable parcels = SemanticModel.derivedFrom(List.of(SilverSpec.of(
                        "parcels",
                        column("weight")
                                .as(decimal(6, 2))
                                .unit(Units.inText("kg", "lb").to("kg")))))
                .tables()
                .get(0);
        assertThat(parcels.measures().stream().map(SemanticMeasure::name)).containsExactly("weight_kg", "count");
        assertThat(parcels.measures().get(0).format()).isEqualTo("kg");
        assertThat(parcels.dimensions().stream().map(Dimension::name)).containsExactly("weight", "weight_unit");
    }
}
