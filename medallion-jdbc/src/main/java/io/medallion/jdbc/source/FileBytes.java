package io.medallion.jdbc.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of a file on their way to a reader, counted and hashed. */
final class FileBytes extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private volatile long count;

    FileBytes(Path file) throws IOException {
        super(Files.newInputStream(file));
    }

    /** How many were taken. */
    long count() {
        return count;
    }

    /** The hash of those that were taken, which have to be all. */
    byte[] sha256OfAll() {
        return digest.digest();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            digest.update((byte) next);
            count++;
        }
        return next;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read > 0) {
            digest.update(target, from, read);
            count += read;
        }
        return read;
    }

    /** What is skipped is hashed too. */
    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
