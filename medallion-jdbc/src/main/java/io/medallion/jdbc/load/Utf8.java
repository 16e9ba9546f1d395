package io.medallion.jdbc.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values as hashes and databases take them: encoded once, used several times. */
final class Utf8 {

    private Utf8() {}

    static byte @Nullable [] of(@Nullable String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    static byte @Nullable [][] of(@Nullable String[] values) {
        byte @Nullable [][] utf8 = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            utf8[i] = of(values[i]);
        }
        return utf8;
    }

    /** The bytes of a record. */
    static long length(byte @Nullable [][] values) {
        long length = 0;
        for (byte[] value : values) {
            length += value == null ? 0 : value.length;
        }
        return length;
    }
}
