package io.medallion.jdbc.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.ColumnRef;
import io.medallion.plan.ProbeQuestion.Copies;
import io.medallion.plan.ProbeQuestion.Inclusion;
import io.medallion.plan.ProbeQuestion.InclusionAnswer;
import io.medallion.spec.Relationship;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inclusion counted by the database is what plain Java counts, on random tables with missing and repeated values. */
class InclusionProbeTest {

    private static final int CASES = Integer.getInteger("medallion.cases", 120);

    @Test
    void counts_what_plain_java_counts() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema silver");
            InclusionProbe probe = new InclusionProbe(SqlGenerator.forDialect(Dialect.DUCKDB), connection);
            for (int seed = 0; seed < CASES; seed++) {
                Random random = new Random(seed);
                int width = 1 + random.nextInt(3);
                List<List<@Nullable String>> children = table(statement, "child", width, random);
                List<List<@Nullable String>> parents = table(statement, "parent", width, random);
                Inclusion forth = question("child", "parent", width);
                Inclusion back = question("parent", "child", width);

                var answers = probe.ask(List.of(forth, new Copies(), back));

                String about = "seed " + seed + ": " + children + " in " + parents;
                assertThat(answers.to(forth)).as(about).contains(expected(children, parents));
                assertThat(answers.to(back)).as(about).contains(expected(parents, children));
                assertThat(answers.to(new Copies()))
                        .as("a question about Bronze")
                        .isEmpty();
            }
        }
    }

    @Test
    void asks_more_than_one_statement_holds() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema silver");
            List<Inclusion> questions = new ArrayList<>();
            for (int i = 0; i < 85; i++) {
                statement.execute("create table silver.t" + i + " as select " + i + " as k0");
                questions.add(question("t" + i, "t0", 1));
            }

            var answers = new InclusionProbe(SqlGenerator.forDialect(Dialect.DUCKDB), connection).ask(questions);

            assertThat(questions.stream()
                            .mapToLong(q -> answers.to(q).orElseThrow().found())
                            .sum())
                    .isEqualTo(1);
        }
    }

    private static Inclusion question(String from, String to, int width) {
        return new Inclusion(new Relationship(columns(from, width), columns(to, width)));
    }

    private static List<ColumnRef> columns(String table, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> ColumnRef.of(table, "k" + i))
                .toList();
    }

    private static List<List<@Nullable String>> table(Statement statement, String name, int width, Random random)
            throws SQLException {
        String columns =
                IntStream.range(0, width).mapToObj(i -> "k" + i + " varchar").collect(Collectors.joining(", "));
        statement.execute("create or replace table silver." + name + " (" + columns + ")");
        List<List<@Nullable String>> rows = new ArrayList<>();
        int values = 1 + random.nextInt(6);
        for (int row = random.nextInt(12); row > 0; row--) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                cells.add(random.nextInt(5) == 0 ? null : String.valueOf((char) ('a' + random.nextInt(values))));
            }
            rows.add(cells);
            statement.execute("insert into silver." + name + " values ("
                    + cells.stream()
                            .map(v -> v == null ? "null" : "'" + v + "'")
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        return rows;
    }

    private static InclusionAnswer expected(
            List<List<@Nullable String>> children, List<List<@Nullable String>> parents) {
        List<List<@Nullable String>> filled =
                children.stream().filter(r -> !r.contains(null)).toList();
        Set<List<@Nullable String>> keys =
                parents.stream().filter(r -> !r.contains(null)).collect(Collectors.toSet());
        return new InclusionAnswer(
                children.size(),
                filled.size(),
                filled.stream().filter(keys::contains).count(),
                new HashSet<>(filled).size(),
                parents.size(),
                keys.size());
    }
}
