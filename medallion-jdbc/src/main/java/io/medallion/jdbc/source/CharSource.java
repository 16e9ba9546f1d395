package io.medallion.jdbc.source;

import java.io.IOException;

/** Where a tokenizer gets its characters from. */
@FunctionalInterface
interface CharSource {

    /** Reads at least one character, or gives -1 at the end. */
    int read(char[] target, int from, int length) throws IOException;

    /** The characters of an array. */
    static CharSource of(char[] characters, int count) {
        int[] next = {0};
        return (target, from, length) -> {
            int taken = Math.min(length, count - next[0]);
            if (taken == 0) {
                return -1;
            }
            System.arraycopy(characters, next[0], target, from, taken);
            next[0] += taken;
            return taken;
        };
    }
}
