package io.medallion.jdbc.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file that is no text is, and what to do with it. */
record BinaryFormat(String description, String advice) {

    private static final String EXPORT = "Save the sheet as CSV and load that.";
    private static final String DECOMPRESS = "Decompress it first.";
    private static final String READ_ELSEWHERE =
            "Export it as CSV, or read it yourself and hand the rows over with Source.rows(..).";

    /** @param sure whether no text begins like this; otherwise a NUL byte has to follow */
    private record Signature(String bytes, boolean sure, BinaryFormat format) {}

    private static final List<Signature> SIGNATURES = List.of(
            signature(
                    "\u00D0\u00CF\u0011\u00E0", true, "an old Excel workbook (XLS) or another Office document", EXPORT),
            signature("%PDF-", true, "a PDF document", "Ask for the table as CSV."),
            signature("\u001F\u008B", true, "a gzip archive", DECOMPRESS),
            signature("\u0028\u00B5\u002F\u00FD", true, "a Zstandard archive", DECOMPRESS),
            signature("\u00FD7zXZ\0", true, "an xz archive", DECOMPRESS),
            signature("7z\u00BC\u00AF", true, "a 7-Zip archive", DECOMPRESS),
            signature("Rar!\u001A\u0007", true, "a RAR archive", DECOMPRESS),
            signature("BZh", false, "a bzip2 archive", DECOMPRESS),
            signature("PAR1", false, "a Parquet file", READ_ELSEWHERE),
            signature("ORC", false, "an ORC file", READ_ELSEWHERE),
            signature("Obj\u0001", false, "an Avro file", READ_ELSEWHERE),
            signature("ARROW1", false, "an Arrow file", READ_ELSEWHERE),
            signature("SQLite format 3\0", true, "an SQLite database", READ_ELSEWHERE),
            signature("\u0089PNG", true, "a PNG image", "Ask for the table as CSV."),
            signature("\u00FF\u00D8\u00FF", true, "a JPEG image", "Ask for the table as CSV."));

    static Optional<BinaryFormat> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 1 << 16), StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Optional.of(zip(text));
        }
        for (Signature signature : SIGNATURES) {
            if (text.startsWith(signature.bytes()) && (signature.sure() || text.indexOf(0) >= 0)) {
                return Optional.of(signature.format());
            }
        }
        String start = text.substring(0, Math.min(text.length(), 512)).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(new BinaryFormat(
                    "an HTML page",
                    "Download the file itself; a page often comes instead of it after a failed login."));
        }
        return isText(head) ? Optional.empty() : Optional.of(new BinaryFormat("a binary file", READ_ELSEWHERE));
    }

    private static BinaryFormat zip(String text) {
        return text.contains("xl/") || text.contains("[Content_Types].xml")
                ? new BinaryFormat("an Excel workbook (XLSX)", "Load it with Xlsx.file(..).")
                : new BinaryFormat("a ZIP archive", "Unpack it first.");
    }

    /** Few control characters; the NULs of UTF-16 and UTF-32 do not count. */
    private static boolean isText(byte[] head) {
        if (ByteOrderMark.of(head).isPresent() || EncodingSniffer.wide(head) != null) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b >= 0x1C && b <= 0x1F;
            controls += b >= 0 && b < ' ' && !usual ? 1 : 0;
        }
        // control characters also serve as delimiters, one per field
        return controls <= head.length * (holdsNul(head) ? 0.1 : 0.3);
    }

    private static boolean holdsNul(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
    }

    private static Signature signature(String bytes, boolean sure, String description, String advice) {
        return new Signature(bytes, sure, new BinaryFormat(description, advice));
    }
}
