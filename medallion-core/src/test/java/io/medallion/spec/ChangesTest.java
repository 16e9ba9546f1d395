package io.medallion.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.spec.Changes.Kind;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final PipelineSpec BEFORE = Specimens.SHOP;

    private static Changes silver(java.util.function.UnaryOperator<SilverSpec> edit) {
        return BEFORE.with(edit.apply(Specimens.ORDERS)).changesFrom(BEFORE);
    }

    @Test
    void equal_specs_have_no_changes() {
        Changes none = PipelineSpec.fromJson(BEFORE.toJson()).changesFrom(BEFORE);

        assertThat(none.kind()).isEqualTo(Kind.NONE);
        assertThat(none.explain()).isEqualTo("Nothing changes in pipeline 'shop'.\n");
    }

    @Test
    void a_description_changes_nothing_that_is_built() {
        Changes described =
                silver(s -> s.withColumn("status", c -> c.annotated(new Annotations(null, null, false, null, "x"))));

        assertThat(described.kind()).isEqualTo(Kind.NONE);
        assertThat(described.changes()).singleElement().matches(c -> !c.rebuilds());
    }

    @Test
    void a_new_column_is_additive_and_rebuilds() {
        Changes added = silver(s -> s.and(SilverColumn.column("note")));

        assertThat(added.kind()).isEqualTo(Kind.ADDITIVE);
        assertThat(added.changes())
                .containsExactly(new Change(Layer.SILVER, "orders", Kind.ADDITIVE, "column 'note' is new", true));
    }

    @Test
    void another_type_is_breaking() {
        Changes retyped = silver(s -> s.withColumn("id", c -> c.as(Parse.bigint())));

        assertThat(retyped.kind()).isEqualTo(Kind.BREAKING);
        assertThat(retyped.explain()).contains("column 'id': type INTEGER becomes BIGINT (rebuilds)");
    }

    @Test
    void another_action_on_what_cannot_be_read_is_breaking() {
        Changes warned = silver(s -> s.withColumn("amount", SilverColumn::unreadableOrWarn));

        assertThat(warned.kind()).isEqualTo(Kind.BREAKING);
        assertThat(warned.explain()).contains("column 'amount': unreadable values REJECT becomes WARN (rebuilds)");
    }

    @Test
    void another_filling_or_mapping_is_told_in_words() {
        Changes changed = silver(
                s -> s.withColumn("score", c -> c.nulls(NullPolicy.forward().by("at")))
                        .withColumn("sex", c -> c.mapped(Map.of("M", "male", "F", "woman"))));

        assertThat(changed.explain())
                .contains("column 'score': missing values filled with 7.5, the mean of 118 values up to batch 3"
                        + " becomes filled with the last value before in the order of at (rebuilds)")
                .contains("column 'sex': mapping 'F' to 'female', 'm' to 'male' becomes 'F' to 'woman' (rebuilds)");
    }

    @Test
    void where_a_constant_comes_from_changes_nothing_that_is_built() {
        Changes stated = silver(s -> s.withColumn("score", c -> c.nulls(NullPolicy.fill(new BigDecimal("7.5")))));

        assertThat(stated.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void a_column_that_goes_is_destructive_and_needs_the_token() {
        Changes dropped = silver(s -> s.without("email"));

        assertThat(dropped.kind()).isEqualTo(Kind.DESTRUCTIVE);
        assertThat(dropped.allowed()).isFalse();
        assertThat(dropped.explain()).contains(dropped.token());
        assertThat(dropped.confirmed(dropped.token()).allowed()).isTrue();
        assertThatThrownBy(() -> dropped.confirmed("yes")).isInstanceOf(MedallionException.class);
    }

    @Test
    void a_token_stands_for_exactly_its_changes() {
        assertThat(silver(s -> s.without("email")).token())
                .isNotEqualTo(silver(s -> s.without("clock")).token());
    }

    @Test
    void tables_come_and_go() {
        assertThat(BEFORE.changesFrom(PipelineSpec.empty("shop")).kind()).isEqualTo(Kind.ADDITIVE);
        assertThat(PipelineSpec.empty("shop").changesFrom(BEFORE).kind()).isEqualTo(Kind.DESTRUCTIVE);
    }
}
