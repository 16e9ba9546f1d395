package io.medallion.jdbc.load;

import io.medallion.jdbc.source.Utf8Record;
import io.medallion.jdbc.store.Session;
import org.jspecify.annotations.Nullable;

/**
 * How much of a page of InnoDB a row takes. A text of up to 40 bytes is in the page with a byte for its length, of a longer one at least 20 bytes and
 * two for its length ("InnoDB DYNAMIC Row Format" and "Troubleshooting Row Size Too Large Errors" in the manual of MariaDB); a NULL takes a bit.
 *
 * @param most the bytes that a row may take
 * @param positions for each column of the table the position of its values in a record, -1 where it has none
 */
record MariaDbPage(long most, int[] positions) {

    /** Longer texts can leave the page. */
    private static final int LONGEST_INSIDE = 40;

    private static final int OUTSIDE = 22;
    private static final int LARGEST = 16_383;

    /** What the server leaves free in half of a page. */
    private static final int RESERVED = 66;

    /** The row's own header and the metadata columns, each text of them as long as can be within the page. */
    private static final int METADATA = 5 + 19 + 8 + 3 * (LONGEST_INSIDE + 1) + 8 + 33 + 4;

    static MariaDbPage of(Session session, Target target) {
        return ofSize(session.number("select @@innodb_page_size"), target.positions());
    }

    static MariaDbPage ofSize(long page, int[] positions) {
        return new MariaDbPage(Math.min(LARGEST, page / 2 - RESERVED), positions);
    }

    /** Why what the table keeps of a record does not fit, null when it does. */
    @Nullable
    String reason(Utf8Record record) {
        long bytes = METADATA + (positions.length + 14) / 8;
        for (int i : positions) {
            if (i >= 0 && !record.isMissing(i)) {
                int length = record.to(i) - record.from(i);
                bytes += length <= LONGEST_INSIDE ? length + 1 : OUTSIDE;
            }
        }
        return bytes <= most
                ? null
                : "takes " + bytes + " bytes of a page of InnoDB (long values " + OUTSIDE + " each), where a row has "
                        + most;
    }
}
