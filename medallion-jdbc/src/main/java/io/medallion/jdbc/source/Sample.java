package io.medallion.jdbc.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The decoded beginning of a file.
 *
 * @param whole whether it is the whole file; otherwise it ends with a row end
 */
record Sample(char[] characters, int length, boolean whole) {

    static Sample of(byte[] head, int from, Charset charset, boolean whole) throws IOException {
        char[] characters = new char[head.length - from + 2];
        int length = 0;
        try (LossyReader reader = new LossyReader(new ByteArrayInputStream(head, from, head.length - from), charset)) {
            for (int count = 0; count >= 0; count = reader.read(characters, length, characters.length - length)) {
                length += count;
            }
        }
        int end = length;
        while (!whole && end > 0 && characters[end - 1] != '\n' && characters[end - 1] != '\r') {
            end--;
        }
        return new Sample(characters, end == 0 ? length : end, whole);
    }

    /** The rest after some lines. */
    Sample withoutLines(int count) {
        int from = 0;
        for (int i = 0; i < count && from < length; i++) {
            while (from < length && characters[from] != '\n' && characters[from] != '\r') {
                from++;
            }
            from += from + 1 < length && characters[from] == '\r' && characters[from + 1] == '\n' ? 2 : 1;
        }
        int start = Math.min(from, length);
        return new Sample(Arrays.copyOfRange(characters, start, length), length - start, whole);
    }

    boolean contains(char wanted) {
        for (int i = 0; i < length; i++) {
            if (characters[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one character directly follows the other anywhere. */
    boolean contains(char first, int second) {
        for (int i = 1; i < length; i++) {
            if (characters[i] == second && characters[i - 1] == first) {
                return true;
            }
        }
        return false;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (!Character.isWhitespace(characters[i])) {
                return false;
            }
        }
        return true;
    }
}
