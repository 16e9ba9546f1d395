package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the encoding of a file: by its byte order mark, by the NULs of UTF-16 and UTF-32, by UTF-8 being hard to hit by chance, else by what the
 * bytes above 127 would mean.
 */
final class EncodingSniffer {

    /** Files up to this size are looked at as a whole, larger ones in pieces. */
    private static final long WHOLE = 64L << 20;

    /** How much is read at once. */
    static final int PIECE = 1 << 18;

    private static final int PIECES = 32;

    private final Path file;
    private final byte[] head;

    private final Utf8Check utf8 = new Utf8Check();
    private byte @Nullable [] evidence;

    EncodingSniffer(Path file, byte[] head) {
        this.file = file;
        this.head = head;
    }

    Encoding find() throws IOException {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(head);
        if (mark.isPresent()) {
            return Encoding.found(mark.get().charset(), mark.get().length(), 1, "it begins with that byte order mark");
        }
        Charset wide = wide(head);
        if (wide != null) {
            return Encoding.found(wide, 0, 0.95, "its NUL bytes lie as in that encoding");
        }
        check();
        if (utf8.errors() == 0) {
            return Encoding.found(
                    StandardCharsets.UTF_8,
                    0,
                    1,
                    utf8.characters() == 0 ? "it is plain ASCII" : "all bytes are well-formed");
        }
        // other encodings hardly ever hit well-formed characters by chance
        if (utf8.characters() > 1 && utf8.characters() >= utf8.errors()) {
            return Encoding.found(
                    StandardCharsets.UTF_8,
                    0,
                    0.7,
                    "most of it is well-formed, and the records with other bytes (" + utf8.errors()
                            + " seen) are rejected");
        }
        return LegacyEncodings.of(evidence == null ? head : evidence);
    }

    /** Takes what was stated, unless the file begins like something else. */
    Encoding verify(Charset stated) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(head);
        if (mark.isPresent() && mark.get().fits(stated)) {
            return Encoding.stated(mark.get().charset(), mark.get().length());
        }
        if (mark.isPresent()) {
            throw wrong(
                    stated,
                    "it begins with the byte order mark of " + mark.get().charset());
        }
        Charset wide = wide(head);
        boolean statedWide = isWide(stated);
        if (wide != null && !statedWide) {
            throw wrong(stated, "its NUL bytes lie as in " + wide);
        }
        if (wide == null && statedWide && indexOfNul(head) < 0) {
            throw wrong(stated, "it holds none of the NUL bytes that row ends have in that encoding");
        }
        // without a mark the order of plain UTF-16 is big-endian by its definition; the bytes know better
        boolean open = stated.name().equals("UTF-16") || stated.name().equals("UTF-32");
        return Encoding.stated(open && wide != null ? wide : stated, 0);
    }

    private SourceException wrong(Charset stated, String because) {
        return SourceException.at(
                file,
                1,
                "The file is not in the stated encoding " + stated + ": " + because + ".",
                "State the right encoding, or leave it out to have it found.");
    }

    private static boolean isWide(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        return name.startsWith("UTF-16") || name.startsWith("UTF-32");
    }

    /** UTF-16 or UTF-32 without a mark: most characters of a table are ASCII, so their other bytes are NUL. */
    static @Nullable Charset wide(byte[] bytes) {
        int length = Math.min(bytes.length, 4096) & ~3;
        int[] nul = new int[4];
        for (int i = 0; i < length; i++) {
            nul[i & 3] += bytes[i] == 0 ? 1 : 0;
        }
        double quarter = length / 4.0;
        if (length < 4 || nul[0] + nul[1] + nul[2] + nul[3] < quarter / 2) {
            return null;
        }
        boolean[] mostly = new boolean[4];
        boolean[] hardly = new boolean[4];
        for (int i = 0; i < 4; i++) {
            mostly[i] = nul[i] > 0.4 * quarter;
            hardly[i] = nul[i] <= 0.02 * quarter;
        }
        if (hardly[0] && mostly[1] && mostly[2] && mostly[3]) {
            return Charset.forName("UTF-32LE");
        }
        if (mostly[0] && mostly[1] && mostly[2] && hardly[3]) {
            return Charset.forName("UTF-32BE");
        }
        if (hardly[0] && mostly[1] && hardly[2] && mostly[3]) {
            return StandardCharsets.UTF_16LE;
        }
        return mostly[0] && hardly[1] && mostly[2] && hardly[3] ? StandardCharsets.UTF_16BE : null;
    }

    private static int indexOfNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private void check() throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            if (size <= WHOLE) {
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    check(piece, 0);
                }
                return;
            }
            long step = size / PIECES - PIECE;
            for (int i = 0; i < PIECES; i++) {
                byte[] piece = in.readNBytes(PIECE);
                check(piece, startOfLine(piece, i));
                in.skipNBytes(i + 1 < PIECES ? step : 0);
            }
        }
    }

    private void check(byte[] piece, int from) {
        if (!utf8.accept(piece, from, piece.length) && evidence == null) {
            evidence = piece;
        }
    }

    /** A piece may begin within a character, and the one before may have ended within one: go on at a row end. */
    private int startOfLine(byte[] piece, int number) {
        for (int i = 0; number > 0 && i < piece.length; i++) {
            if (piece[i] == '\n' || piece[i] == '\r') {
                utf8.restart();
                return i;
            }
        }
        return 0;
    }
}
