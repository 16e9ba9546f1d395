package io.medallion.jdbc.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text as databases take it. */
final class Utf8 {

    private Utf8() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable String text(byte @Nullable [] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }
}
