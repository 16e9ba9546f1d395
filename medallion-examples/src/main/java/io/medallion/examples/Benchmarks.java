package io.medallion.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the library against what the database does by itself, in the same run: {@code Benchmarks bronze}, {@code silver},
 * {@code plan}, {@code large}; {@code postgres} and {@code mariadb} with the URL of a server. Prints ratios; asserts nothing.
 */
public final class Benchmarks {

    private static final List<String> NAMES = List.of("bronze", "silver", "plan", "large");

    private Benchmarks() {}

    /** Runs the benchmarks named, or all of them. A second argument overrides the number of rows. */
    public static void main(String[] args) throws Exception {
        List<String> names = args.length == 0 ? NAMES : List.of(args[0]);
        Path directory = Files.createTempDirectory("medallion-benchmark");
        try {
            if (names.equals(List.of("postgres")) || names.equals(List.of("mariadb"))) {
                ServerBenchmark.run(directory, List.of(args).subList(1, args.length));
                return;
            }
            for (String name : names) {
                run(name, args.length > 1 ? Long.parseLong(args[1]) : 0, directory);
            }
        } finally {
            delete(directory);
        }
    }

    private static void run(String name, long rows, Path directory) throws Exception {
        switch (name) {
            case "bronze" -> BronzeBenchmark.run(directory, rows == 0 ? 1_000_000 : rows);
            case "silver" -> SilverBenchmark.run(directory, rows == 0 ? 1_000_000 : rows);
            case "plan" -> PlanBenchmark.run(directory, rows == 0 ? 1_000_000 : rows);
            case "large" -> LargeFileBenchmark.run(directory, rows == 0 ? 14_500_000 : rows);
            default -> {
                System.err.println("There is no benchmark '" + name + "'. There are " + NAMES
                        + ", and postgres and mariadb with a URL.");
                System.exit(2);
            }
        }
    }

    /** Removes a file or directory and everything below it. */
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
