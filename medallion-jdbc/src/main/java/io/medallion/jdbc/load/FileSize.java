package io.medallion.jdbc.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The size of a file for decisions and progress, where 0 for an unknown one does no harm. */
final class FileSize {

    private FileSize() {}

    static long of(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
