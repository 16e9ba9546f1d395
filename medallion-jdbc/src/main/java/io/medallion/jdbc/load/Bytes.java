package io.medallion.jdbc.load;

import java.util.Arrays;

/** Bytes that are written, handed over and written again in the same place. Not thread-safe. */
final class Bytes {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void add(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, bytes, length, to - from);
        length += to - from;
    }

    void addShort(int value) {
        add(value >>> 8);
        add(value);
    }

    void addInt(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void addLong(long value) {
        addInt((int) (value >>> 32));
        addInt((int) value);
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets what is in it; what was needed for one very long value is given back. */
    void clear() {
        length = 0;
        if (bytes.length > 1 << 22) {
            bytes = new byte[1 << 16];
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), (int)
                    Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
