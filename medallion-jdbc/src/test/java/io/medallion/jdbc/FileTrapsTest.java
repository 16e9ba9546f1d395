package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.SilverPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others get wrong, from the first byte to the plan. */
class FileTrapsTest {

    @TempDir
    private Path directory;

    private final Medallion medallion = Medallion.inMemory();

    @AfterEach
    void close() {
        medallion.close();
    }

    @Test
    void the_last_row_needs_no_line_end_and_a_blank_line_is_no_row() throws IOException {
        assertThat(loaded("id,name\n1,Ann\n2,Bob").rows()).isEqualTo(2);
        assertThat(loaded("id,name\n1,Ann\n2,Bob\n\n").rows()).isEqualTo(2);
        assertThat(loaded("id,name\n1,Ann\n\n2,Bob\n").rows()).isEqualTo(2);
    }

    @Test
    void a_value_of_a_million_characters_is_kept_whole() throws IOException {
        Loaded file = loaded("id,note\n1,\"" + "x".repeat(1_000_000) + "\"\n2,y\n");
        file.pipeline().silver().build(file.plan().acceptAll());
        assertThat(file.pipeline().silver().head(2).rows())
                .anySatisfy(row -> assertThat(String.valueOf(row.get(1))).hasSize(1_000_000));
    }

    @Test
    void quotes_say_nothing_about_the_type() throws IOException {
        SilverPlan plan = loaded("n,code\n\"123\",\"0045\"\n\"456\",\"0046\"\n").plan();
        assertThat(plan.columns().get(0).value().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(plan.columns().get(1).value().type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void headers_that_are_alike_in_silver_stay_different_columns() throws IOException {
        assertThat(names("Total %,Total #,total\n1,2,3\n4,5,6\n")).hasSize(3).doesNotHaveDuplicates();
        String question = "a question that is longer than any database allows a column name to be ".repeat(2);
        assertThat(names(question + "one," + question + "two\n1,2\n3,4\n"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(names("order,group,select,user\n1,2,3,4\n")).hasSize(4);
    }

    @Test
    void a_value_far_down_decides_with_the_first_ones() throws IOException {
        String rows = IntStream.range(0, 20_480).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        SilverPlan plan = loaded("n,t\n" + rows + "\n158.5,x\n").plan();
        assertThat(plan.columns().get(0).value().type()).isEqualTo(ColumnType.decimal(6, 1));
    }

    @Test
    void an_identifier_with_a_gap_is_no_key() throws IOException {
        String rows = IntStream.range(1, 40).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        assertThat(loaded("id,t\n" + rows + "\n").plan().key()).isPresent();
        assertThat(loaded("id,t\n" + rows + "\n,x\n").plan().key()).isEmpty();
    }

    private List<String> names(String text) throws IOException {
        Loaded file = loaded(text);
        SilverPlan plan = file.plan().acceptAll();
        file.pipeline().silver().build(plan);
        return plan.columns().stream().map(column -> column.value().name()).toList();
    }

    private Loaded loaded(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory, "trap", ".csv"), text);
        String name = "t" + Math.abs(file.getFileName().toString().hashCode());
        Pipeline pipeline = medallion.pipeline(name, Csv.file(file).named(name));
        return new Loaded(
                pipeline,
                pipeline.bronze().load().stream().mapToLong(Batch::rows).sum());
    }

    private record Loaded(Pipeline pipeline, long rows) {

        SilverPlan plan() {
            return pipeline.silver().plan();
        }
    }
}
