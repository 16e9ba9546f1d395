package io.medallion.jdbc.load;

/** Says how far one part is: in bytes where there is a file, else in rows. */
final class Progress {

    private final LoadProgress listener;
    private final String table;
    private final String file;
    private final long bytes;
    private final long records;

    Progress(LoadProgress listener, String table, String file, long bytes, long records) {
        this.listener = listener;
        this.table = table;
        this.file = file;
        this.bytes = bytes;
        this.records = records;
    }

    /** So many rows, for which so many bytes of the file were read. */
    void rows(long rows, long bytesRead) {
        if (records > 0) {
            share((double) rows / records);
        } else if (bytes > 0) {
            listener.at(table, file, Math.min(bytesRead, bytes), bytes);
        } else {
            listener.at(table, file, rows, 0);
        }
    }

    /** From 0 to 1. */
    void share(double done) {
        listener.at(table, file, (long) (bytes * Math.min(1, Math.max(0, done))), bytes);
    }
}
