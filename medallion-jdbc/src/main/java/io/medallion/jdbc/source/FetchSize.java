package io.medallion.jdbc.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How many rows a driver fetches at once: so many that they are worth the way, so few that the widest ones seen fit into memory. */
final class FetchSize {

    static final int FIRST = 100;

    private static final int MOST_ROWS = 10_000;
    private static final long MOST_CHARS = 4 << 20;

    private long rows;
    private long chars;
    private int size = FIRST;
    private long next = FIRST;

    /** Takes note of a row and adapts the size of the next portions now and then. */
    void seen(ResultSet row, @Nullable String[] values) throws SQLException {
        rows++;
        chars += values.length;
        for (String value : values) {
            chars += value == null ? 0 : value.length();
        }
        if (rows >= next && row.getFetchSize() > 0) {
            int fitting = (int) Math.max(1, Math.min(MOST_ROWS, MOST_CHARS * rows / chars));
            size = Math.min(fitting, size * 10);
            row.setFetchSize(size);
            next = rows + size;
        }
    }
}
