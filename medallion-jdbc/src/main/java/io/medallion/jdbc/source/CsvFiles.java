package io.medallion.jdbc.source;

import java.nio.file.Path;
import java.util.List;

/** Finds files and refuses what is no text file. */
final class CsvFiles {

    private CsvFiles() {}

    static List<Path> matching(Path directory, String glob) {
        throw new UnsupportedOperationException();
    }
}
