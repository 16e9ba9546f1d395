package io.medallion.jdbc.source;

import java.util.Arrays;

/** Where the fields of a record begin and end, from the start of the record, and of which kind they are. */
final class FieldBounds {

    static final int PLAIN = 0;
    static final int QUOTED = 1;
    static final int ESCAPED = 2;

    private int count;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] kind = new int[64];

    void clear() {
        count = 0;
    }

    void add(int begin, int end, int flags) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
        }
        from[count] = begin;
        to[count] = end;
        kind[count] = flags;
        count++;
    }

    int count() {
        return count;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    int kind(int field) {
        return kind[field];
    }
}
