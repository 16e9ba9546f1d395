package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pg_sleep(10)",
                "PG_SLEEP(5) = 1",
                "\"pg_sleep\"(10)",
                "U&\"\\0070g_sleep\"(5)",
                "pg_catalog.pg_sleep(1)",
                "read_csv('/etc/passwd')",
                "read_text('/etc/passwd') = 'x'",
                "getenv('HOME')",
                "`LOAD_FILE`('/etc/passwd')",
                "LOAD_FILE('/etc/passwd')",
                "BENCHMARK(1000000000, 1)",
                "pg_read_file('/etc/hostname')",
                "dblink_exec('dbname=app', 'DELETE FROM orders')",
                "a; DROP TABLE orders",
                "a; COMMIT",
                "; a",
                "a -- comment",
                "a --1",
                "1 = 1--SLEEP(5)",
                "a /* comment */",
                "/*!50000 SLEEP*/(5)",
                "a # comment",
                "SELECT 1",
                "(SELECT pg_sleep(1)) IS NULL",
                "a IN (SELECT passwd FROM pg_shadow)",
                "EXISTS (SELECT 1 FROM secret)",
                "a = ANY (b)",
                "a UNION ALL b",
                "VALUES (1)",
                "TABLE pg_authid",
                "a FROM b",
                "(a, b)",
                "(a",
                "a)",
                "()",
                "a +",
                "* a",
                "a b",
                "a 'b'",
                "'a' 'b'",
                "'a'\n'b'",
                "E'\\''",
                "X'41'",
                "N'a'",
                "$$ ' $$",
                "$1",
                "?",
                ":name",
                "@a := @a + 1",
                "@@datadir",
                "a := 1",
                "a.b.c",
                "a.*",
                "*",
                "'open",
                "\"open",
                "\"\"",
                "1e5",
                "0x7e",
                "1.",
                "1..2",
                "12abc",
                "123456789012345678901234567890123456789",
                "\u043erders\u00a0= 1",
                "a\u00a0= 1",
                "a = \u2018x\u2019",
                "a \uff1d 1",
                "a\u0000",
                "'a\u0000'",
                "'\ud800'",
                "a\u0007b",
                "a = b = c",
                "a < b < c",
                "a IS NULL IS NULL",
                "a = NOT b",
                "a LIKE 'x' ESCAPE '!!'",
                "a LIKE 'x' ESCAPE b",
                "a ILIKE 'x'",
                "a ~ 'x'",
                "a REGEXP 'x'",
                "a == b",
                "a IN ()",
                "a IN 1",
                "a BETWEEN 1",
                "a BETWEEN 1 OR 2",
                "a IS 5",
                "CASE END",
                "CASE WHEN a THEN 1",
                "CAST(a AS)",
                "CAST(a AS regclass)",
                "CAST(a AS DECIMAL)",
                "CAST(a AS DECIMAL(39,2))",
                "CAST(a AS VARCHAR(5))",
                "CAST(a, TEXT)",
                "a::",
                "date '2024-02-30'",
                "date '2024-2-3'",
                "date '10000-01-01'",
                "timestamp '2024-01-01'",
                "timestamp '2024-01-01 00:00:00.0000001'",
                "timestamptz '2024-01-01 00:00:00+02'",
                "interval '1 day'",
                "extract(epoch from a)",
                "extract('year' from a)",
                "lower()",
                "lower(a, b)",
                "lower(distinct a)",
                "lower(*)",
                "lower(a) over ()",
                "sum(a) over (order by b)",
                "sum(sum(a))",
                "sum(*)",
                "sum()",
                "count()",
                "count(distinct *)",
                "median(distinct a)",
                "sum(a, b)",
                "sum(a) filter (where sum(b) > 1)",
                "date_bucket('FORTNIGHT', a)",
                "date_bucket(a, b)",
                "date_bucket('MONTH', a, 'Mars/Olympus')",
                "date_bucket('WEEK', a, 'MONDAY', 'SUNDAY')",
                "order = 1",
                "select",
                "a NOT NULL",
            })
    void refuses_what_is_not_of_the_grammar(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.position()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "amount >=  => 10 => Expected an expression but found the end.",
                "lowr(name) => 1 => Function 'lowr' is not on the list of functions. Did you mean 'lower'?",
                "a + pg_sleep(1) => 5 => Function 'pg_sleep' is not on the list of functions. Known functions: lower,",
                "a; b => 2 => ';' is not part of the grammar. An expression is one value, without statements.",
                "a -- b => 3 => Comments are not part of expressions.",
                "a = b = c => 7 => Two predicates in a row have no agreed meaning. Put the first",
                "order = 1 => 1 => 'order' is reserved; put it in double quotes where it is a name.",
                "größe = 1 => 3 => The character U+00F6 is not part of the grammar. Put names with such letters in double",
                "a in (select b) => 7 => Subqueries are not part of expressions.",
                "replace(a, 'b') => 1 => Function 'replace' takes 3 arguments, not 2.",
                "round(a, 1, 2) => 1 => Function 'round' takes 1 to 2 arguments, not 3.",
                "x = 'it's' => 10 => The quote ' is not closed. Double a quote that is part of the text.",
                "cast(a as number) => 11 => Type 'NUMBER' is not a column type. Use TEXT, INTEGER",
                "date '2024-13-01' => 6 => This is not a DATE. Write DATE '2024-12-31'",
                "sum(max(a)) => 1 => SUM cannot hold another aggregate.",
                "date_bucket('DAY', a, 'Europe/Berlim') => 1 => is not a time zone. Did you mean 'Europe/Berlin'?",
            })
    void says_where_what_and_what_to_do(String text, int column, String message) {
        ExpressionException error = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text));

        assertThat(error).hasMessageContaining("expression \"" + text.strip()).hasMessageContaining(message);
        assertThat(error.position()).hasValue(column);
    }

    @Test
    void refuses_overlong_text_unread() {
        assertThatThrownBy(() -> Expression.parse("'" + "x".repeat(10_000) + "'"))
                .hasMessage("expression is longer than 10000 characters.");
    }

    @Test
    void refuses_deep_nesting_without_a_stack_overflow() {
        for (String opening :
                new String[] {"(", "NOT ", "- ", "lower(", "CASE WHEN ", "CAST(", "sum(", "coalesce(1, ("}) {
            String deep = opening.repeat(10_000 / opening.length());
            assertThatThrownBy(() -> Expression.parse(deep)).hasMessageContaining("More than 64 levels are nested");
        }
    }

    @Test
    void reads_nesting_up_to_the_limit() {
        String deep = "(".repeat(63) + "a" + ")".repeat(63);

        assertThat(Expression.parse(deep)).isEqualTo(ColumnRef.of("a"));
    }

    @Test
    void refuses_long_chains_and_long_lists() {
        assertThatThrownBy(() -> Expression.parse("a" + "+a".repeat(401))).hasMessageContaining("400 operators");
        assertThatThrownBy(() -> Expression.parse("a IN (1" + ",1".repeat(2_000) + ")"))
                .hasMessageContaining("more than 2000 parts");
    }

    @Test
    void counts_the_operand_of_a_simple_case_once_per_branch() {
        String operand = "coalesce(a" + ",a".repeat(300) + ")";

        assertThatThrownBy(() -> Expression.parse("CASE " + operand + " WHEN 1 THEN 2".repeat(20) + " END"))
                .hasMessageContaining("more than 2000 parts");
    }

    @Test
    void reads_and_writes_a_chain_at_the_limit_in_a_small_stack() throws InterruptedException {
        String chain = "a" + " OR a".repeat(400);
        String[] canonical = new String[1];
        Thread thread =
                new Thread(null, () -> canonical[0] = Expression.parse(chain).text(), "small", 512 * 1024);
        thread.start();
        thread.join();

        assertThat(canonical[0]).isEqualTo(chain);
    }

    @Test
    void keeps_any_character_but_nul_inside_quotes() {
        Literal text = Literal.of("a\tb\n\u0007\u200b\\ ' \" 😀");
        ColumnRef column = ColumnRef.of("Größe \"(cm)\"\n; DROP");

        assertThat(Expression.parse(text.text())).isEqualTo(text);
        assertThat(Expression.parse(column.text())).isEqualTo(column);
    }

    @Test
    void refuses_names_and_texts_that_no_database_keeps() {
        assertThatThrownBy(() -> ColumnRef.of("a\u0000")).hasMessageContaining("column name holds a NUL character");
        assertThatThrownBy(() -> ColumnRef.of("")).hasMessage("column name is empty.");
        assertThatThrownBy(() -> Literal.of("\udc00")).hasMessageContaining("half a surrogate pair");
        assertThat(Literal.canHold("a\u0000")).isFalse();
        assertThat(Literal.canHold("\u0001 😀")).isTrue();
    }
}
