package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTypesTest {

    private static final Scope ORDERS = Scope.of(columns());

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("name", ColumnType.TEXT);
        columns.put("qty", ColumnType.INTEGER);
        columns.put("big", ColumnType.BIGINT);
        columns.put("amount", ColumnType.decimal(12, 2));
        columns.put("total", ColumnType.decimal(38, 2));
        columns.put("rate", ColumnType.DOUBLE);
        columns.put("paid", ColumnType.BOOLEAN);
        columns.put("day", ColumnType.DATE);
        columns.put("at", ColumnType.TIMESTAMP);
        columns.put("instant", ColumnType.TIMESTAMPTZ);
        columns.put("clock", ColumnType.TIME);
        columns.put("doc", ColumnType.JSON);
        return columns;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "name => TEXT",
                "1 => INTEGER",
                "2147483647 => INTEGER",
                "2147483648 => BIGINT",
                "-9223372036854775808 => BIGINT",
                "9223372036854775808 => DECIMAL(19,0)",
                "0.05 => DECIMAL(2,2)",
                "12.50 => DECIMAL(4,2)",
                "NULL => TEXT",
                "qty + qty => BIGINT",
                "qty * big => BIGINT",
                "-qty => INTEGER",
                "qty % 7 => INTEGER",
                "big % qty => BIGINT",
                "amount + qty => DECIMAL(13,2)",
                "amount + 0.125 => DECIMAL(14,3)",
                "amount * amount => DECIMAL(24,4)",
                "amount * 0.19 => DECIMAL(14,4)",
                "total + total => DECIMAL(38,2)",
                "total * amount => DECIMAL(38,4)",
                "CAST(1 AS DECIMAL(38,20)) * CAST(1 AS DECIMAL(38,20)) => DECIMAL(38,6)",
                "CAST(1 AS DECIMAL(20,18)) * CAST(1 AS DECIMAL(26,22)) => DECIMAL(38,32)",
                "amount % 7 => DECIMAL(12,2)",
                "amount + rate => DOUBLE",
                "qty / 2 => DOUBLE",
                "amount / 2 => DOUBLE",
                "amount + NULL => DECIMAL(12,2)",
                "name || 'x' => TEXT",
                "name = 'x' AND NOT paid => BOOLEAN",
                "amount BETWEEN 1 AND 2.5 => BOOLEAN",
                "day < at => BOOLEAN",
                "qty IN (1, NULL, 2.5) => BOOLEAN",
                "name IS NULL => BOOLEAN",
                "amount IS DISTINCT FROM NULL => BOOLEAN",
                "CASE WHEN paid THEN amount ELSE qty END => DECIMAL(12,2)",
                "CASE WHEN paid THEN amount ELSE 0.125 END => DECIMAL(13,3)",
                "CASE WHEN paid THEN 'x' END => TEXT",
                "CASE WHEN paid THEN NULL ELSE day END => DATE",
                "coalesce(qty, big) => BIGINT",
                "coalesce(amount, rate) => DOUBLE",
                "nullif(name, '') => TEXT",
                "greatest(day, DATE '2024-01-01') => DATE",
                "round(amount, 1) => DECIMAL(12,1)",
                "round(amount, 5) => DECIMAL(13,2)",
                "round(amount) => DECIMAL(11,0)",
                "floor(amount) => DECIMAL(11,0)",
                "round(rate, 2) => DOUBLE",
                "ceil(qty) => INTEGER",
                "abs(amount) => DECIMAL(12,2)",
                "length(name) => INTEGER",
                "concat(name, NULL, 'x') => TEXT",
                "year(at) + month(day) => BIGINT",
                "hour(clock) => INTEGER",
                "days_between(day, CAST(at AS DATE)) => INTEGER",
                "add_days(day, 7) => DATE",
                "regexp_matches(name, '^[a-z]+$') => BOOLEAN",
                "date_bucket('MONTH', at) => DATE",
                "date_bucket('HOUR', instant, 'Europe/Berlin') => TIMESTAMP",
                "CAST(name AS DECIMAL(5,2)) => DECIMAL(5,2)",
                "TRY_CAST(name AS DATE) => DATE",
                "CAST(amount AS TEXT) => TEXT",
                "CAST(day AS TIMESTAMPTZ) => TIMESTAMPTZ",
                "CAST(doc AS TEXT) => TEXT",
            })
    void infers(String text, String type) {
        assertThat(Expression.parse(text).typeIn(ORDERS)).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "amout > 1 => 'amout' is not a column here. Did you mean 'amount'?",
                "o.amount => 'o.amount' is not a column here.",
                "name + 1 => 'name' is TEXT where a number is expected. Use CAST or TRY_CAST to a number.",
                "-name => 'name' is TEXT where a number is expected.",
                "day + 1 => 'day' is DATE where a number is expected. Use add_days or days_between",
                "qty || 'x' => 'qty' is INTEGER where text is expected. Use CAST(... AS TEXT).",
                "name = 1 => 'name = 1' compares TEXT with INTEGER. Cast one of them.",
                "qty = '1' => 'qty = '1'' compares INTEGER with TEXT. Write the number without quotes.",
                "day >= '2024-01-01' => compares DATE with TEXT. Write the date as DATE '2024-12-31'.",
                "'x' = paid => compares TEXT with BOOLEAN. Write TRUE or FALSE.",
                "at = instant => compares TIMESTAMP with TIMESTAMPTZ. Cast one of them.",
                "doc = doc => compares JSON with JSON.",
                "qty IN (1, 'x') => compares INTEGER with TEXT.",
                "qty BETWEEN 1 AND 'x' => compares INTEGER with TEXT.",
                "NOT qty => 'qty' is INTEGER where a condition is expected. Compare it with something.",
                "paid AND 1 => '1' is INTEGER where a condition is expected.",
                "qty LIKE '1%' => 'qty' is INTEGER where text is expected.",
                "CASE WHEN qty THEN 1 END => 'qty' is INTEGER where a condition is expected.",
                "CASE WHEN paid THEN 1 ELSE 'x' END => mixes INTEGER and TEXT. Cast one of them.",
                "CASE WHEN paid THEN day ELSE at END => mixes DATE and TIMESTAMP.",
                "coalesce(name, qty) => 'coalesce(name, qty)' mixes TEXT and INTEGER.",
                "nullif(name, 1) => mixes TEXT and INTEGER.",
                "rate % 2 => 'rate % 2' is the remainder of a DOUBLE. Cast it to a DECIMAL first.",
                "CAST(paid AS INTEGER) => casts BOOLEAN to INTEGER, which has no one meaning. Use CASE.",
                "CAST(clock AS DATE) => casts TIME to DATE",
                "upper(qty) => 'qty' is INTEGER where text is expected.",
                "year(name) => 'name' is TEXT where a date or timestamp is expected. Use CAST or TRY_CAST",
                "hour(day) => 'day' is DATE where a time or timestamp is expected.",
                "round(amount, qty) => 'qty' stands where a whole number literal from 0 to 38 is expected.",
                "round(amount, -1) => '-1' stands where a whole number literal from 0 to 38 is expected.",
                "regexp_matches(name, name) => 'name' stands where a text literal with a portable regular",
                "regexp_matches(name, '(?=x)') => is not a portable pattern: a group with options or look-around at column 1.",
                "date_bucket('MONTH', name) => 'name' is TEXT where a date or timestamp is expected.",
                "date_bucket('MONTH', day, 'UTC') => moves a date to a time zone, and a date is in none.",
                "date_bucket('HOUR', day) => cuts a date finer than days.",
                "SUM(amount) > 1 => 'SUM(amount)' is an aggregate, which needs a group of rows.",
            })
    void refuses(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text).typeIn(ORDERS))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void reports_every_problem_and_each_mistake_once() {
        Expression expression = Expression.parse("(amout + 1) * 2 > nam AND amout = 3 AND qty LIKE 'x'");

        assertThat(ExpressionTypes.problems(expression, ORDERS))
                .extracting(Object::toString)
                .containsExactly(
                        "'amout' is not a column here. Did you mean 'amount'?",
                        "'nam' is not a column here. Did you mean 'name'?",
                        "'qty' is INTEGER where text is expected. Use CAST(... AS TEXT).");
    }

    @Test
    void finds_columns_of_several_tables_by_alias_and_alone_where_only_one_has_them() {
        Scope scope = Scope.ofTables(Map.of(
                "o", Map.of("id", ColumnType.BIGINT, "amount", ColumnType.DOUBLE),
                "c", Map.of("id", ColumnType.BIGINT, "segment", ColumnType.TEXT)));

        assertThat(Expression.parse("o.id = c.id AND segment = 'x'").typeIn(scope))
                .isEqualTo(ColumnType.BOOLEAN);
        assertThatThrownBy(() -> Expression.parse("id").typeIn(scope))
                .hasMessageMatching("'id' is not a column here. Say which: (o.id or c.id|c.id or o.id).");
        assertThatThrownBy(() -> Expression.parse("o.amont").typeIn(scope))
                .hasMessage("'o.amont' is not a column here. Did you mean 'o.amount'?");
    }

    @Test
    void a_condition_must_be_boolean() {
        ExpressionTypes.requireCondition(Expression.parse("qty > 1"), ORDERS);

        assertThatThrownBy(() -> ExpressionTypes.requireCondition(Expression.parse("qty + 1"), ORDERS))
                .hasMessage("'qty + 1' is BIGINT, not a condition. Compare it with something.");
    }
}
