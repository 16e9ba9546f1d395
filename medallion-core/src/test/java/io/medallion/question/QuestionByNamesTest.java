package io.medallion.question;

import static io.medallion.semantic.ShopModel.SHOP;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.Expression;
import io.medallion.question.Interpretation.Ambiguous;
import io.medallion.question.Interpretation.NotUnderstood;
import io.medallion.question.Interpretation.Understood;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.semantic.SemanticModel;
import io.medallion.spec.Json;
import io.medallion.spec.SilverSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionByNamesTest {

    private static Interpretation ask(String question) {
        return QuestionTranslator.byNames().translate(question, SHOP);
    }

    private static ResolvedQuery understood(String question) {
        assertThat(ask(question)).as(question).isInstanceOf(Understood.class);
        return SHOP.resolve(((Understood) ask(question)).query());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            revenue by region                  | SUM(orders.amount)      | orders.region
            total revenue by month             | SUM(orders.amount)      | DATE_BUCKET('MONTH', orders.ordered_at)
            show me the monthly sales, please  | SUM(orders.amount)      | DATE_BUCKET('MONTH', orders.ordered_at)
            average amount per segment         | AVG(orders.amount)      | customers.segment
            number of orders by month          | COUNT(*)                | DATE_BUCKET('MONTH', orders.ordered_at)
            how many orders per region?        | COUNT(*)                | orders.region
            orders by quarter of shipped_on    | COUNT(*)                | DATE_BUCKET('QUARTER', orders.shipped_on)
            revenue by shipped_on month        | SUM(orders.amount)      | DATE_BUCKET('MONTH', orders.shipped_on)
            highest amount by customer status  | MAX(orders.amount)      | customers.status
            total revenue by year              | SUM(orders.amount)      | DATE_BUCKET('YEAR', orders.ordered_at)
            QUANTITY BY REGIONS                | SUM(orders.quantity)    | orders.region
            discount rate by region            | AVG(orders.discount_rate) | orders.region
            """)
    void understands(String question, String measure, String grouping) {
        ResolvedQuery query = understood(question);

        assertThat(query.measures()).extracting(m -> m.aggregate().text()).containsExactly(measure);
        assertThat(query.groupings()).extracting(g -> g.expression()).containsExactly(Expression.parse(grouping));
    }

    @Test
    void a_name_that_is_written_exactly_so_is_meant_before_its_plural() {
        SilverSpec wards = SilverSpec.of(
                "wards",
                column("ward").as(text()),
                column("wards").as(text()),
                column("area").as(decimal(9, 2)),
                column("areas").as(decimal(9, 2)));
        SemanticModel model = SemanticModel.derivedFrom(List.of(wards));

        Interpretation ward = QuestionTranslator.byNames().translate("area by ward", model);

        assertThat(ward).isInstanceOfSatisfying(Understood.class, understood -> {
            ResolvedQuery query = model.resolve(understood.query());
            assertThat(query.measures()).extracting(m -> m.aggregate().text()).containsExactly("SUM(wards.area)");
            assertThat(query.groupings())
                    .extracting(g -> g.expression())
                    .containsExactly(Expression.parse("wards.ward"));
        });
    }

    @Test
    void understands_several_groupings() {
        assertThat(understood("revenue by month and segment in 2024").groupings())
                .extracting(g -> g.name())
                .containsExactly("ordered_at_month", "segment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            revenue by month in 2024             | orders.ordered_at >= DATE '2024-01-01' AND orders.ordered_at < DATE '2025-01-01'
            revenue in march 2024                | orders.ordered_at >= DATE '2024-03-01' AND orders.ordered_at < DATE '2024-04-01'
            revenue by region for Q4 2023        | orders.ordered_at >= DATE '2023-10-01' AND orders.ordered_at < DATE '2024-01-01'
            revenue since 2024-05-17             | orders.ordered_at >= DATE '2024-05-17'
            revenue before 2024                  | orders.ordered_at < DATE '2024-01-01'
            revenue after 2024                   | orders.ordered_at >= DATE '2025-01-01'
            revenue between 2022 and 2023        | orders.ordered_at >= DATE '2022-01-01' AND orders.ordered_at < DATE '2024-01-01'
            revenue from 2024-01 to 2024-02      | orders.ordered_at >= DATE '2024-01-01' AND orders.ordered_at < DATE '2024-03-01'
            revenue where region is EU           | orders.region = 'EU'
            revenue by month for segment "B2B"   | customers.segment = 'B2B'
            revenue where quantity > 3 by month  | orders.quantity > 3
            """)
    void understands_filters(String question, String filter) {
        assertThat(understood(question).filter()).isEqualTo(Expression.parse(filter));
    }

    @Test
    void top_limits_and_orders_by_the_measure() {
        ResolvedQuery query = understood("top 5 customers by revenue");

        assertThat(query.limit()).isEqualTo(5);
        assertThat(query.order().get(0).name()).isEqualTo("amount");
        assertThat(query.order().get(0).descending()).isTrue();
        assertThat(query.groupings().get(0).name()).isEqualTo("name");
    }

    @Test
    void bottom_starts_with_the_smallest() {
        assertThat(understood("bottom 3 regions by revenue").order().get(0).descending())
                .isFalse();
    }

    @Test
    void a_series_over_time_is_in_the_order_of_time() {
        assertThat(understood("revenue by month").order().get(0).name()).isEqualTo("ordered_at_month");
    }

    @Test
    void says_how_it_read_the_question() {
        assertThat(((Understood) ask("revenue by region in 2024")).reading().description())
                .isEqualTo(
                        "amount = SUM(orders.amount) by orders.region where orders.ordered_at >= DATE '2024-01-01' AND"
                                + " orders.ordered_at < DATE '2025-01-01' over the rows of orders");
    }

    @Test
    void several_meanings_are_asked_back() {
        assertThat(ask("revenue by status")).isInstanceOfSatisfying(Ambiguous.class, two -> assertThat(two.readings())
                .extracting(r -> r.description())
                .containsExactly(
                        "amount = SUM(orders.amount) by orders.status over the rows of orders",
                        "amount = SUM(orders.amount) by customers.status over the rows of orders"));
    }

    @Test
    void a_count_of_nothing_in_particular_is_of_the_rows_it_is_filtered_by() {
        assertThat(understood("count by region where amount > 10").base()).isEqualTo("orders");
    }

    @Test
    void an_unknown_word_is_not_guessed_over() {
        assertThat(ask("revenue by regoin"))
                .isEqualTo(new NotUnderstood(
                        "'regoin' is no measure, dimension or time that the model knows.",
                        java.util.List.of("region")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "by",
                "by month",
                "drop table orders",
                "revenue by",
                "top 5",
                "'; select 1; --",
                "revenue by month of",
                "in 2024",
                "top 99999999999999999999 regions by revenue",
                "revenue in 2024-13"
            })
    void nonsense_gets_an_answer_and_never_an_error(String question) {
        assertThat(ask(question)).isNotNull();
    }

    @Test
    void endless_questions_are_refused() {
        assertThat(ask("revenue ".repeat(1_000))).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void an_answer_is_the_same_after_json() {
        Interpretation answer = ask("revenue by status");

        assertThat(Json.read(Json.write(answer), Interpretation.class)).isEqualTo(answer);
    }
}
