package io.medallion.jdbc.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Guesses the encoding of text that is not Unicode. Letters above 127 stand alone in Western languages and in rows elsewhere; in rows, the script the
 * bytes would spell decides, and in single bytes the language whose letters they would be. A guess that cannot be made is ISO-8859-1, which keeps every byte.
 */
final class LegacyEncodings {

    /** An encoding, what its text consists of, and what of it must occur. */
    private record Script(
            String charset, IntPredicate usual, double usualShare, IntPredicate telling, double tellingShare) {}

    private static final IntPredicate HANGUL = c -> c >= 0xAC00 && c <= 0xD7A3;
    private static final IntPredicate KANA = c -> c >= 0x3040 && c <= 0x30FF;
    private static final IntPredicate IDEOGRAPH = c -> c >= 0x4E00 && c <= 0x9FFF;
    private static final IntPredicate FULL_WIDTH = c -> c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF;
    private static final List<Script> KANA_OR_HANGUL = List.of(
            new Script("windows-31j", KANA.or(IDEOGRAPH).or(FULL_WIDTH), 0.9, KANA, 0.05),
            new Script("x-windows-949", HANGUL.or(FULL_WIDTH), 0.85, HANGUL, 0.8),
            new Script("EUC-JP", KANA.or(IDEOGRAPH).or(FULL_WIDTH), 0.9, KANA, 0.05));
    private static final List<Script> IDEOGRAPHS = List.of(
            new Script("GB18030", IDEOGRAPH.or(FULL_WIDTH), 0.95, IDEOGRAPH, 0.8),
            new Script("Big5", IDEOGRAPH.or(FULL_WIDTH), 0.95, IDEOGRAPH, 0.8));

    private LegacyEncodings() {}

    static Encoding of(byte[] bytes) {
        byte[] lines = wholeLines(bytes);
        Optional<Encoding> encoding = Optional.empty();
        if (highBesideHigh(lines) > 0.5) {
            encoding = spelled(KANA_OR_HANGUL, lines)
                    .or(() -> AlphabetEncodings.ofScript(lines))
                    .or(() -> AlphabetEncodings.ofLatin(lines))
                    .or(() -> spelled(IDEOGRAPHS, lines));
        }
        return encoding.or(() -> AlphabetEncodings.ofLatin(lines)).orElseGet(() -> western(lines));
    }

    private static Optional<Encoding> spelled(List<Script> scripts, byte[] bytes) {
        return scripts.stream()
                .flatMap(script -> spells(script, bytes).stream())
                .findFirst();
    }

    private static Optional<Encoding> spells(Script script, byte[] bytes) {
        if (!Charset.isSupported(script.charset())) {
            return Optional.empty();
        }
        Charset charset = Charset.forName(script.charset());
        try {
            int[] high = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .codePoints()
                    .filter(c -> c > 127)
                    .toArray();
            boolean usual = share(high, script.usual()) >= script.usualShare();
            boolean telling = share(high, script.telling()) >= script.tellingShare();
            return usual && telling && high.length > 0
                    ? Optional.of(Encoding.found(charset, 0, 0.75, "its bytes above 127 spell words of that script"))
                    : Optional.empty();
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }

    private static Encoding western(byte[] bytes) {
        int macLetters = 0;
        int windowsLetters = 0;
        boolean undefined = false;
        boolean controlRange = false;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            undefined |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
            controlRange |= b < 0xA0;
            boolean inWord = i > 0 && isSmall(bytes[i - 1]) || i + 1 < bytes.length && isSmall(bytes[i + 1]);
            macLetters += inWord && b >= 0x87 && b <= 0x9F && b != 0x92 ? 1 : 0;
            windowsLetters += inWord && b >= 0xC0 ? 1 : 0;
        }
        if (macLetters > 2 * windowsLetters && (undefined || macLetters >= 3) && Charset.isSupported("x-MacRoman")) {
            return Encoding.found(
                    Charset.forName("x-MacRoman"), 0, 0.6, "only there its bytes above 127 are letters within words");
        }
        if (undefined) {
            return Encoding.found(
                    StandardCharsets.ISO_8859_1, 0, 0.4, "it is no Unicode, and that encoding keeps every byte");
        }
        return Encoding.found(
                Charset.forName("windows-1252"),
                0,
                controlRange ? 0.85 : 0.75,
                "it is no Unicode, and its bytes above 127 stand alone as in Western languages");
    }

    private static boolean isSmall(byte b) {
        return b >= 'a' && b <= 'z';
    }

    private static double highBesideHigh(byte[] bytes) {
        int high = 0;
        int beside = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                beside += i > 0 && bytes[i - 1] < 0 || i + 1 < bytes.length && bytes[i + 1] < 0 ? 1 : 0;
            }
        }
        return high == 0 ? 0 : (double) beside / high;
    }

    private static double share(int[] characters, IntPredicate of) {
        return characters.length == 0
                ? 0
                : (double) Arrays.stream(characters).filter(of).count() / characters.length;
    }

    /** A piece of a larger file may begin and end within a character; its whole lines do not. */
    private static byte[] wholeLines(byte[] bytes) {
        if (bytes.length < EncodingSniffer.PIECE) {
            return bytes;
        }
        int from = 0;
        int to = bytes.length;
        while (from < to && bytes[from] != '\n' && bytes[from] != '\r') {
            from++;
        }
        while (to > from && bytes[to - 1] != '\n' && bytes[to - 1] != '\r') {
            to--;
        }
        return from < to ? Arrays.copyOfRange(bytes, from, to) : bytes;
    }
}
