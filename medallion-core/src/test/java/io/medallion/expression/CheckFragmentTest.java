package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFragmentTest {

    private static final ColumnRef X = ColumnRef.of("x");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "NOT NULL => x IS NOT NULL",
                "is not null => x IS NOT NULL",
                "IS NULL => x IS NULL",
                ">= 0 => x >= 0",
                "!= 'x' => x <> 'x'",
                "= 'it''s' => x = 'it''s'",
                "> a + 1 => x > a + 1",
                "LIKE '%@%' => x LIKE '%@%'",
                "NOT LIKE '%@%' => x NOT LIKE '%@%'",
                "BETWEEN 1 AND 5 => x BETWEEN 1 AND 5",
                "NOT BETWEEN 1 AND 5 AND NOT NULL => x NOT BETWEEN 1 AND 5 AND x IS NOT NULL",
                "IN ('a', 'b') => x IN ('a', 'b')",
                "NOT IN ('a') OR IS NULL => x NOT IN ('a') OR x IS NULL",
                ">= 0 AND < 100 => x >= 0 AND x < 100",
                "(>= 0 AND < 10) OR = 99 => x >= 0 AND x < 10 OR x = 99",
                "NOT (= 1 OR = 2) => NOT (x = 1 OR x = 2)",
                "NOT = 1 => NOT x = 1",
                "NOT NOT NULL => NOT x IS NOT NULL",
                "x > 0 AND y > x => x > 0 AND y > x",
                "length(x) BETWEEN 3 AND 5 => length(x) BETWEEN 3 AND 5",
                "starts_with(x, 'a') AND NOT NULL => starts_with(x, 'a') AND x IS NOT NULL",
                "IS DISTINCT FROM 'n/a' => x IS DISTINCT FROM 'n/a'",
                "active => active",
                "TRUE => TRUE",
            })
    void puts_the_subject_where_a_predicate_has_no_left_side(String fragment, String condition) {
        assertThat(CheckFragment.parse(fragment, X).text()).isEqualTo(condition);
        assertThat(Expression.parse(condition)).isEqualTo(CheckFragment.parse(fragment, X));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "'x'",
                "NULL",
                "x + 1",
                "-x",
                "lower(x)",
                "CAST(x AS TEXT)",
                "SUM(x)",
                ">=",
                ">= > 1",
                "lower(= 'x') = 'x'",
                "- > 1",
                "1 + > 1",
                "a = IN (1)",
                "CASE WHEN > 1 THEN 1 END = 1",
                "IN (> 1)",
                "NOT",
                "NULL NOT NULL NOT NULL",
                ">= 0; DROP TABLE x",
                ">= 0 --",
                "UNIQUE (x)"
            })
    void refuses_what_is_not_a_condition(String fragment) {
        assertThatThrownBy(() -> CheckFragment.parse(fragment, X)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void says_that_a_value_is_not_a_condition() {
        assertThatThrownBy(() -> CheckFragment.parse("x + 1", X))
                .hasMessage("expression \"x + 1\", column 1: 'x + 1' is not a condition. "
                        + "Write a check like NOT NULL, >= 0 or LIKE '%@%'.");
    }
}
