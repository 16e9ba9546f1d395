package io.medallion.spec;

import static io.medallion.spec.Grouping.dimension;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.sum;
import static io.medallion.spec.Relationship.manyToOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import org.junit.jupiter.api.Test;

class GoldSpecTest {

    @Test
    void columns_are_qualified_with_their_table() {
        AggregateGoldSpec gold = (AggregateGoldSpec) Specimens.REVENUE;

        assertThat(gold.groupings())
                .extracting(g -> g.expression().text())
                .containsExactly("DATE_BUCKET('MONTH', orders.ordered_on)", "customers.segment");
        assertThat(gold.filter()).hasToString("orders.status = 'paid'");
        assertThat(gold.columnNames())
                .containsExactly("ordered_on_month", "segment", "revenue", "orders", "paid_orders", "average");
    }

    @Test
    void an_unknown_column_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> GoldSpec.builder("g")
                        .from(Specimens.ORDERS)
                        .measure(sum("amonut"))
                        .build())
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("column 'amonut'")
                .hasMessageContaining("Did you mean 'amount'?");
    }

    @Test
    void a_column_of_two_tables_has_to_be_qualified() {
        assertThatThrownBy(() -> GoldSpec.builder("g")
                        .from(Specimens.ORDERS)
                        .join(Specimens.CUSTOMERS, manyToOne("orders.customer_id", "customers.id"))
                        .by(dimension("id"))
                        .build())
                .hasMessageContaining("is in several inputs. Write orders.id or customers.id.");
    }

    @Test
    void a_join_that_could_multiply_rows_is_refused() {
        SilverSpec keyless = SilverSpec.of(
                "customers", SilverColumn.column("id").as(Parse.bigint()), SilverColumn.column("segment"));

        assertThatThrownBy(() -> GoldSpec.builder("g")
                        .from(Specimens.ORDERS)
                        .join(keyless, manyToOne("orders.customer_id", "customers.id"))
                        .measure(count())
                        .build())
                .hasMessageContaining("otherwise sums would be multiplied");
    }

    @Test
    void the_sum_of_a_text_is_refused() {
        assertThatThrownBy(() -> GoldSpec.builder("g")
                        .from(Specimens.ORDERS)
                        .measure(sum("status"))
                        .build())
                .isInstanceOf(MedallionException.class);
    }
}
