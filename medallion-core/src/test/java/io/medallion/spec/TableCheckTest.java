package io.medallion.spec;

import static io.medallion.spec.Check.references;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCheckTest {

    private static final SilverSpec ORDERS = SilverSpec.of(
                    "orders",
                    column("customer").as(bigint()).check(references("customers.id")),
                    column("day").as(date("yyyy-MM-dd")))
            .expect(
                    TableCheck.rowsBetween(1, 100),
                    TableCheck.freshWithin("day", Duration.ofHours(36)).orWarn())
            .rejectBudget(0.05);

    @Test
    void json_gives_the_same_spec_back() {
        assertThat(SilverSpec.fromJson(ORDERS.toJson())).isEqualTo(ORDERS);
        assertThat(ORDERS.toJson())
                .contains("{\"kind\":\"reject-share\",\"action\":\"FAIL\",\"atMost\":0.05}")
                .contains("\"kind\":\"references\"");
    }

    @Test
    void a_spec_without_them_is_written_as_before() {
        assertThat(SilverSpec.of("t", column("a")).toJson()).doesNotContain("tableChecks");
    }

    @Test
    void each_changes_the_fingerprint_and_is_a_change_that_rebuilds() {
        SilverSpec other = ORDERS.expect(TableCheck.rowsAtLeast(5));
        assertThat(other.fingerprint()).isNotEqualTo(ORDERS.fingerprint());
        PipelineSpec from = PipelineSpec.empty("shop").with(ORDERS);
        assertThat(from.with(other).changesFrom(from).changes())
                .singleElement()
                .satisfies(c -> assertThat(c.rebuilds()).isTrue())
                .satisfies(c -> assertThat(c.what()).contains("at least 5 rows (FAIL)"));
    }

    @Test
    void a_column_renamed_is_renamed_in_them() {
        assertThat(ORDERS.withColumn("day", c -> c.named("ordered_on")).tableChecks())
                .extracting(TableCheck::describe)
                .contains("ordered_on fresh within PT36H");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> TableCheck.rowsBetween(2, 1)).isInstanceOf(MedallionException.class);
        assertThatThrownBy(() -> TableCheck.rejectsAtMost(5)).hasMessageContaining("0.05 for 5 %");
        assertThatThrownBy(() -> TableCheck.rejectsAtMost(Double.NaN)).isInstanceOf(MedallionException.class);
        assertThatThrownBy(() -> new TableCheck.RejectShare(0.1, CheckAction.REJECT))
                .hasMessageContaining("cannot reject rows");
        assertThatThrownBy(() -> ORDERS.expect(TableCheck.freshWithin("dya", Duration.ofDays(1))))
                .hasMessageContaining("Did you mean 'day'?");
        assertThatThrownBy(() -> ORDERS.expect(TableCheck.freshWithin("customer", Duration.ofDays(1))))
                .hasMessageContaining("needs a date or timestamp");
        assertThatThrownBy(() -> references("customers")).hasMessageContaining("names no table");
        assertThatThrownBy(() -> SilverSpec.of("t", column("a").check(references("t.b"))))
                .hasMessageContaining("refers to the table itself");
    }

    @Test
    void parents_come_first_and_circles_are_refused() {
        SilverSpec customers = SilverSpec.of("customers", column("id").as(bigint()), column("area"));
        SilverSpec lines = SilverSpec.of("lines", column("a").check(references("orders.day")));
        assertThat(PipelineSpec.parentsFirst(List.of(lines, ORDERS, customers)))
                .containsExactly(customers, ORDERS, lines);
        SilverSpec circle = customers.withColumn("area", c -> c.check(references("lines.a")));
        assertThatThrownBy(() -> PipelineSpec.parentsFirst(List.of(lines, ORDERS, circle)))
                .hasMessageContaining("customers")
                .hasMessageContaining("in a circle");
    }
}
