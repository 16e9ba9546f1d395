package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory DuckDB may use, in bytes; 0 when it says so in a way that is not known here. */
final class MemoryLimit {

    private static final Pattern TEXT = Pattern.compile("([0-9.]+) (bytes|KiB|MiB|GiB|TiB)");
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB");

    private MemoryLimit() {}

    static long of(Session session) {
        return session.first("select current_setting('memory_limit')", row -> bytes(row.getString(1)))
                .orElse(0L);
    }

    static long bytes(String text) {
        Matcher limit = TEXT.matcher(text);
        return limit.matches()
                ? (long) (Double.parseDouble(limit.group(1)) * (1L << 10 * UNITS.indexOf(limit.group(2))))
                : 0;
    }
}
