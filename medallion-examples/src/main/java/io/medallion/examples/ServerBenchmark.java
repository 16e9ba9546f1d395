package io.medallion.examples;

import io.medallion.jdbc.Build;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.spec.SilverSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server against its own best, in the same run: Bronze against its bulk load of the same rows into plain columns, and Silver, with one bad row in a
 * hundred and every reason recorded, against one statement that casts rows of which all are clean.
 */
final class ServerBenchmark {

    /** What took longer would be measured for an hour. */
    private static final long LARGE = 2_000_000;

    private ServerBenchmark() {}

    /**
     * @param args the URL of a database that may be written to, then what to measure ({@code bronze}, {@code silver} or both) and with how many rows; with several
     *     sizes each is compared with the first
     */
    static void run(Path directory, List<String> args) throws Exception {
        if (args.isEmpty()) {
            System.err.println("State the URL of a server: postgres jdbc:postgresql://localhost/test?user=me");
            System.exit(2);
        }
        List<String> words = args.subList(1, args.size());
        boolean all = words.stream().noneMatch(word -> word.equals("bronze") || word.equals("silver"));
        List<Long> sizes = words.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .map(Long::parseLong)
                .toList();
        Map<Integer, Double> first = new HashMap<>();
        try (Server server = new Server(args.get(0))) {
            for (long rows : sizes.isEmpty() ? List.of(1_000_000L) : sizes) {
                if (all || words.contains("bronze")) {
                    bronze(server, directory, rows);
                }
                if (all || words.contains("silver")) {
                    silver(server, directory, rows, 7, first);
                    silver(server, directory, rows, WideFile.COLUMNS, first);
                }
            }
            server.forget();
            server.forgetPlain();
        }
    }

    private static void bronze(Server server, Path directory, long rows) throws Exception {
        Path file = OrdersFile.write(directory, rows, 0);
        List<String> columns = Arrays.asList(OrdersFile.HEADER.split(","));
        System.out.printf("bronze: %,d rows x 12 columns, %,d MB%n", rows, Files.size(file) >> 20);
        String baseline = server.isMariaDb() ? "LOAD DATA" : "COPY";
        Ratio.Work empty = () -> {
            server.forgetPlain();
            server.createPlain("orders", columns);
        };
        Ratio.Work plain = () -> server.loadPlain("orders", file);
        Ratio.print("Bronze", server::forget, () -> load(server, file), baseline, empty, plain);
        Path first = OrdersFile.write(directory, 1, 0);
        Ratio.print(
                "Bronze, a further batch",
                () -> {
                    server.forget();
                    load(server, first);
                },
                () -> load(server, file),
                baseline,
                empty,
                plain);
    }

    private static Pipeline load(Server server, Path file) {
        Medallion medallion = server.medallion();
        Pipeline pipeline = medallion.pipeline("benchmark", Csv.file(file).named("orders"));
        pipeline.bronze().load();
        return pipeline;
    }

    /** @param first microseconds per row of the first size, by the number of typed columns */
    private static void silver(Server server, Path directory, long rows, int typed, Map<Integer, Double> first)
            throws Exception {
        System.out.printf(
                "silver: %,d rows, %d text and %d typed columns, 1 %% bad rows%n",
                rows, WideFile.COLUMNS - typed, typed);
        server.forget();
        Pipeline pipeline = load(server, WideFile.write(directory, rows, typed, 0.01));
        server.forgetPlain();
        server.createPlain("clean", WideFile.columns());
        server.loadPlain("clean", WideFile.write(directory, rows, typed, 0));
        SilverSpec spec = WideFile.spec("orders", typed);
        AtomicReference<Build> last = new AtomicReference<>();
        double seconds = Ratio.print(
                rows > LARGE ? 1 : 5,
                "Silver build",
                () -> {},
                () -> last.set(pipeline.silver("orders").build(spec)),
                "INSERT .. SELECT CAST",
                () -> {
                    server.run("drop table if exists " + Server.PLAIN + ".typed");
                    server.run("create table " + Server.PLAIN + ".typed ("
                            + listed(i -> "c" + i + " " + WideFile.type(i, typed, server.isMariaDb())) + ")");
                },
                () -> server.run("insert into " + Server.PLAIN + ".typed select "
                        + listed(i -> WideFile.cast(i, typed, server.isMariaDb())) + " from " + Server.PLAIN
                        + ".clean"));
        double perRow = seconds * 1e6 / rows;
        System.out.printf(
                Locale.ROOT,
                "  %.2f microseconds per row, %.2f times those of the first size; peak resident size of this process: %s%n",
                perRow,
                perRow / first.computeIfAbsent(typed, none -> perRow),
                ResidentSize.peak());
        System.out.println(last.get().explain());
    }

    private static String listed(IntFunction<String> text) {
        return IntStream.range(0, WideFile.COLUMNS).mapToObj(text).collect(Collectors.joining(", "));
    }
}
