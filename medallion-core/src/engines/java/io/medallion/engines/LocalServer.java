package io.medallion.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of MariaDB or MySQL started from its programs on a data directory of its own.
 *
 * @param makeData the program that makes a data directory, with its options
 * @param server the program of the server, with its options
 * @param home where both look for their files, null when they are installed
 * @param url of the server at a port
 */
record LocalServer(List<String> makeData, List<String> server, @Nullable Path home, IntFunction<String> url) {

    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);

    /**
     * A server that runs.
     *
     * @param url of a database on it
     * @param stop ends it and removes its files
     */
    record Running(String url, Runnable stop) {}

    Running start() {
        try {
            Path work = Files.createTempDirectory("medallion-server");
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path data = work.resolve("data");
            if (run(work, command(makeData, data)).waitFor() != 0) {
                throw new IllegalStateException(makeData + " failed: " + Files.readString(work.resolve("log")));
            }
            int port = freePort();
            List<String> command = command(server, data);
            command.addAll(List.of(
                    "--socket=" + work.resolve("socket"),
                    "--pid-file=" + work.resolve("pid"),
                    "--bind-address=127.0.0.1",
                    "--port=" + port));
            Process process = run(work, command);
            awaitAnswer(url.apply(port), process, work);
            return new Running(url.apply(port), () -> stop(process, work));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(List<String> program, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.get(0), "--no-defaults", "--datadir=" + data));
        if (home != null) {
            command.add("--basedir=" + home);
        }
        command.addAll(user());
        command.addAll(program.subList(1, program.size()));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server refuses to run as root unless it is told a user; the package of the server has made one. */
    private static List<String> user() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        boolean known = Files.readAllLines(Path.of("/etc/passwd")).stream().anyMatch(line -> line.startsWith("mysql:"));
        return List.of("--user=" + (known ? "mysql" : "root"));
    }

    /** Servers that start at the same time must not share their temporary files. */
    private static Process run(Path work, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(work.resolve("log").toFile()));
        builder.environment().put("TMPDIR", work.toString());
        return builder.start();
    }

    private static void awaitAnswer(String url, Process process, Path work) throws IOException {
        long end = System.nanoTime() + LONGEST_START_NANOS;
        while (true) {
            try {
                DriverManager.getConnection(url).close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw new IllegalStateException("no answer: " + Files.readString(work.resolve("log")), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process, Path work) {
        process.destroyForcibly();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
