package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripProperties {

    @Provide
    Arbitrary<Expression> expressions() {
        return Trees.expressions();
    }

    @Provide
    Arbitrary<Aggregate> aggregates() {
        return Trees.aggregates();
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "a",
                        "b.c",
                        "\"q\"",
                        "1",
                        "-",
                        "0.5",
                        "'x'",
                        "(",
                        ")",
                        ",",
                        "NOT",
                        "AND",
                        "OR",
                        "=",
                        "<>",
                        "IS",
                        "NULL",
                        "IN",
                        "BETWEEN",
                        "LIKE",
                        "CASE",
                        "WHEN",
                        "THEN",
                        "ELSE",
                        "END",
                        "CAST",
                        "AS",
                        "TEXT",
                        "::",
                        "lower",
                        "sum",
                        "count",
                        "*",
                        "+",
                        "/",
                        "||",
                        "DISTINCT",
                        "FROM",
                        "FILTER",
                        "WHERE",
                        "DATE",
                        "'2024-01-01'",
                        "date_bucket",
                        "'WEEK'",
                        "extract",
                        "YEAR",
                        "ESCAPE",
                        "'!'",
                        ";",
                        "--")
                .list()
                .ofMaxSize(12);
    }

    @Property
    void a_tree_reads_back_from_its_text_as_the_same_tree(@ForAll("expressions") Expression tree) {
        assertThat(Expression.parse(tree.text())).isEqualTo(tree);
    }

    @Property
    void an_aggregate_reads_back_from_its_text(@ForAll("aggregates") Aggregate aggregate) {
        assertThat(Aggregate.parse(aggregate.text())).isEqualTo(aggregate);
    }

    @Property
    void loosely_written_text_means_what_its_canonical_text_means(
            @ForAll("expressions") Expression tree, @ForAll long seed) {
        String loose = loosened(tree.text(), new Random(seed));

        assertThat(Expression.parse(loose).text()).isEqualTo(tree.text());
    }

    @Property
    void text_is_read_to_a_fixpoint_or_refused_with_a_position(@ForAll("scraps") List<String> scraps) {
        String written = String.join(" ", scraps);
        String canonical;
        try {
            canonical = Expression.parse(written).text();
        } catch (ExpressionException e) {
            assertThat(e.position()).as(written).isPresent();
            return;
        }
        assertThat(Expression.parse(canonical).text()).as(written).isEqualTo(canonical);
    }

    @Property
    void rewriting_without_a_change_gives_the_same_tree(@ForAll("expressions") Expression tree) {
        assertThat(tree.rewrite(part -> part)).isEqualTo(tree);
    }

    @Property
    void renaming_there_and_back_gives_the_same_tree(@ForAll("expressions") Expression tree) {
        Expression there = tree.rename(column -> ColumnRef.of(column.table(), column.column() + "'"));

        assertThat(there.columns()).allMatch(column -> column.column().endsWith("'"));
        assertThat(there.rename(column -> ColumnRef.of(
                        column.table(),
                        column.column().substring(0, column.column().length() - 1))))
                .isEqualTo(tree);
    }

    /** Puts other white space between tokens and parentheses around the whole; what is in quotes stays. */
    private static String loosened(String text, Random random) {
        StringBuilder loose = new StringBuilder("( ");
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            boolean between = quote == 0 && (c == ' ' || c == ')' || c == ',');
            loose.append(between ? List.of(" ", "\n", "\t  ", " \r\n ").get(random.nextInt(4)) : "");
            loose.append(between && c == ' ' ? "" : c);
        }
        return loose.append(" )").toString();
    }
}
