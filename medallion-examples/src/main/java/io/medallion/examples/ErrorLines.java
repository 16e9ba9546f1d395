package io.medallion.examples;

import io.medallion.MedallionException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;

/** What a user is told when a program fails: a line for every problem, never a stack trace. */
final class ErrorLines {

    private ErrorLines() {}

    static List<String> of(Throwable failed) {
        if (failed instanceof MedallionException wrong) {
            return wrong.problems().stream()
                    .map(problem -> line(problem.toString()))
                    .toList();
        }
        if (failed instanceof InvalidPathException path) {
            return List.of(line("'" + path.getInput() + "' is no file name: " + path.getReason() + "."));
        }
        if (failed instanceof IOException io) {
            return List.of(line("The temporary directory " + System.getProperty("java.io.tmpdir") + " cannot be used: "
                    + io.getMessage() + ". State another one with -Djava.io.tmpdir=..."));
        }
        if (failed instanceof OutOfMemoryError) {
            return List.of(line("The memory of this process is used up. Give it more, as with -Xmx2g."));
        }
        return List.of(line("This is a bug in Medallion, please report it with the file: " + failed + place(failed)));
    }

    private static String place(Throwable failed) {
        StackTraceElement[] trace = failed.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static String line(String text) {
        return "Error: " + text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
