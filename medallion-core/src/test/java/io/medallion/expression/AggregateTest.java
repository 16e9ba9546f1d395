package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.ColumnType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {

    private static final ColumnRef AMOUNT = ColumnRef.of("amount");

    @Test
    void has_a_text_that_reads_back() {
        Aggregate paid = Aggregate.sum(AMOUNT).where(Expression.parse("status = 'paid'"));

        assertThat(paid.text()).isEqualTo("SUM(amount) FILTER (WHERE status = 'paid')");
        assertThat(Aggregate.parse(paid.text())).isEqualTo(paid);
        assertThat(Aggregate.count().text()).isEqualTo("COUNT(*)");
        assertThat(Aggregate.countDistinct(AMOUNT).text()).isEqualTo("COUNT(DISTINCT amount)");
        assertThatThrownBy(() -> Aggregate.parse("SUM(a) / COUNT(*)"))
                .hasMessageContaining("'SUM(a) / COUNT(*)' is not one aggregate.");
    }

    @Test
    void joins_filters() {
        Aggregate twice = Aggregate.count().where(Expression.parse("a OR b")).where(Expression.parse("c"));

        assertThat(twice.text()).isEqualTo("COUNT(*) FILTER (WHERE (a OR b) AND c)");
        assertThat(twice.withoutFilter()).isEqualTo(Aggregate.count());
    }

    @Test
    void goes_to_json_as_text_and_back() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Aggregate aggregate = Aggregate.average(AMOUNT);

        assertThat(mapper.writeValueAsString(Map.of("a", aggregate))).isEqualTo("{\"a\":\"AVG(amount)\"}");
        assertThat(mapper.readValue("\"avg( amount )\"", Aggregate.class)).isEqualTo(aggregate);
    }

    @Test
    void drops_distinct_where_it_changes_nothing() {
        assertThat(new Aggregate(AggregateFunction.MAX, AMOUNT, true, null)).isEqualTo(Aggregate.max(AMOUNT));
    }

    @Test
    void renames_columns_in_argument_and_filter() {
        Aggregate renamed =
                Aggregate.parse("SUM(a * b) FILTER (WHERE c)").rename(column -> ColumnRef.of("t", column.column()));

        assertThat(renamed.text()).isEqualTo("SUM(t.a * t.b) FILTER (WHERE t.c)");
        assertThat(renamed.columns())
                .containsExactly(ColumnRef.of("t", "a"), ColumnRef.of("t", "b"), ColumnRef.of("t", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "COUNT(x) TEXT => BIGINT",
                "COUNT(DISTINCT x) DATE => BIGINT",
                "SUM(x) INTEGER => DECIMAL(38,0)",
                "SUM(x) BIGINT => DECIMAL(38,0)",
                "SUM(x) DECIMAL(12,2) => DECIMAL(38,2)",
                "SUM(x) DOUBLE => DOUBLE",
                "AVG(x) DECIMAL(12,2) => DOUBLE",
                "MEDIAN(x) INTEGER => DOUBLE",
                "STDDEV(x) DOUBLE => DOUBLE",
                "MIN(x) DECIMAL(12,2) => DECIMAL(12,2)",
                "MAX(x) DATE => DATE",
                "MIN(x) TEXT => TEXT",
            })
    void types_its_result(String given, String type) {
        int space = given.lastIndexOf(' ');
        Aggregate aggregate = Aggregate.parse(given.substring(0, space));
        ColumnType argument = ColumnType.parse(given.substring(space + 1));

        assertThat(aggregate.resultType(argument)).hasToString(type);
        assertThat(aggregate.typeIn(Scope.of(Map.of("x", argument)))).hasToString(type);
    }

    @Test
    void refuses_arguments_that_make_no_sense() {
        Scope scope = Scope.of(Map.of("name", ColumnType.TEXT, "paid", ColumnType.BOOLEAN));

        assertThatThrownBy(() -> Aggregate.parse("SUM(name)").typeIn(scope))
                .hasMessage("'SUM(name)' does not work on TEXT. Use TRY_CAST to a number first, or count it.");
        assertThatThrownBy(() -> Aggregate.parse("MIN(paid)").typeIn(scope)).hasMessageContaining("BOOLEAN");
        assertThatThrownBy(() -> Aggregate.parse("COUNT(*) FILTER (WHERE name)").typeIn(scope))
                .hasMessageContaining("'name' is TEXT where a condition is expected.");
        assertThatThrownBy(() -> AggregateFunction.SUM.resultType(ColumnType.TEXT))
                .hasMessage("SUM does not work on TEXT.");
        assertThatThrownBy(() -> new Aggregate(AggregateFunction.SUM, null, false, null))
                .hasMessage("SUM needs an argument.");
        assertThatThrownBy(() -> Aggregate.sum(Aggregate.count().call()))
                .hasMessage("SUM cannot hold another aggregate.");
    }

    @Test
    void sums_counts_and_extremes_roll_up_by_one_function() {
        assertThat(Aggregate.sum(AMOUNT).reaggregation())
                .isEqualTo(new Reaggregation.ByFunction(AggregateFunction.SUM, false));
        assertThat(Aggregate.count().reaggregation())
                .isEqualTo(new Reaggregation.ByFunction(AggregateFunction.SUM, true));
        assertThat(Aggregate.min(AMOUNT).reaggregation())
                .isEqualTo(new Reaggregation.ByFunction(AggregateFunction.MIN, false));
        assertThat(Aggregate.parse("MAX(DISTINCT amount)").reaggregation())
                .isEqualTo(new Reaggregation.ByFunction(AggregateFunction.MAX, false));
    }

    @Test
    void an_average_is_derived_from_the_sum_and_the_count_of_its_argument() {
        Reaggregation rule = Aggregate.parse("AVG(amount) FILTER (WHERE paid)").reaggregation();

        assertThat(rule).isInstanceOfSatisfying(Reaggregation.Derived.class, derived -> {
            assertThat(derived.components())
                    .extracting(Aggregate::text)
                    .containsExactly("SUM(amount) FILTER (WHERE paid)", "COUNT(amount) FILTER (WHERE paid)");
            Expression overStored = derived.formula().mapAggregates(a -> Aggregate.sum(
                            ColumnRef.of(a.function().name().toLowerCase()))
                    .call());
            assertThat(overStored.text()).isEqualTo("CAST(SUM(sum) AS DOUBLE) / CAST(SUM(count) AS DOUBLE)");
        });
    }

    @ParameterizedTest
    @CsvSource({"COUNT(DISTINCT a)", "SUM(DISTINCT a)", "AVG(DISTINCT a)", "MEDIAN(a)", "STDDEV(a)"})
    void others_do_not_roll_up(String text) {
        Aggregate aggregate = Aggregate.parse(text);

        assertThat(aggregate.reaggregation()).isInstanceOf(Reaggregation.None.class);
        assertThat(aggregate.rollsUpExactly(ColumnType.INTEGER)).isFalse();
    }

    @Test
    void sums_of_doubles_do_not_roll_up_exactly() {
        assertThat(Aggregate.sum(AMOUNT).rollsUpExactly(ColumnType.DOUBLE)).isFalse();
        assertThat(Aggregate.average(AMOUNT).rollsUpExactly(ColumnType.DOUBLE)).isFalse();
        assertThat(Aggregate.sum(AMOUNT).rollsUpExactly(ColumnType.decimal(12, 2)))
                .isTrue();
        assertThat(Aggregate.max(AMOUNT).rollsUpExactly(ColumnType.DOUBLE)).isTrue();
        assertThat(Aggregate.count(AMOUNT).rollsUpExactly(ColumnType.DOUBLE)).isTrue();
    }
}
