package io.medallion.examples;

import io.medallion.jdbc.Build;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A file of 2 GB through Bronze and Silver in a process with a 256 MB heap and 512 MB for the database. */
final class LargeFileBenchmark {

    private LargeFileBenchmark() {}

    static void run(Path directory, long rows) throws Exception {
        Path file = OrdersFile.write(directory, rows, 0.01);
        System.out.printf("large: %,d rows, %,d MB, -Xmx256m, memory_limit=512MB%n", rows, Files.size(file) >> 20);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        classPath(),
                        LargeFileBenchmark.class.getName(),
                        file.toString(),
                        directory.resolve("large.duckdb").toString()))
                .inheritIO()
                .start();
        if (child.waitFor() != 0) {
            throw new IllegalStateException("the process ended with " + child.exitValue());
        }
    }

    /** The child process: loads and builds one file. */
    public static void main(String[] args) throws Exception {
        try (Medallion medallion =
                Medallion.builder().embeddedSetting("memory_limit", "512MB").embedded(Path.of(args[1]))) {
            Pipeline pipeline =
                    medallion.pipeline("orders", Csv.file(Path.of(args[0])).named("orders"));
            long start = System.nanoTime();
            pipeline.bronze().load();
            System.out.printf("  Bronze loaded after %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
            Build build = pipeline.silver("orders").build(SilverBenchmark.ORDERS);
            System.out.printf("  Silver built after %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
            System.out.println(build.explain());
            System.out.println("  peak resident size: " + ResidentSize.peak());
        }
    }

    /** The class path of this process, which a build tool may have put into a class loader of its own. */
    private static String classPath() {
        if (LargeFileBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
