package io.medallion.jdbc.source;

import io.medallion.expression.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files, and refuses what is not there, cannot be read or is no text. */
final class CsvFiles {

    private static final int HEAD = 1 << 20;
    private static final int NAMES_LOOKED_AT = 1000;
    private static final int NAMES_SHOWN = 5;

    private CsvFiles() {}

    /** The files of the directory whose names match, in the order of their names. */
    static List<Path> matching(Path directory, String glob) {
        if (!Files.isDirectory(directory)) {
            String what = Files.exists(directory) ? "is a file, not a directory." : "does not exist.";
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
                    "The file name pattern '" + glob + "' cannot be read: " + e.getDescription() + ".",
                    "Write it like *.csv.",
                    e);
        } catch (IOException | DirectoryIteratorException e) {
            throw SourceException.in(directory, "cannot be read: " + e.getMessage() + ".", "Check its permissions.", e);
        }
        if (files.isEmpty()) {
            throw SourceException.in(
                    directory, "holds no file that matches '" + glob + "'.", neighbours(directory, glob));
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** The beginning of a file that looks like text. */
    static byte[] head(Path file) {
        if (!Files.exists(file)) {
            throw SourceException.in(
                    file, "does not exist.", neighbours(file.toAbsolutePath().getParent(), name(file)));
        }
        if (Files.isDirectory(file)) {
            throw SourceException.in(
                    file, "is a directory, not a file.", "Load its files with Csv.files(directory, \"*.csv\").");
        }
        if (!Files.isRegularFile(file)) {
            throw SourceException.in(
                    file,
                    "is a pipe or a device, and a file is read more than once.",
                    "Save it as a file first, or hand the rows over with Source.rows(..).");
        }
        if (!Files.isReadable(file)) {
            throw SourceException.in(file, "cannot be read: permission denied.", "Allow this process to read it.");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            throw SourceException.in(
                    file, "cannot be read: " + e.getMessage() + ".", "Check the file and its permissions.", e);
        }
        if (head.length == 0) {
            throw empty(file, "is empty (0 bytes).");
        }
        BinaryFormat.of(head).ifPresent(format -> {
            throw SourceException.in(file, "is no CSV file but " + format.description() + ".", format.advice());
        });
        return head;
    }

    static SourceException empty(Path file, String message) {
        return SourceException.in(file, message, "Check the export; a file with only a header is fine.");
    }

    /** What a file that is not there might have been. */
    static String neighbours(Path file) {
        return neighbours(file.toAbsolutePath().getParent(), name(file));
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static String neighbours(@Nullable Path directory, String wanted) {
        if (directory == null || !Files.isDirectory(directory)) {
            return "Its directory " + directory + " does not exist either.";
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> names =
                    entries.limit(NAMES_LOOKED_AT).map(CsvFiles::name).sorted().toList();
            return NearestName.of(wanted, names)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElseGet(() -> listing(directory, names));
        } catch (IOException e) {
            return "Its directory " + directory + " cannot be read.";
        }
    }

    private static String listing(Path directory, List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "The directory is empty."
                : directory + " holds " + shown + (names.size() > NAMES_SHOWN ? ", ..." : "") + ".";
    }
}
