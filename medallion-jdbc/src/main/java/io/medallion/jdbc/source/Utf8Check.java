package io.medallion.jdbc.source;

/** Whether bytes that come in chunks are well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8Check {

    private int needed;
    private int low = 0x80;
    private int high = 0xBF;
    private long characters;
    private long errors;

    /** Takes the next chunk; false when it holds an error. */
    boolean accept(byte[] bytes, int from, int to) {
        long before = errors;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (needed == 0) {
                if (b < 0) {
                    lead(b & 0xFF);
                }
            } else if ((b & 0xFF) >= low && (b & 0xFF) <= high) {
                low = 0x80;
                high = 0xBF;
                needed--;
                characters += needed == 0 ? 1 : 0;
            } else {
                fail();
                if (b < 0) {
                    lead(b & 0xFF);
                }
            }
        }
        return errors == before;
    }

    /** Whether the last character is whole. */
    boolean complete() {
        return needed == 0;
    }

    /** Characters of more than one byte so far. */
    long characters() {
        return characters;
    }

    /** Malformed stretches so far. */
    long errors() {
        return errors;
    }

    /** Goes on somewhere else; the character at hand is forgotten. */
    void restart() {
        needed = 0;
        low = 0x80;
        high = 0xBF;
    }

    private void lead(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            needed = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            needed = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            needed = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            errors++;
        }
    }

    private void fail() {
        errors++;
        restart();
    }
}
