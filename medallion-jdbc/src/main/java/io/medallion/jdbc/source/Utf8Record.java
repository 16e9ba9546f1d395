package io.medallion.jdbc.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one record in UTF-8, as hashes and databases take them: one behind the other in one array. Nobody changes it. */
public final class Utf8Record {

    private final byte[] bytes;
    /** Where each value ends, and the next one begins; the complement of it for a missing value. */
    private final int[] ends;

    private final boolean ascii;

    Utf8Record(byte[] bytes, int[] ends, boolean ascii) {
        this.bytes = bytes;
        this.ends = ends;
        this.ascii = ascii;
    }

    /** The values encoded; null is a missing one. */
    public static Utf8Record of(@Nullable String... values) {
        byte[][] encoded = new byte[values.length][];
        int[] ends = new int[values.length];
        int length = 0;
        long characters = 0;
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            encoded[i] = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            length = Math.addExact(length, encoded[i].length);
            characters += value == null ? 0 : value.length();
            ends[i] = value == null ? ~length : length;
        }
        byte[] bytes = new byte[length];
        int from = 0;
        for (byte[] value : encoded) {
            System.arraycopy(value, 0, bytes, from, value.length);
            from += value.length;
        }
        return new Utf8Record(bytes, ends, characters == length);
    }

    /** How many values there are. */
    public int count() {
        return ends.length;
    }

    /** Whether a value is missing; then it has no bytes either. */
    public boolean isMissing(int value) {
        return ends[value] < 0;
    }

    /** The bytes of all values; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a value begins. */
    public int from(int value) {
        return value == 0 ? 0 : to(value - 1);
    }

    /** Where a value ends. */
    public int to(int value) {
        int end = ends[value];
        return end < 0 ? ~end : end;
    }

    /** The length of a value in code points. */
    public int codePoints(int value) {
        int from = from(value);
        int to = to(value);
        int codePoints = to - from;
        if (!ascii) {
            for (int i = from; i < to; i++) {
                // every byte but those that continue a character
                codePoints -= (bytes[i] & 0xC0) == 0x80 ? 1 : 0;
            }
        }
        return codePoints;
    }

    /** A value decoded, null when it is missing. */
    public @Nullable String text(int value) {
        int from = from(value);
        return isMissing(value) ? null : new String(bytes, from, to(value) - from, StandardCharsets.UTF_8);
    }

    /** All values decoded. */
    public @Nullable String[] texts() {
        @Nullable String[] texts = new String[ends.length];
        Arrays.setAll(texts, this::text);
        return texts;
    }
}
