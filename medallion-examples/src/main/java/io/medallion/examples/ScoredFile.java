package io.medallion.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/** A file to be read, decompressed into a temporary one where it is a gzip archive. */
record ScoredFile(Path path, boolean temporary) implements AutoCloseable {

    static ScoredFile of(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !isGzip(file)) {
            return new ScoredFile(file, false);
        }
        Path plain = Files.createTempFile("score", ".csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
        }
        return new ScoredFile(plain, true);
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
