package io.medallion.examples;

import static io.medallion.spec.Check.in;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.Bucketed;
import io.medallion.expression.ColumnRef;
import io.medallion.jdbc.Answer;
import io.medallion.jdbc.Batch;
import io.medallion.jdbc.Build;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.RejectedRow;
import io.medallion.jdbc.Reply;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.GoldPlan;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * From one CSV file to a routed answer, every step shown.
 *
 * <p>Arguments, all optional: a CSV file, a database file, a question such as {@code "cost_total by origin_state"}. Without
 * any it reads 10,000 wildlife strikes with aircraft, published by the Federal Aviation Administration.
 */
public final class QuickStart {

    private static final double CONFIDENT = 0.8;
    private static final int MOST_ARGUMENTS = 3;
    private static final int ROWS = 12;

    private QuickStart() {}

    /** Ends with exit code 0, or with 1 and a line "Error: ..." for every problem that says what to do. */
    public static void main(String[] args) {
        try {
            start(args);
        } catch (Exception | Error failed) {
            System.out.flush();
            System.err.println();
            ErrorLines.of(failed).forEach(System.err::println);
            System.exit(1);
        }
    }

    private static void start(String... args) throws IOException {
        if (args.length > MOST_ARGUMENTS) {
            throw new MedallionException(Problem.at("arguments", "are " + args.length + ", at most 3 are read.")
                    .advise("State a CSV file, a database file and a question, each in quotes if it has blanks."));
        }
        Path workspace = Files.createTempDirectory("medallion");
        try {
            Path file = args.length > 0 ? Path.of(args[0]) : birdStrikes(workspace);
            Path database = args.length > 1 ? Path.of(args[1]) : workspace.resolve("quickstart.duckdb");
            run(file, database, args.length > 2 ? args[2] : "");
        } finally {
            Benchmarks.delete(workspace);
        }
    }

    /** All steps from file to answer. */
    static void run(Path file, Path database, String question) {
        try (Medallion medallion =
                Medallion.builder().listener(new ProgressBar(System.out)).embedded(database)) {
            Pipeline pipeline = medallion.pipeline("quickstart", Csv.file(file));
            String table = pipeline.tables().get(0);
            bronze(pipeline);
            boolean rows = silver(pipeline, table, file.endsWith("birdstrikes.csv"));
            List<GoldSpec> gold = gold(pipeline);
            if (rows) {
                ask(pipeline, question.isBlank() ? firstQuestion(gold) : question);
            } else if (!question.isBlank()) {
                System.out.println("No row is kept, so there is nothing to ask: " + question);
            }
            title("Status");
            System.out.println(pipeline.status().explain());
        }
    }

    private static void bronze(Pipeline pipeline) {
        title("Bronze: the file as it is");
        for (Batch batch : pipeline.bronze().load()) {
            if (!batch.format().isEmpty()) {
                System.out.println(batch.format());
            }
            System.out.println(batch.explain());
        }
    }

    private static boolean silver(Pipeline pipeline, String table, boolean birdStrikes) {
        title("Silver: what to make of it");
        SilverPlan plan = pipeline.silver(table).plan();
        System.out.println(plan.explain());
        SilverPlan accepted = plan.acceptAtLeast(CONFIDENT);
        if (birdStrikes) {
            accepted = accepted.editColumn(
                    "column:effect_amount_of_damage",
                    column -> column.check(in("None", "Minor", "Medium", "Substantial")
                            .named("a known amount of damage")
                            .because("the codes B and C are documented nowhere")));
            System.out.println("One house rule is added: effect_amount_of_damage is a known amount of damage.");
        }
        System.out.println("Everything suggested with a confidence of at least " + CONFIDENT + " is accepted.");
        title("Silver: built");
        Build build = pipeline.silver(table).build(accepted);
        System.out.println(build.explain());
        rejects(pipeline, table, build);
        return build.rows().written() > 0;
    }

    private static void rejects(Pipeline pipeline, String table, Build build) {
        if (build.rows().rejected() == 0) {
            System.out.println("No row is rejected.");
            return;
        }
        System.out.println("Some of the rejects:");
        for (RejectedRow row : pipeline.silver(table).rejects().page(0, 5)) {
            System.out.printf(Locale.ROOT, "  row %,d  %s  value: %s%n", row.rowNumber(), row.rule(), row.value());
        }
    }

    private static List<GoldSpec> gold(Pipeline pipeline) {
        title("Gold: what is worth keeping");
        GoldPlan plan = pipeline.gold().plan();
        System.out.println(plan.explain());
        GoldPlan best = plan.top(3);
        pipeline.gold().build(best);
        for (GoldSpec spec : best.toSpecs()) {
            System.out.println(Layer.GOLD + " " + spec.table() + ", first rows:");
            System.out.println(pipeline.gold().head(spec.table(), 3).toText());
        }
        return best.toSpecs();
    }

    private static void ask(Pipeline pipeline, String question) {
        title("Question: " + question);
        Reply reply = pipeline.ask(question);
        if (reply instanceof Reply.Answered answered) {
            Answer answer = answered.answer();
            System.out.println("Understood as: " + answered.reading().description());
            answer.toText().lines().limit(ROWS + 2).forEach(System.out::println);
            if (answer.rows().size() > ROWS) {
                System.out.printf(
                        Locale.ROOT, "... and %,d more rows%n", answer.rows().size() - ROWS);
            }
            System.out.println();
            System.out.println(answer.route().explain());
        } else if (reply instanceof Reply.Ambiguous ambiguous) {
            System.out.println("This can be read in several ways:");
            ambiguous.readings().forEach(reading -> System.out.println("  " + reading.description()));
        } else if (reply instanceof Reply.Refused refused) {
            System.out.println("This cannot be answered: " + refused.why());
            if (!refused.nearest().isEmpty()) {
                System.out.println("Perhaps one of these is meant: " + String.join(", ", refused.nearest()));
            }
        }
    }

    /** "measure by grouping" of the best table that has both; ranges of numbers have no name in the model. */
    private static String firstQuestion(List<GoldSpec> gold) {
        for (GoldSpec spec : gold) {
            if (spec instanceof AggregateGoldSpec aggregate) {
                for (Grouping grouping : aggregate.groupings()) {
                    if (grouping.expression() instanceof Bucketed || grouping.expression() instanceof ColumnRef) {
                        return question(aggregate.measures()) + " by " + words(grouping);
                    }
                }
            }
        }
        return "count";
    }

    private static String question(List<Measure> measures) {
        return measures.stream()
                .map(Measure::aggregate)
                .filter(aggregate -> aggregate.function() == AggregateFunction.SUM)
                .map(aggregate -> aggregate.argument() instanceof ColumnRef column ? column.column() : "count")
                .findFirst()
                .orElse("count");
    }

    private static String words(Grouping grouping) {
        return grouping.expression() instanceof Bucketed bucketed
                ? bucketed.bucket().grain().name().toLowerCase(Locale.ROOT)
                : grouping.name();
    }

    private static Path birdStrikes(Path workspace) throws IOException {
        Path file = workspace.resolve("birdstrikes.csv");
        try (InputStream in = QuickStart.class.getResourceAsStream("/birdstrikes.csv")) {
            Files.copy(Objects.requireNonNull(in, "birdstrikes.csv"), file);
        }
        return file;
    }

    private static void title(String text) {
        System.out.println();
        System.out.println("== " + text + " " + "=".repeat(Math.max(0, 90 - text.length())));
    }
}
