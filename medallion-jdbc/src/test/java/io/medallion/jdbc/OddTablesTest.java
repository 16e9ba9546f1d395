package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.Check;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that look odd and are none the worse for it: from the file to an answer, every row has its place. */
class OddTablesTest {

    @TempDir
    private Path directory;

    private final Medallion medallion = Medallion.inMemory();

    @AfterEach
    void close() {
        medallion.close();
    }

    @Test
    void more_checks_than_a_build_judges_are_refused() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline("odd", Source.rows("odd", List.of("a"), sink -> sink.row("1")));
            pipeline.bronze().load();
            SilverColumn column = SilverColumn.column("a").withChecks(Collections.nCopies(1_001, Check.notNull()));

            assertThatThrownBy(() -> pipeline.silver().build(SilverSpec.of("odd", column)))
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("has 1001 checks, more than the 1000 a build judges.");
            assertThat(pipeline.silver().spec()).isEmpty();
        }
    }

    @Test
    void ragged_lines_are_rejects_with_their_line_and_the_others_are_kept() throws IOException {
        Pipeline pipeline = loaded("id,city,amount\n1,Bonn,5\n2,Ulm\n3,Kiel,7,extra\n4,Jena,9\n");

        assertThat(pipeline.bronze().rejects("odd").page(0, 9))
                .extracting(reject -> reject.line() + ": " + reject.rule() + ": " + reject.value())
                .containsExactly("3: has 2 fields, expected 3: 2,Ulm", "4: has 4 fields, expected 3: 3,Kiel,7,extra");
        assertThat(answeredRows(pipeline)).isEqualTo(2);
    }

    @Test
    void a_file_with_only_a_header_is_planned_built_and_asked_and_the_plan_says_what_it_cannot_know()
            throws IOException {
        Pipeline pipeline = loaded("id,city,amount\n");

        SilverPlan plan = pipeline.silver().plan();
        assertThat(plan.explain())
                .contains(
                        "Only a header: 0 rows in 3 columns. Types, formats, keys and missing values cannot be known");
        Build build = pipeline.silver().build(plan.acceptAll());
        assertThat(build.rows()).isEqualTo(new Build.Rows(0, 0, 0, 0));
        assertThat(pipeline.silver().head(5).columns()).containsExactly("id", "city", "amount");
        assertThat(pipeline.gold().build(pipeline.gold().plan().acceptAll())).isNotNull();
        assertThat(answeredRows(pipeline)).isZero();
    }

    @Test
    void headers_of_any_kind_become_columns_that_are_built_and_asked() throws IOException {
        List<String> headers = List.of(
                "\"say \"\"hi\"\"\"",
                "it's;--",
                "😀",
                "🎉 party",
                "select",
                "order",
                "Name",
                "name",
                "NAME",
                "x".repeat(300),
                "x".repeat(299) + "y");
        String row = IntStream.range(0, headers.size())
                .mapToObj(i -> "word" + (char) ('a' + i))
                .collect(Collectors.joining(","));
        Pipeline pipeline = loaded(String.join(",", headers) + "\n" + (row + "\n").repeat(3));

        SilverSpec spec = pipeline.silver().plan().acceptAll().toSpec();
        assertThat(spec.types()).hasSize(headers.size());
        assertThat(spec.types().keySet())
                .allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(63));
        assertThat(pipeline.bronze().spec("odd").columns())
                .startsWith("say \"hi\"", "it's;--", "😀", "🎉 party", "select", "order")
                .contains("x".repeat(300));
        Build build = pipeline.silver().build(spec);
        assertThat(build.rows().written() + build.rows().duplicates()).isEqualTo(3);
        assertThat(pipeline.silver().head(1).rows().get(0))
                .containsExactlyInAnyOrderElementsOf(List.of(row.split(",")));
        for (String column : spec.types().keySet()) {
            assertThat(pipeline.query(measure(count()).by(column)).rows())
                    .as(column)
                    .hasSize(1);
        }
    }

    @Test
    void a_table_of_1500_columns_goes_all_the_way() throws IOException {
        String header = IntStream.range(0, 1500).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String rows = IntStream.range(0, 20)
                .mapToObj(r -> IntStream.range(0, 1500)
                        .mapToObj(i -> String.valueOf(r * 31 + i))
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
        Pipeline pipeline = loaded(header + "\n" + rows);

        Build build = pipeline.silver().build(pipeline.silver().plan().acceptAll());

        assertThat(build.rows()).isEqualTo(new Build.Rows(20, 20, 0, 0));
        assertThat(pipeline.silver().spec().orElseThrow().types()).hasSize(1500);
        assertThat(answeredRows(pipeline)).isEqualTo(20);
    }

    private Pipeline loaded(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("odd.csv"), text);
        Pipeline pipeline =
                medallion.pipeline("odd", Csv.file(file).delimiter(',').header(true));
        pipeline.bronze().load();
        return pipeline;
    }

    /** Builds Silver where nothing was built, and counts its rows by a question. */
    private static long answeredRows(Pipeline pipeline) {
        if (pipeline.silver().spec().isEmpty()) {
            pipeline.silver().build(pipeline.silver().plan().acceptAll());
        }
        Object rows = pipeline.query(measure(count())).rows().get(0).get(0);
        return new BigDecimal(String.valueOf(rows)).longValueExact();
    }
}
