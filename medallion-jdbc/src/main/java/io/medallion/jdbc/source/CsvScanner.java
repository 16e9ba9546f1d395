package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes the {@link CsvScan} of a file: one fast pass while it is regular, one careful pass when it turns out not to be. */
final class CsvScanner {

    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final CsvFormat format;
    private final int columns;

    CsvScanner(Path file, CsvFormat format, int columns) {
        this.file = file;
        this.format = format;
        this.columns = columns;
    }

    CsvScan scan() throws IOException {
        Optional<String> unfit = RegularScan.unfit(format);
        if (unfit.isPresent()) {
            return careful(unfit.get());
        }
        RegularScan regular =
                new RegularScan(Punctuation.of(format), columns, format.repeatedHeaders() && format.header());
        MessageDigest digest = sha256();
        long size = fast(regular, digest);
        if (size < 0) {
            return careful(regular.irregularity());
        }
        long records = regular.records() - format.headerRows();
        return new CsvScan(
                hex(digest),
                size,
                records,
                0,
                0,
                regular.longestRecord(),
                regular.multiLine(),
                regular.rowEnds(),
                Optional.empty());
    }

    /** Hashes on a thread of its own beside the scan; gives the size of the file, or -1 when it is not regular. */
    private long fast(RegularScan regular, MessageDigest digest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int count = in.readNBytes(chunk, 0, CHUNK); count > 0; count = in.readNBytes(chunk, 0, CHUNK)) {
                int length = count;
                CompletableFuture<Void> hash = size == 0 && length < CHUNK
                        ? hashed(digest, chunk, length)
                        : CompletableFuture.runAsync(() -> digest.update(chunk, 0, length));
                boolean accepted = regular.accept(chunk, size == 0 && format.byteOrderMark() ? 3 : 0, length);
                hash.join();
                if (!accepted) {
                    return -1;
                }
                size += length;
            }
            return regular.end() ? size : -1;
        }
    }

    private static CompletableFuture<Void> hashed(MessageDigest digest, byte[] chunk, int length) {
        digest.update(chunk, 0, length);
        return CompletableFuture.completedFuture(null);
    }

    private CsvScan careful(String irregularity) throws IOException {
        try (FileBytes in = new FileBytes(file)) {
            return careful(
                    in, new CsvReader(file, format, columns).read(in, (record, rowNumber, reason) -> {}), irregularity);
        }
    }

    /** The scan that a careful reading of the whole file amounts to. */
    static CsvScan careful(FileBytes read, CsvReader.Totals totals, String irregularity) throws IOException {
        read.transferTo(OutputStream.nullOutputStream());
        RowEnds rowEnds = totals.rowEnds() == null ? RowEnds.LF : totals.rowEnds();
        return new CsvScan(
                HexFormat.of().formatHex(read.sha256OfAll()),
                read.count(),
                totals.records(),
                totals.rejected(),
                totals.blankLines(),
                totals.longestRecord() * 4,
                totals.multiLine(),
                rowEnds,
                Optional.of(irregularity));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
