package io.medallion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quick start as its users do, in a process of its own. */
class QuickStartTest {

    @TempDir
    Path directory;

    @Test
    void without_arguments_it_shows_every_step_on_the_shipped_file() throws Exception {
        Ended run = quickStart();

        assertThat(run.exitCode).as(run.output).isZero();
        assertThat(run.output)
                .contains("10,000 rows")
                .contains("Silver: what to make of it")
                .contains("a known amount of damage")
                .contains("Gold: what is worth keeping")
                .contains("Question: ");
    }

    @Test
    void a_file_a_database_and_a_question_can_be_named() throws Exception {
        Path orders = ShopFiles.orders(directory);
        Path database = directory.resolve("shop.duckdb");

        Ended run = quickStart(orders.toString(), database.toString(), "revenue by month");

        assertThat(run.exitCode).as(run.output).isZero();
        assertThat(run.output).contains("105.25");
        assertThat(database).exists();
    }

    @Test
    void running_twice_adds_nothing() throws Exception {
        Path orders = ShopFiles.orders(directory);
        Path database = directory.resolve("shop.duckdb");
        quickStart(orders.toString(), database.toString());

        Ended again = quickStart(orders.toString(), database.toString());

        assertThat(again.exitCode).as(again.output).isZero();
        assertThat(again.output).contains("nothing added");
    }

    @Test
    void a_missing_file_is_a_clear_error() throws Exception {
        ShopFiles.orders(directory);

        Ended run = quickStart(directory.resolve("order.csv").toString());

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.output).contains("Error: ").contains("orders.csv").doesNotContain("Exception");
    }

    @Test
    void a_file_with_only_a_header_is_no_error() throws Exception {
        Path file = Files.writeString(directory.resolve("empty.csv"), "id,name\n");

        Ended run = quickStart(file.toString());

        assertThat(run.exitCode).as(run.output).isZero();
    }

    @Test
    void more_arguments_than_it_reads_are_an_error() throws Exception {
        Ended run = quickStart("a.csv", "b.duckdb", "revenue", "by", "month");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.output.strip().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Error: arguments are 5, at most 3 are read.")
                .contains("in quotes"));
    }

    @Test
    void a_question_that_cannot_be_read_does_not_fail_the_run() throws Exception {
        Path orders = ShopFiles.orders(directory);

        Ended run = quickStart(orders.toString(), directory.resolve("a.duckdb").toString(), "colour of the moon");

        assertThat(run.exitCode).as(run.output).isZero();
        assertThat(run.output).contains("This cannot be answered: ").contains("Status");
    }

    @Test
    void a_question_is_shown_as_it_was_understood() throws Exception {
        Path orders = ShopFiles.orders(directory);

        Ended run = quickStart(orders.toString(), directory.resolve("a.duckdb").toString(), "revenue by month");

        assertThat(run.output).contains("Understood as: ");
    }

    @Test
    void every_error_is_a_line_and_one_that_nobody_expects_is_called_a_bug() {
        assertThat(ErrorLines.of(new IllegalStateException("two\n  lines")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Error: This is a bug in Medallion")
                        .contains(
                                "java.lang.IllegalStateException: two lines at io.medallion.examples.QuickStartTest"));
        assertThat(ErrorLines.of(new OutOfMemoryError("Java heap space")))
                .singleElement()
                .asString()
                .contains("-Xmx");
        assertThat(ErrorLines.of(new MedallionException(
                        List.of(new Problem("a", "is wrong.", "Mend it."), new Problem("b", "is wrong.", "")), null)))
                .containsExactly("Error: a is wrong. Mend it.", "Error: b is wrong.");
    }

    private record Ended(int exitCode, String output) {}

    private static Ended quickStart(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                QuickStart.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Ended(process.waitFor(), output.toString(StandardCharsets.UTF_8));
    }
}
