package io.medallion.jdbc.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of the first record, to find records that repeat it while a file goes by in chunks. */
final class HeaderBytes {

    private final boolean looked;
    private byte[] chunk = new byte[0];
    private int from;
    private long offset;
    private boolean first = true;
    private byte @Nullable [] header;

    /** @param looked whether repeated headers matter at all */
    HeaderBytes(boolean looked) {
        this.looked = looked;
    }

    /** The next chunk, whose byte {@code from} is at this offset in the file. */
    void chunk(byte[] bytes, int from, long offset) {
        this.chunk = bytes;
        this.from = from;
        this.offset = offset;
    }

    /**
     * Whether the record between these offsets, its row end left out, repeats the header. Where one of them began in the
     * chunk before, they are taken for the same if they may be: a careful reader tells.
     */
    boolean repeatedBy(long start, long end) {
        if (!looked) {
            return false;
        }
        if (first) {
            first = false;
            header = start < offset ? null : Arrays.copyOfRange(chunk, index(start), index(end));
            return false;
        }
        return header == null
                || end - start == header.length
                        && (start < offset || Arrays.equals(chunk, index(start), index(end), header, 0, header.length));
    }

    private int index(long position) {
        return Math.toIntExact(position - offset) + from;
    }
}
