package io.medallion.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.spec.Changes.Kind;
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
