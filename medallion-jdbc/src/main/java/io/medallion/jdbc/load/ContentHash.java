package io.medallion.jdbc.load;

import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.source.CsvScan;
import io.medallion.jdbc.source.Utf8Record;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two loads of one source loads of the same content: for a file its bytes, how they are read and which columns of them are kept; else the
 * rows. So the same file read with a corrected delimiter is loaded again.
 */
final class ContentHash {

    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(CsvScan scan, CsvFormat format, List<String> columns) {
        ContentHash hash = new ContentHash();
        hash.add(new String[] {
            scan.sha256(),
            format.charset().name(),
            String.valueOf(format.delimiter()),
            String.valueOf(format.quote()),
            String.valueOf(format.escape()),
            format.headerRows() + " " + format.preambleLines() + " " + format.blanksAroundQuotes() + " "
                    + format.shortRows() + " " + format.repeatedHeaders() + " " + format.footerRows()
        });
        hash.add(columns.toArray(String[]::new));
        return hash.value();
    }

    void add(@Nullable String[] values) {
        add(Utf8Record.of(values));
    }

    void add(Utf8Record values) {
        for (int i = 0; i < values.count(); i++) {
            int from = values.from(i);
            int length = values.to(i) - from;
            number(values.isMissing(i) ? -1 : length);
            digest.update(values.bytes(), from, length);
        }
        number(values.count());
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void number(int value) {
        digest.update((byte) (value >>> 24));
        digest.update((byte) (value >>> 16));
        digest.update((byte) (value >>> 8));
        digest.update((byte) value);
    }
}
