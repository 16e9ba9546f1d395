package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds files, and refuses what is not there, cannot be read or is no text. */
final class CsvFiles {

    private static final int HEAD = 1 << 20;
    private static final int NAMES_LOOKED_AT = 1000;

    private CsvFiles() {}

    /** The files of the directory whose names match, in the order of their names. */
    static List<Path> matching(Path directory, String glob) {
        if (!Files.isDirectory(directory)) {
            String what = Files.exists(directory) ? "this is a file, not a directory" : "there is no such directory";
            throw SourceException.in(directory, what, "Name a directory, or one file with Csv.file(..).");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            for (Path entry : entries) {
                if (!Files.isDirectory(entry)) {
                    files.add(entry);
                }
            }
        } catch (PatternSyntaxException e) {
            throw SourceException.in(
                    directory,
                    "'" + glob + "' is no file name pattern: " + e.getDescription(),
                    "Write it like *.csv.",
                    e);
        } catch (IOException | DirectoryIteratorException e) {
            throw SourceException.in(
                    directory, "the directory cannot be read: " + e.getMessage(), "Check its permissions.", e);
        }
        if (files.isEmpty()) {
            throw SourceException.in(directory, "no file matches '" + glob + "'", neighbours(directory, glob));
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** The beginning of a file that looks like text. */
    static byte[] head(Path file) {
        if (!Files.exists(file)) {
            throw SourceException.in(
                    file,
                    "there is no such file",
                    neighbours(file.toAbsolutePath().getParent(), name(file)));
        }
        if (Files.isDirectory(file)) {
            throw SourceException.in(
                    file, "this is a directory, not a file", "Load its files with Csv.files(directory, \"*.csv\").");
        }
        if (!Files.isReadable(file)) {
            throw SourceException.in(
                    file, "the file cannot be read: permission denied", "Allow this process to read it.");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            throw SourceException.in(
                    file, "the file cannot be read: " + e.getMessage(), "Check the file and its permissions.", e);
        }
        if (head.length == 0) {
            throw empty(file, "the file is empty (0 bytes)");
        }
        BinaryFormat.of(head).ifPresent(format -> {
            throw SourceException.in(file, "this is no CSV file but " + format.description(), format.advice());
        });
        return head;
    }

    static SourceException empty(Path file, String message) {
        return SourceException.in(file, message, "Check the export; a file with only a header is fine.");
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static String neighbours(Path directory, String wanted) {
        if (!Files.isDirectory(directory)) {
            return "Its directory " + directory + " does not exist either.";
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> names =
                    entries.limit(NAMES_LOOKED_AT).map(CsvFiles::name).sorted().toList();
            return names.stream()
                    .min(Comparator.comparingInt(
                            name -> distance(name.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))))
                    .map(nearest -> "The nearest name in " + directory + " is '" + nearest + "'.")
                    .orElse("The directory " + directory + " is empty.");
        } catch (IOException e) {
            return "Its directory " + directory + " cannot be read.";
        }
    }

    /** Levenshtein's edit distance. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
