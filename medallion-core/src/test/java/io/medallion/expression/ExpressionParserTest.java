package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

    /** Written, then canonical. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "a or b and c => a OR b AND c",
                "(a or b) and c => (a OR b) AND c",
                "a OR (b AND c) => a OR b AND c",
                "a and (b and c) => a AND (b AND c)",
                "not a = b => NOT a = b",
                "not (a and b) => NOT (a AND b)",
                "not not a => NOT NOT a",
                "a and not b or c => a AND NOT b OR c",
                "a - b - c => a - b - c",
                "a - (b - c) => a - (b - c)",
                "a + b * c => a + b * c",
                "(a + b) * c => (a + b) * c",
                "a / b / c % d => a / b / c % d",
                "a || b + c => a || b + c",
                "(a || b) + c => (a || b) + c",
                "a || b || c = d => a || b || c = d",
                "-a * b => -a * b",
                "-(a * b) => -(a * b)",
                "- - a => -(-a)",
                "-5 => -5",
                "-(5) => -(5)",
                "a - -5 => a - -5",
                "+5 => 5",
                "-5::bigint => -CAST(5 AS BIGINT)",
                "a::int::text => CAST(CAST(a AS INTEGER) AS TEXT)",
                "-a::numeric(12, 2) => -CAST(a AS DECIMAL(12,2))",
                "a + b::double precision => a + CAST(b AS DOUBLE)",
                "try_cast(a as decimal(5)) => TRY_CAST(a AS DECIMAL(5,0))",
                "a != b => a <> b",
                "(a = b) = c => (a = b) = c",
                "a IS NULL => a IS NULL",
                "a + 1 is not null => a + 1 IS NOT NULL",
                "(a = b) is null => (a = b) IS NULL",
                "a is true => a IS NOT DISTINCT FROM TRUE",
                "a is not false => a IS DISTINCT FROM FALSE",
                "a is unknown => a IS NULL",
                "a is not distinct from b and c => a IS NOT DISTINCT FROM b AND c",
                "a not between 1 and 2 + 3 and b => a NOT BETWEEN 1 AND 2 + 3 AND b",
                "a between 1 and (2 = 2) => a BETWEEN 1 AND (2 = 2)",
                "a in (1, 'x', null) => a IN (1, 'x', NULL)",
                "a not like 'x%' || b escape '!' => a NOT LIKE 'x%' || b ESCAPE '!'",
                "case a when 1 then 'x' else 'y' end => CASE WHEN a = 1 THEN 'x' ELSE 'y' END",
                "case when a then case when b then 1 end end => CASE WHEN a THEN CASE WHEN b THEN 1 END END",
                "UPPER ( Lower(A) ) => upper(lower(A))",
                "extract(year from a) + substr(b, 1) => year(a) + substring(b, 1)",
                "extract(isodow from a) => day_of_week(a)",
                "o.amount * \"Q t\".\"x\"\"y\" => o.amount * \"Q t\".\"x\"\"y\"",
                "\"amount\" + \"order\" => amount + \"order\"",
                "left(a, 2) = left => left(a, 2) = left",
                "date '2024-02-29' => DATE '2024-02-29'",
                "date = date '2024-02-29' => date = DATE '2024-02-29'",
                "time '23:59:59.50' => TIME '23:59:59.5'",
                "timestamp '2024-02-29T10:00:00.000001' => TIMESTAMP '2024-02-29 10:00:00.000001'",
                "timestamptz '2024-02-29 10:00:00Z' => TIMESTAMPTZ '2024-02-29 10:00:00Z'",
                "1.50 + .5 + 007 => 1.50 + 0.5 + 7",
                "'it''s' || '\\n' => 'it''s' || '\\n'",
                "sum(a) filter (where b = 1) / count(*) => SUM(a) FILTER (WHERE b = 1) / COUNT(*)",
                "count(distinct a) filter (b) => COUNT(DISTINCT a) FILTER (WHERE b)",
                "max(distinct a) => MAX(a)",
                "date_trunc('month', a) => DATE_BUCKET('MONTH', a)",
                "date_bucket('week', a, 'sunday', 'Europe/Berlin') => DATE_BUCKET('WEEK', a, 'Europe/Berlin', 'SUNDAY')",
                "date_bucket('month', a, 'sunday') => DATE_BUCKET('MONTH', a)",
            })
    void reads_by_precedence_and_writes_only_the_parentheses_needed(String written, String canonical) {
        assertThat(Expression.parse(written).text()).isEqualTo(canonical);
        assertThat(Expression.parse(canonical)).isEqualTo(Expression.parse(written));
    }
}
