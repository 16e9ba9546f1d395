package io.medallion.jdbc.source;

/** Remembers of the last records of a file which were rejected anyway. */
final class LastRecords {

    private final boolean[] bad;
    private long count;

    LastRecords(int size) {
        this.bad = new boolean[size];
    }

    void add(boolean rejected) {
        if (bad.length > 0) {
            bad[(int) (count % bad.length)] = rejected;
            count++;
        }
    }

    /** How many of them were not. */
    long good() {
        long good = 0;
        for (int i = 0; i < Math.min(count, bad.length); i++) {
            good += bad[i] ? 0 : 1;
        }
        return good;
    }
}
