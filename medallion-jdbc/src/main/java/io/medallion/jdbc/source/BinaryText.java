package io.medallion.jdbc.source;

import java.util.HexFormat;

/** The text of bytes and bits: {@code 0x00ff} and {@code 101}. */
final class BinaryText {

    private BinaryText() {}

    static String of(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    /** The lowest bits of a number that comes with its highest byte first. */
    static String bits(byte[] bytes, int count) {
        StringBuilder bits = new StringBuilder(count);
        for (int bit = count - 1; bit >= 0; bit--) {
            int index = bytes.length - 1 - bit / 8;
            bits.append(index >= 0 && (bytes[index] >> bit % 8 & 1) == 1 ? '1' : '0');
        }
        return bits.toString();
    }
}
