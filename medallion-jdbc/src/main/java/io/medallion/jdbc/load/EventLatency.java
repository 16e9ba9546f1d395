package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.store.Latency;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import org.jspecify.annotations.Nullable;

/**
 * Measures the ingestion latency of a batch in DuckDB: load time minus event time, over the rows whose event time is a date or time in the extended
 * format of ISO 8601, with a blank or a T between date and time. On servers rows pass through this process and {@link EventTimes} measures the same.
 */
final class EventLatency {

    /** From the year 1000 on; the groups are date, time and offset. A time without an offset is taken for UTC. */
    static final String ISO_8601 = "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})"
            + "(?:[T ]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?)(Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?)?";

    private static final String SECONDS =
            "epoch(%1$s) - case when not regexp_full_match(%2$s, '" + ISO_8601 + "') then null"
                    + " when regexp_matches(%2$s, ':[0-9.]*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$')"
                    + " then epoch(try_cast(%2$s as timestamptz)) else epoch(try_cast(%2$s as timestamp)) end";

    private EventLatency() {}

    static @Nullable Latency measure(Session session, BronzeSpec spec, String batchId) {
        String column = spec.eventTime();
        if (column == null) {
            return null;
        }
        String seconds = SECONDS.formatted(
                session.sql().quoted("_loaded_at"), session.sql().quoted(column));
        Latency latency = session.first(
                        "select count(s), coalesce(min(s), 0), coalesce(max(s), 0), coalesce(avg(s), 0) from (select "
                                + seconds + " as s from " + session.table(Layer.BRONZE, spec.table()) + " where "
                                + session.sql().quoted("_batch_id") + " = ?)",
                        row -> new Latency(row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                        batchId)
                .orElseThrow();
        return latency.rows() == 0 ? null : latency;
    }
}
