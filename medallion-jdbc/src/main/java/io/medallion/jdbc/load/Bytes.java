package io.medallion.jdbc.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are written, handed over and written again in the same place. Not thread-safe. */
final class Bytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

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
        room(Integer.BYTES);
        INT.set(bytes, length, value);
        length += Integer.BYTES;
    }

    void addLong(long value) {
        addInt((int) (value >>> 32));
        addInt((int) value);
    }

    /** A number from zero on in decimal digits. */
    void addDigits(int number) {
        if (number >= 10) {
            addDigits(number / 10);
        }
        add('0' + number % 10);
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
