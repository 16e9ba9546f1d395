package io.medallion.jdbc.source;

import java.util.Arrays;

/** Encodes the values of one record after the other. Half of a surrogate pair must not come. Not thread-safe. */
final class Utf8Writer {

    /** The most bytes that a UTF-16 character takes; the two of a pair take four. */
    private static final int MOST_BYTES = 3;

    private byte[] bytes = new byte[1 << 10];
    private int length;
    private long characters;
    private int[] ends = new int[0];
    private int values;

    void begin(int count) {
        length = 0;
        characters = 0;
        ends = new int[count];
        values = 0;
    }

    void missing() {
        ends[values++] = ~length;
    }

    void value(char[] text, int from, int to) {
        characters += to - from;
        room(to - from);
        int end = length;
        int i = from;
        while (i < to && text[i] < 0x80) {
            bytes[end++] = (byte) text[i++];
        }
        length = end;
        if (i < to) {
            encode(text, i, to);
        }
        ends[values++] = length;
    }

    /** The record; what has no value by now is missing. */
    Utf8Record end() {
        while (values < ends.length) {
            missing();
        }
        return new Utf8Record(Arrays.copyOf(bytes, length), ends, characters == length);
    }

    private void encode(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80) {
                add(c);
            } else if (c < 0x800) {
                add(0xC0 | c >> 6);
                addTail(c);
            } else if (!Character.isSurrogate(c)) {
                add(0xE0 | c >> 12);
                addTail(c >> 6);
                addTail(c);
            } else {
                int codePoint = Character.toCodePoint(c, text[++i]);
                add(0xF0 | codePoint >> 18);
                addTail(codePoint >> 12);
                addTail(codePoint >> 6);
                addTail(codePoint);
            }
        }
    }

    private void add(int value) {
        bytes[length++] = (byte) value;
    }

    private void addTail(int value) {
        add(0x80 | value & 0x3F);
    }

    private void room(int more) {
        int most = Math.addExact(length, Math.multiplyExact(more, MOST_BYTES));
        if (most > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(most, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
